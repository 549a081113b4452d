import { labelTopic, tellingCount } from '../../facts/idea-labels';
import { partOf, type Span } from '../../text/span';
import type { Line } from '../lines';
import { type IdeaLabel, type LabelShape, labelFrom, plainForm, plainLabel } from './idea-label';

/** A pipe table (GitHub Flavored Markdown) in an idea list. Offsets count from the start of the text. */
export interface Table {
  /** The index of its first line, and its number of lines. */
  readonly first: number;
  readonly count: number;
  readonly span: Span;
  /** Cells by row, beginning with the header. The delimiter row is left out. */
  readonly rows: readonly (readonly Span[])[];
  /**
   * The meaning of the table:
   *
   * - `pairs`: each row is a label and its value.
   * - `columns`: the header contains labels, and a single row below contains the values.
   * - `page`: each row is an idea.
   * - `other`: none of these.
   */
  readonly use: 'pairs' | 'columns' | 'page' | 'other';
  /** The labels of `pairs` and `columns`. Empty for other tables. */
  readonly labels: readonly IdeaLabel[];
}

/** No table with ideas has more cells in a row. */
const MOST_CELLS = 30;

/** The tables in the lines of a section. */
export function tablesIn(text: string, lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(text, lines[i])) continue;
    let next = i + 1;
    while (isRow(text, lines[next])) next++;
    const table = tableFrom(text, lines.slice(i, next), i);
    if (table) tables.push(table);
    i = next;
  }
  return tables;
}

function isRow(text: string, line: Line | undefined): boolean {
  return line !== undefined && !line.blank && !line.inert && text.charCodeAt(line.content) === 0x7c;
}

function tableFrom(text: string, lines: readonly Line[], first: number): Table | null {
  const [head, delimiter] = lines;
  if (!head || !delimiter || !isDelimiter(text.slice(delimiter.content, delimiter.end))) return null;
  const rows = lines.filter((line) => line !== delimiter).map((line) => cellsOf(text, line));
  const span = { start: head.start, end: lines.at(-1)?.end ?? head.end };
  const use = useOf(text, rows);
  return { first, count: lines.length, span, rows, use, labels: labelsOf(text, rows, use, lines) };
}

function isDelimiter(row: string): boolean {
  return row.includes('-') && /^[\s|:-]*$/.test(row);
}

/** The cells of a row without surrounding white space. An escaped bar (`\|`) is text. */
function cellsOf(text: string, line: Line): Span[] {
  const cells: Span[] = [];
  let start = line.content + 1;
  for (let at = start; at <= line.end && cells.length < MOST_CELLS; at++) {
    const isEnd = at === line.end;
    if (!isEnd && (text.charCodeAt(at) !== 0x7c || text.charCodeAt(at - 1) === 0x5c)) continue;
    if (!isEnd || text.slice(start, at).trim() !== '') cells.push(partOf(text, { start, end: at }).span);
    start = at + 1;
  }
  return cells;
}

function useOf(text: string, rows: readonly (readonly Span[])[]): Table['use'] {
  const topics = (cells: readonly (Span | undefined)[]) =>
    cells.map((cell) => (cell ? labelTopic(labelText(text, cell)) : null));
  const header = topics(rows[0] ?? []);
  const firstColumn = topics(rows.map(([cell]) => cell));
  if (rows.every((row) => row.length <= 3) && tellingCount(new Set(firstColumn)) >= 2) return 'pairs';
  if (tellingCount(new Set(header)) === 0 || header.filter((topic) => topic !== null).length < 2) return 'other';
  if (rows.length === 2) return 'columns';
  return rows.length > 2 && isPage(header) ? 'page' : 'other';
}

/** Whether each row of a table with these columns may be an idea, because it has a title or a description. */
function isPage(header: readonly (string | null)[]): boolean {
  return header.includes('title') || header.includes('description');
}

function labelsOf(
  text: string,
  rows: readonly (readonly Span[])[],
  use: Table['use'],
  lines: readonly Line[],
): IdeaLabel[] {
  const made = (label: Span, value: Span | undefined, shape: LabelShape, start: number) =>
    labelFrom({
      text: labelText(text, label),
      start,
      span: innerSpan(text, label),
      shape,
      form: plainForm,
      valueStart: value?.start ?? label.end,
      valueEnd: value?.end ?? label.end,
    });
  const dataLines = lines.filter((_, i) => i !== 1);
  if (use === 'pairs')
    return rows.flatMap(([label, value], i) =>
      label ? (made(label, value, 'row', dataLines[i]?.start ?? 0) ?? []) : [],
    );
  if (use !== 'columns') return [];
  const [head = [], values = []] = rows;
  return head.flatMap((label, i) => made(label, values[i], 'column', label.start) ?? []);
}

function innerSpan(text: string, cell: Span): Span {
  const inner = labelText(text, cell);
  const start = text.indexOf(inner, cell.start);
  return { start, end: start + inner.length };
}

/** The text of a cell without emphasis marks at its ends. */
export function labelText(text: string, cell: Span): string {
  return plainLabel(text.slice(cell.start, Math.min(cell.end, cell.start + 200)));
}
