import { partOf, type Span } from '../../text/span';
import type { Line } from '../lines';
import type { IdeaLabel } from './idea-label';
import { captionAbove, type Row, type TableUse, usedTable } from './table-use';

/** A pipe table (GitHub Flavored Markdown) in an idea list. Offsets count from the start of the text. */
export interface Table {
  /** The index of its first line, and its number of lines. */
  readonly first: number;
  readonly count: number;
  readonly span: Span;
  /** Cells by row, beginning with the header. The delimiter row is left out. */
  readonly rows: readonly Row[];
  readonly use: TableUse;
  /** The labels of `pairs`, `columns` and `people`. Empty for other tables. */
  readonly labels: readonly IdeaLabel[];
  /** The title of the idea that `pairs` or `columns` describe: a cell, or a line in bold above. Null if there is none. */
  readonly title: Span | null;
}

/** No table with ideas has more cells in a row. */
const MOST_CELLS = 30;

const BACKSLASH = 0x5c;
const BAR = 0x7c;

/** The tables in the lines of a section. */
export function tablesIn(text: string, lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  if (!text.includes('|')) return tables;
  for (let i = 0; i + 1 < lines.length; i++) {
    const head = lines[i];
    const delimiter = lines[i + 1];
    if (!head || !delimiter || !isRow(text, head) || !isDelimiter(text, delimiter)) continue;
    let next = i + 2;
    while (isRow(text, lines[next])) next++;
    tables.push(tableFrom(text, lines, i, next));
    i = next - 1;
  }
  return tables;
}

/** Whether a line may be a row of a table. The bars at its ends may be missing. */
function isRow(text: string, line: Line | undefined): line is Line {
  if (line === undefined || line.blank || line.inert) return false;
  if (text.charCodeAt(line.content) === BAR) return true;
  const bar = line.marker > 0 ? -1 : text.indexOf('|', line.content);
  return bar >= 0 && bar < line.end;
}

/** Whether a line is the second one of a table: `| --- | :-: |`. */
export function isDelimiter(text: string, { content, end }: Line): boolean {
  return isDelimiterRow(text.slice(content, end));
}

/** Whether a text has nothing but bars, hyphens and colons. */
export function isDelimiterRow(line: string): boolean {
  return line.includes('|') && line.includes('-') && /^[\s|:-]*$/.test(line);
}

function tableFrom(text: string, lines: readonly Line[], first: number, next: number): Table {
  const own = lines.slice(first, next).filter((_, i) => i !== 1);
  const rows = own.map((line) => cellsOf(text, line));
  const start = lines[first]?.start ?? 0;
  const span = { start, end: lines[next - 1]?.end ?? start };
  const used = usedTable(text, rows);
  const caption = used.use === 'pairs' || used.use === 'columns' ? captionAbove(text, lines, first) : null;
  return { first, count: next - first, span, rows, ...used, title: used.title ?? caption };
}

/** The cells of a row. An escaped bar (`\|`) is text. */
function cellsOf(text: string, line: Line): Row {
  const cells: Span[] = [];
  let start = line.content + (text.charCodeAt(line.content) === BAR ? 1 : 0);
  for (let at = start; at <= line.end && cells.length < MOST_CELLS; at++) {
    const isEnd = at === line.end;
    if (!isEnd && (text.charCodeAt(at) !== BAR || text.charCodeAt(at - 1) === BACKSLASH)) continue;
    if (!isEnd || text.slice(start, at).trim() !== '') cells.push(partOf(text, { start, end: at }).span);
    start = at + 1;
  }
  return cells;
}
