import type { Severity } from '../../../core/linter/rule';
import { rules } from '../../../core/linter/rules';
import { jsonText } from '../../../core/text/visible';
import { fingerprintsOf } from '../fingerprints';
import { type LocatedFinding, type Place, type Report, rulePage } from '../located';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const problems: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
};

/** Relative addresses are meant from the root of the checkout. */
const root = 'SRCROOT';

/** SARIF 2.1.0, as code scanning services read it. Columns count UTF-16 units there, too. */
export function sarif(report: Report): string {
  const driver = {
    name: 'mentorship-proposals',
    informationUri: report.pages,
    semanticVersion: report.version,
    version: report.version,
    rules: rules.map(({ id, summary, why, severity }) => ({
      id,
      shortDescription: { text: summary },
      fullDescription: { text: why },
      help: { text: `${summary} ${why}`, markdown: `${summary} ${why}\n\n[${id}](${rulePage(report, id)})` },
      helpUri: rulePage(report, id),
      defaultConfiguration: { level: levels[severity] },
      properties: { 'problem.severity': problems[severity], precision: 'high', tags: ['mentorship'] },
    })),
  };
  const prints = fingerprintsOf(report);
  const results = report.files.flatMap(({ fromRoot, findings }) =>
    findings.map((finding) => resultOf(finding, fromRoot, prints.get(finding) ?? '')),
  );
  const run = {
    tool: { driver },
    automationDetails: { id: 'mentorship-proposals/' },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
    results,
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${jsonText(log, 2)}\n`;
}

const orders = new Map(rules.map(({ id }, order) => [id, order]));

function resultOf(finding: LocatedFinding, fromRoot: string, fingerprint: string) {
  const { severity, rule, message, fix } = finding;
  const uri = fromRoot
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const artifactLocation = { uri, uriBaseId: root };
  const replacements = fix?.edits.map((edit) => ({
    deletedRegion: regionOf(edit),
    insertedContent: { text: edit.text },
  }));
  return {
    ruleId: rule,
    ruleIndex: orders.get(rule),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding) } }],
    partialFingerprints: { 'mentorshipProposals/v1': fingerprint },
    ...(fix
      ? { fixes: [{ description: { text: fix.title }, artifactChanges: [{ artifactLocation, replacements }] }] }
      : {}),
  };
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
