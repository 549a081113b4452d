import { visible } from '../../../core/text/visible';
import { summaryOf } from '../counts';
import { type FileReport, type LocatedFinding, type Report, rulePage } from '../located';
import { widthOf } from '../width';

/** Of a line that is shown, at most so many columns before what is meant. */
const MOST_BEFORE = 40;
const indent = '    ';

/** How a text looks; a terminal without colors shows all of them the same. */
export type Style = 'file' | 'error' | 'warning' | 'information' | 'hint' | 'rule' | 'mark';

export interface Screen {
  /** Its columns. */
  readonly width: number;
  paint(style: Style, text: string): string;
  /** A text that leads to an address, on screens that can. */
  link(text: string, address: string): string;
}

/** For a person at a terminal: findings by file, each with the line that is meant, and what there is in all. */
export function pretty(report: Report, screen: Screen): string {
  const files = report.files.filter(({ findings }) => findings.length > 0);
  return `${files.map((file) => fileText(file, report, screen)).join('')}${summaryOf(report)}.\n`;
}

function fileText(file: FileReport, report: Report, screen: Screen): string {
  const places = file.findings.map(({ line, column }) => `${line}:${column}`);
  const wide = Math.max(...places.map((place) => place.length));
  const longest = Math.max(...file.findings.map(({ severity }) => severity.length));
  const texts = file.findings.map((finding, order) => {
    const { severity, rule, message } = finding;
    const word = screen.paint(severity, severity.padEnd(longest));
    const id = screen.link(screen.paint('rule', rule), rulePage(report, rule));
    const head = `  ${(places[order] ?? '').padEnd(wide)}  ${word}  ${visible(message)}  ${id}\n`;
    return `${head}${lineText(finding, file, screen)}`;
  });
  return `${screen.paint('file', visible(file.path))}\n${texts.join('')}\n`;
}

/** The line of a finding, cut to the screen, and below it a mark under what is meant. */
function lineText({ line, column, endLine, endColumn }: LocatedFinding, file: FileReport, screen: Screen): string {
  const text = file.lineText(line);
  const before = text.slice(Math.max(0, column - 1 - MOST_BEFORE), column - 1);
  const cut = before.length < column - 1 ? '…' : '';
  const meant = text.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
  const room = Math.max(20, screen.width - indent.length - MOST_BEFORE - 2);
  const shown = shownText(`${cut}${before}`);
  const marked = shownText(meant.slice(0, room));
  const rest = shownText(text.slice(column - 1 + meant.length)).slice(0, Math.max(0, room - marked.length));
  const mark = screen.paint('mark', '^'.repeat(Math.max(1, widthOf(marked))));
  return `${indent}${shown}${marked}${rest}`.trimEnd().concat(`\n${indent}${' '.repeat(widthOf(shown))}${mark}\n`);
}

function shownText(text: string): string {
  return visible(text.replaceAll('\t', '  '));
}
