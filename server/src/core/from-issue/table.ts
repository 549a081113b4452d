import type { Table } from 'mdast';
import { issueFieldOf } from '../facts/issue-labels';
import { labelText } from '../model/ideas/table-use';
import type { Span } from '../text/span';

/** A label of a table and its value. */
export interface Pair {
  readonly label: string;
  /** The cell of the label, as it is written. */
  readonly source: string;
  /** Markdown with line ends for `<br>`. */
  readonly value: string;
}

/** The cells of a table of `text` by row, from the header on, without surrounding white space. */
export function cellsIn(text: string, { children }: Table): readonly (readonly Span[])[] {
  return children.map((row) =>
    row.children.map(({ position }) => {
      const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
      const written = text.slice(start, end);
      const from = start + (/^\|?\s*/.exec(written)?.[0].length ?? 0);
      const inner = text
        .slice(from, end)
        .replace(/(?<!\\)\|$/, '')
        .trimEnd();
      return { start: from, end: from + inner.length };
    }),
  );
}

/** The text of a cell: its escaped bars as bars, its breaks as lines. */
export function cellText(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .replace(/<li>/gi, '<br>- ')
    .replace(/<\/?(?:li|ul|ol|p)>/gi, '')
    .replace(/\\\|/g, '|')
    .split(/<br\s?\/?>/i)
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** The fields that a table states: a row for each, or a column for each over a single row. Null for other tables. */
export function pairsIn(text: string, node: Table): readonly Pair[] | null {
  const rows = cellsIn(text, node);
  const [head = [], ...below] = rows;
  const isField = fieldsOf(text);
  const inRows = rows.filter(([cell]) => isField(cell)).length;
  if (inRows >= 2 && rows.every((row) => row.length <= 3))
    return rows
      .filter(([label], i) => label && (i > 0 || isField(label)))
      .flatMap(([label, ...values]) => (label ? [pairOf(text, label, values)] : []));
  if (below.length !== 1 || head.filter(isField).length < 2) return null;
  return head.map((label, i) => pairOf(text, label, [below[0]?.[i]]));
}

/** The fields of each row, if the columns of a table are fields and it has several rows. Null for other tables. */
export function rowsIn(text: string, node: Table): readonly (readonly Pair[])[] | null {
  const [head = [], ...rows] = cellsIn(text, node);
  const ids = head.map((cell) => issueFieldOf(labelText(text, cell))?.id);
  // Only a description or a title makes a row a project: a table of people has columns, too.
  if (rows.length < 2 || new Set(ids).size < 3 || !(ids.includes('title') || ids.includes('description'))) return null;
  return rows.map((row) => head.map((label, i) => pairOf(text, label, [row[i]])));
}

function fieldsOf(text: string) {
  return (cell: Span | undefined) => cell !== undefined && issueFieldOf(labelText(text, cell)) !== null;
}

function pairOf(text: string, label: Span, values: readonly (Span | undefined)[]): Pair {
  const name = labelText(text, label);
  const value = values
    .flatMap((each) => (each ? cellText(text, each) : []))
    .join('\n')
    .trim();
  return { label: name, source: text.slice(label.start, label.end), value: isListed(name) ? asList(value) : value };
}

/** Fields whose lines in a cell are items. */
function isListed(label: string): boolean {
  const id = issueFieldOf(label)?.id;
  return id === 'expected-outcome' || id === 'recommended-skills' || id === 'technologies';
}

function asList(value: string): string {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return value;
  return lines.map((line) => `- ${line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '')}`).join('\n');
}
