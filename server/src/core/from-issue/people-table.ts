import type { Table } from 'mdast';
import { parseMarkdown } from '../markdown/parse';
import { labelText } from '../model/ideas/table-use';
import { applyEdits } from '../text/edit';
import { emailOf, handleOf, nobody, type Person } from './person';
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
      const column = columns[i];
      if (value === '') return;
      if (!column) rest.push(value);
      else if (column === 'handle') person = { ...person, handle: handleOf(value) ?? value.replace(/^@/, '') };
      else if (column === 'email') person = { ...person, email: emailOf(value) ?? value };
      else person = { ...person, [column]: value };
    });
    return person.name !== null || person.handle !== null ? [person] : [];
  });
}

function columnOf(label: string): keyof Person | null {
  if (/\be-?mail|\bmail\b/i.test(label)) return 'email';
  if (/\blf(?:x )?id\b/i.test(label)) return 'lfid';
  if (/\bgithub\b|\bhandle\b|\busername\b|\baccount\b/i.test(label)) return 'handle';
  return /\bname\b|\bmentors?\b|\bperson\b|\bwho\b/i.test(label) ? 'name' : null;
}
