import { beginsCommand, jsonText, visible } from '../../core/text/visible';
import type { LocatedFinding } from '../../host/report/located';
import type { Format } from './arguments';
import { sarif } from './sarif';

type Printer = (findings: readonly LocatedFinding[]) => string;

const printers: Readonly<Record<Format, Printer>> = {
  text: (findings) => findings.map(textLine).join(''),
  json: (findings) => `${jsonText({ version: 1, findings }, 2)}\n`,
  github: (findings) => findings.map(annotation).join(''),
  sarif,
};

/** All findings in the words of one format, ready to be written. */
export function printed(format: Format, findings: readonly LocatedFinding[]): string {
  return printers[format](findings);
}

function textLine({ path, line, column, severity, rule, message }: LocatedFinding): string {
  const text = visible(`${path}:${line}:${column} ${severity} ${rule} ${message}`);
  // The path is the same so, and the line no command to a runner, whatever a folder is called.
  return `${beginsCommand(text) ? './' : ''}${text}\n`;
}

const commands = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** A workflow command of GitHub Actions: one line, of which the runner undoes the escapes that it knows. */
function annotation(finding: LocatedFinding): string {
  const { path, line, column, endLine, endColumn, severity, rule, message } = finding;
  const properties = { file: path, line, endLine, col: column, endColumn, title: rule };
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
