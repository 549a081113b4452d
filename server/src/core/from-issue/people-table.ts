import type { Table } from 'mdast';
import { parseMarkdown } from '../markdown/parse';
import { labelText } from '../model/ideas/table-use';
import { applyEdits } from '../text/edit';
import { emailOf, merged, nobody, type Person, profileOf, saidHandle } from './person';
import { cellsIn, cellText } from './table';

/** The people in the tables of a text, what else their cells say, and the text without these tables. */
export function peopleInTable(text: string): {
  readonly people: readonly Person[];
  readonly rest: readonly string[];
  readonly text: string;
} {
  if (!/^[ \t|:]*-[ \t|:-]*$/m.test(text) || !text.includes('|')) return { people: [], rest: [], text };
  const tables = parseMarkdown(text).children.filter((node): node is Table => node.type === 'table');
  const people: Person[] = [];
  const rest: string[] = [];
  const read = tables.filter((table) => {
    const found = peopleOf(text, table, rest);
    people.push(...found);
    return found.length > 0;
  });
  const edits = read.map(({ position }) => ({
    span: { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 },
    text: '',
  }));
  return { people, rest, text: applyEdits(text, edits) };
}

function peopleOf(text: string, table: Table, rest: string[]): readonly Person[] {
  const [head = [], ...rows] = cellsIn(text, table);
  const columns = head.map((cell) => columnOf(labelText(text, cell)));
  if (!columns.includes('name') && !columns.includes('handle')) return [];
  return rows.flatMap((row) => {
    let person = nobody;
    row.forEach((cell, i) => {
      const value = cellText(text, cell)
        .replace(/\*\*|`/g, '')
        .trim();
      const said = value === '' ? nobody : partIn(columns[i] ?? null, value);
      if (said && !differs(person, said)) person = merged(person, said);
      else rest.push(value);
    });
    return person.name !== null || person.handle !== null ? [person] : [];
  });
}

/** What a cell says about the person of its row. Null if that is something else. */
function partIn(column: keyof Person | null, value: string): Person | null {
  if (column === null) return null;
  if (column === 'name') {
    const profile = profileOf(value);
    return profile ? { ...nobody, name: profile.words, handle: profile.handle } : { ...nobody, name: value };
  }
  const own = column === 'handle' ? saidHandle(value) : column === 'email' ? emailOf(value) : value;
  return own === null ? null : { ...nobody, [column]: own };
}

/** Whether both say a part, and not the same. */
function differs(a: Person, b: Person): boolean {
  return (['name', 'handle', 'email', 'lfid'] as const).some(
    (part) => a[part] !== null && b[part] !== null && a[part].toLowerCase() !== b[part].toLowerCase(),
  );
}

function columnOf(label: string): keyof Person | null {
  if (/\be-?mail|\bmail\b/i.test(label)) return 'email';
  if (/\blf(?:x )?id\b/i.test(label)) return 'lfid';
  if (/\bgithub\b|\bhandle\b|\busername\b|\baccount\b/i.test(label)) return 'handle';
  return /\bname\b|\bmentors?\b|\bperson\b|\bwho\b/i.test(label) ? 'name' : null;
}
