import type { Severity } from '../../../core/linter/rule';
import { jsonText } from '../../../core/text/visible';
import { type FileReport, type LocatedFinding, type Place, type Report, rulePage } from '../located';

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', information: 'INFO', hint: 'INFO' };

/** What reviewdog reads, with suggestions. Its columns count bytes of UTF-8. */
export function rdjson(report: Report): string {
  const diagnostics = report.files.flatMap((file) => file.findings.map((finding) => diagnostic(finding, file, report)));
  const source = { name: 'mentorship-proposals', url: report.pages };
  return `${jsonText({ source, diagnostics }, 2)}\n`;
}

function diagnostic(finding: LocatedFinding, file: FileReport, report: Report) {
  const { message, severity, rule, fix } = finding;
  return {
    message,
    location: { path: file.fromRoot, range: rangeOf(finding, file) },
    severity: severities[severity],
    code: { value: rule, url: rulePage(report, rule) },
    ...(fix ? { suggestions: fix.edits.map((edit) => ({ range: rangeOf(edit, file), text: edit.text })) } : {}),
  };
}

function rangeOf({ line, column, endLine, endColumn }: Place, file: FileReport) {
  return { start: positionOf(line, column, file), end: positionOf(endLine, endColumn, file) };
}

function positionOf(line: number, column: number, { lineText }: FileReport) {
  return { line, column: bytesOf(lineText(line).slice(0, column - 1)) + 1 };
}

function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
