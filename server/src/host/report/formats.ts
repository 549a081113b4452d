import { beginsCommand, jsonText, visible } from '../../core/text/visible';
import { github } from './formats/github';
import { gitlab } from './formats/gitlab';
import { junit } from './formats/junit';
import { markdown } from './formats/markdown';
import { pretty, type Screen } from './formats/pretty';
import { rdjson } from './formats/rdjson';
import { sarif } from './formats/sarif';
import { type LocatedFinding, type Report, rulePage } from './located';

/** How findings are printed: `pretty` is for a terminal, all others are for programs. */
export const formats = ['pretty', 'text', 'json', 'github', 'sarif', 'gitlab', 'junit', 'rdjson', 'markdown'] as const;

export type Format = (typeof formats)[number];

/** The formats that tell how a finding is fixed. */
export const formatsWithFixes: ReadonlySet<Format> = new Set(['json', 'sarif', 'rdjson']);

/** The formats that tell services which findings are the same as before. */
export const formatsWithDigests: ReadonlySet<Format> = new Set(['sarif', 'gitlab']);

const printers: Readonly<Record<Format, (report: Report, screen: Screen) => string>> = {
  pretty,
  text: ({ files }) => files.flatMap(({ findings }) => findings.map(textLine)).join(''),
  json,
  github,
  sarif,
  gitlab,
  junit,
  rdjson,
  markdown,
};

/** All findings in the words of one format, ready to be written. */
export function printed(format: Format, report: Report, screen: Screen): string {
  return printers[format](report, screen);
}

/** As `schemas/findings.schema.json` describes it. */
function json(report: Report): string {
  const findings = report.files.flatMap((file) =>
    file.findings.map((finding) => ({ ...finding, url: rulePage(report, finding.rule) })),
  );
  return `${jsonText({ version: 1, findings }, 2)}\n`;
}

function textLine({ path, line, column, severity, rule, message }: LocatedFinding): string {
  const text = visible(`${path}:${line}:${column} ${severity} ${rule} ${message}`);
  // The path is the same so, and the line no command to a runner, whatever a folder is called.
  return `${beginsCommand(text) ? './' : ''}${text}\n`;
}
