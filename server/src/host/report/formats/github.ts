import { visible } from '../../../core/text/visible';
import type { LocatedFinding, Report } from '../located';

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions: one line each, of which the runner undoes the escapes that it knows. */
export function github({ files }: Report): string {
  return files.flatMap(({ fromRoot, findings }) => findings.map((finding) => annotation(fromRoot, finding))).join('');
}

function annotation(file: string, finding: LocatedFinding): string {
  const { line, column, endLine, endColumn, severity, rule, message } = finding;
  const properties = { file, line, endLine, col: column, endColumn, title: rule };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${listed.join(',')}::${data(visible(message))}\n`;
}

/** A property stays exact as far as the runner can read it: a path with a line break still means its file. */
function property(text: string): string {
  return visible(data(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
