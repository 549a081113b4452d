import { isPersonColumn } from '../facts/issue-labels';
import { splitOutside } from '../text/split';
import type { IssuePart } from './parts';
import { type People, peopleIn } from './people';
import { emailOf, nobody, type Person, saidHandle } from './person';

/** What the parts about mentors say, and the parts of which nothing or not all is about people. */
export interface Mentors {
  readonly people: readonly Person[];
  readonly rest: readonly IssuePart[];
}

type Column = 'handle' | 'email' | 'lfid' | 'name';

/** The mentors of an issue: of one field, or of fields for their names, handles and addresses. */
export function mentorsOf(parts: readonly IssuePart[]): Mentors {
  const people: Person[] = [];
  const rest: IssuePart[] = [];
  const columns: ColumnValues[] = [];
  let done: readonly Person[] = [];
  for (const part of parts) {
    const column = columnOf(part.label);
    // Where each mentor has fields of their own, a name begins the next one.
    if (column === 'name' && columns.length > 0 && people.length > 0) {
      done = [...done, ...withColumns(people.splice(0), columns.splice(0))];
    }
    const values = column && column !== 'name' ? valuesIn(part.text, column) : null;
    if (column && column !== 'name' && values) {
      columns.push({ column, values });
      continue;
    }
    const found = column === 'name' ? (namesIn(part.text) ?? peopleIn(part.text)) : peopleIn(part.text);
    people.push(...found.people);
    if (found.rest.length > 0) rest.push({ ...part, text: found.rest.join('\n') });
  }
  return { people: [...done, ...withColumns(people, columns)], rest };
}

interface ColumnValues {
  readonly column: Column;
  readonly values: readonly string[];
}

/** The column that a label asks for alone. Null where it asks for people as a whole. */
export function columnOf(label: string): Column | null {
  const isName = /\bnames?\b/i.test(label.replace(/\buser ?names?\b/gi, ''));
  const email = /\be-?mails?\b|\bmail\b/i.test(label);
  const handle = /\bgithub\b|\bhandles?\b|\busernames?\b/i.test(label);
  const lfid = /\blfids?\b/i.test(label);
  const kinds = [isName, email, handle, lfid].filter(Boolean).length;
  if (kinds !== 1 || /\band\b|&|\/|\+/i.test(label.replace(/\(s\)/g, ''))) return null;
  if (isName) return 'name';
  if (email) return 'email';
  return lfid ? 'lfid' : isPersonColumn(label) || /\bmentors?\b/i.test(label) ? 'handle' : null;
}

/** The values of a column. Null if one of them is something else. */
function valuesIn(text: string, column: Column): readonly string[] | null {
  const separator = column === 'email' ? /[,;，、；\n]/ : /[,;，、；\s]/;
  // A link to a profile may have a text of several words.
  const parts = separated(text, (lines) => splitOutside(lines, separator));
  const values = parts.map((part) => {
    if (column === 'email') return emailOf(part);
    if (column === 'lfid') return /^@?[\w.-]+$/.test(part) ? part.replace(/^@/, '') : null;
    return saidHandle(part);
  });
  return values.every((value) => value !== null) ? values : null;
}

/** Names between commas, one a line or an item. Null if the text has more than names. */
function namesIn(text: string): People | null {
  if (/[@|()[\]]|https?:/.test(text)) return null;
  const names = separated(text, (lines) => lines.split(/[,;，、；\n]|\s(?:and|&)\s/));
  if (names.some((name) => name.split(/\s+/).length > 6)) return null;
  return { people: names.map((name) => ({ ...nobody, name })), rest: [] };
}

function separated(text: string, split: (lines: string) => readonly string[]): readonly string[] {
  const lines = text.split('\n').map((line) => line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').replace(/\*\*|`/g, ''));
  return split(lines.join('\n'))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:and|&)$/i.test(part));
}

/** People with what stands in columns of its own: by its place where the columns are as long, otherwise by likeness. */
function withColumns(people: readonly Person[], columns: readonly ColumnValues[]): readonly Person[] {
  const all = [...people];
  for (const { column, values } of columns) {
    const isEven = values.length === all.length;
    for (const [i, value] of values.entries()) {
      const isFree = (person: Person | undefined) => person !== undefined && person[column] === null;
      if (all.some((person) => person[column]?.toLowerCase() === value.toLowerCase())) continue;
      const at = isEven && isFree(all[i]) ? i : all.findIndex((person) => isFree(person) && isAlike(person, value));
      const own = all[at];
      if (own) all[at] = { ...own, [column]: value };
      else all.push({ ...nobody, [column]: value });
    }
  }
  return all;
}

/** Whether a handle or an address contains a part of the person's name or handle. */
function isAlike({ name, handle, email }: Person, value: string): boolean {
  const own = bare(value.split('@')[0] ?? '');
  const said = [...(name ?? '').split(/\s+/), handle ?? '', (email ?? '').split('@')[0] ?? ''].map(bare);
  return said.some((word) => word.length >= 3 && (own.includes(word) || word.includes(own)));
}

function bare(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
