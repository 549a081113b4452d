import { type LabelTopic, labelTopic, tellingCount } from '../../facts/idea-labels';
import { wordKey } from '../../facts/words';
import type { Span } from '../../text/span';
import type { Line } from '../lines';
import { type IdeaLabel, type LabelShape, labelFrom, plainForm, plainLabel } from './idea-label';

/** The cells of a row, without surrounding white space. */
export type Row = readonly Span[];

/**
 * The meaning of a table:
 *
 * - `pairs`: each row is a label and its value, or two of them.
 * - `columns`: the header contains labels, and the first row below contains the values.
 * - `people`: the header names the mentors and their accounts, and each row below is a mentor.
 * - `page`: each row is an idea.
 * - `other`: none of these.
 */
export type TableUse = 'pairs' | 'columns' | 'people' | 'page' | 'other';

/** What a table means. */
export interface UsedTable {
  readonly use: TableUse;
  readonly labels: readonly IdeaLabel[];
  /** The cell with the title of the idea that `pairs` or `columns` describe. Null without one that says something. */
  readonly title: Span | null;
}

type Topics = readonly (LabelTopic | null)[];

/** The meaning of a table with these cells, beginning with the header. */
export function usedTable(text: string, rows: readonly Row[]): UsedTable {
  const head = rows[0] ?? [];
  const names = head.map((cell) => labelText(text, cell));
  const width = pairsWidth(text, rows);
  if (width > 0) {
    const pairs = rows.flatMap((row) => pairsIn(text, row, width));
    const labels = pairs.flatMap(({ label, value, start }) => labelAt(text, label, value, 'row', start) ?? []);
    return { use: 'pairs', labels, title: titleIn(text, pairs) };
  }
  const use = useOfHeader(names, rows.length);
  if (use === 'people') return { use, labels: peopleLabel(text, rows), title: null };
  if (use !== 'columns') return { use, labels: [], title: null };
  const pairs = head.map((label, i) => ({ label, value: rows[1]?.[i], start: startOf(text, label, i) }));
  const labels = pairs.flatMap(({ label, value, start }) => labelAt(text, label, value, 'column', start) ?? []);
  return { use, labels, title: titleIn(text, pairs) };
}

/** How many cells of a row are labels with their values: 2 or 4. 0 if the rows are no such pairs. */
function pairsWidth(text: string, rows: readonly Row[]): number {
  const topicsAt = (column: number): Topics =>
    rows.map((row) => (row[column] ? labelTopic(labelText(text, row[column])) : null));
  const first = topicsAt(0);
  if (rows.every((row) => row.length <= 3)) {
    const topics = new Set(first);
    const isTitled = topics.has('title') && first.filter((topic) => topic !== null).length >= 3;
    return tellingCount(topics) >= (isTitled ? 1 : 2) ? 2 : 0;
  }
  if (rows.some((row) => row.length > 4)) return 0;
  const second = topicsAt(2);
  const isPaired =
    first.every((topic) => topic !== null) && second.filter((topic) => topic !== null).length * 2 > rows.length;
  return isPaired && topicsAt(1)[0] === null && tellingCount(new Set([...first, ...second])) >= 2 ? 4 : 0;
}

interface Pair {
  readonly label: Span;
  readonly value: Span | undefined;
  /** The start of the row, or of the label's cell if it is not the first one. */
  readonly start: number;
}

function pairsIn(text: string, row: Row, width: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < width; i += 2) {
    const label = row[i];
    if (label) pairs.push({ label, value: row[i + 1], start: startOf(text, label, i) });
  }
  return pairs;
}

function startOf(text: string, cell: Span, column: number): number {
  return column === 0 ? text.lastIndexOf('\n', cell.start - 1) + 1 : cell.start;
}

/** Columns in tables about students rather than ideas. */
const studentColumn = /student|contributor|mentee|intern\b|interns\b|participant|status|report|blog/i;

/** Whether a table with these columns is about students rather than ideas. */
export function hasStudentColumn(names: readonly string[]): boolean {
  return names.some((name) => studentColumn.test(name));
}

/** Columns that say more about a person. */
const personColumn =
  /^(?:full )?(?:names?|git ?hub|e-?mail|mail|handle|account|user ?name|contact|slack|zulip|discord|matrix|affiliation|organi[sz]ation|company|role|time ?zone|lfid)\b/i;

/** What the header of a table says about its rows, `count` with the header itself. */
function useOfHeader(names: readonly string[], count: number): TableUse {
  const topics = names.map((name) => labelTopic(name));
  const known = topics.filter((topic) => topic !== null).length;
  const isPeople = names.every((name, i) => topics[i] === 'mentors' || personColumn.test(name));
  if (count >= 2 && topics.includes('mentors') && names.length >= 2 && isPeople) return 'people';
  if (count < 2 || known < 2 || tellingCount(new Set(topics)) === 0) return 'other';
  if (count === 2) return 'columns';
  if (hasStudentColumn(names)) return 'other';
  if (titleColumn(names) >= 0 || topics.includes('description')) return 'page';
  return 'columns';
}

/** Names of rows and columns that contain a title, the best ones first. Keys of words. */
const titleNames: readonly RegExp[] = [
  /^(?:(?:the)?(?:project|idea|proposal|topic)?titles?|titleofthe(?:project|idea|proposal))$/,
  /^(?:(?:project|proposal)?ideas?|ideanames?)$/,
  /^(?:projects?|proposals?|topics?|(?:project|proposal|topic)names?|nameofthe(?:project|idea))$/,
  /^names?$/,
];

/** The index of the column that contains titles. -1 if there is none. */
export function titleColumn(names: readonly string[]): number {
  const keys = names.map(wordKey);
  for (const pattern of titleNames) {
    const index = keys.findIndex((key) => pattern.test(key));
    if (index >= 0) return index;
  }
  return -1;
}

function titleIn(text: string, pairs: readonly Pair[]): Span | null {
  const value = pairs[titleColumn(pairs.map(({ label }) => labelText(text, label)))]?.value;
  return value !== undefined && value.start < value.end ? value : null;
}

/** The line in bold right above a table, which some lists write instead of a heading. Null if there is none. */
export function captionAbove(text: string, lines: readonly Line[], first: number): Span | null {
  let at = first - 1;
  if (lines[at]?.blank) at--;
  const line = lines[at];
  if (!line || line.blank || line.inert || line.marker > 0) return null;
  const written = /^(\*\*|__)([^*_\n]{3,200})\1[ \t\\]{0,3}$/.exec(text.slice(line.content, line.end))?.[2];
  if (written === undefined || labelTopic(plainLabel(written)) !== null) return null;
  return { start: line.content + 2, end: line.content + 2 + written.length };
}

/** One label whose value is all rows below the header. */
function peopleLabel(text: string, rows: readonly Row[]): IdeaLabel[] {
  const [head = [], ...people] = rows;
  const name = head.find((cell) => labelTopic(labelText(text, cell)) === 'mentors');
  const first = people[0]?.[0];
  const last = people.at(-1)?.at(-1);
  if (!name || !first || !last) return [];
  return labelAt(text, name, { start: first.start, end: last.end }, 'row', name.start) ?? [];
}

function labelAt(
  text: string,
  label: Span,
  value: Span | undefined,
  shape: LabelShape,
  start: number,
): [IdeaLabel] | null {
  const made = labelFrom({
    text: labelText(text, label),
    start,
    span: innerSpan(text, label),
    shape,
    form: plainForm,
    valueStart: value?.start ?? label.end,
    valueEnd: value?.end ?? label.end,
  });
  return made && [made];
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
