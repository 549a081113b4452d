import type { ListedFile, ListedProposal } from '../../core/features/list/list';
import { beginsCommand, visible } from '../../core/text/visible';

const columns: readonly [string, (file: ListedFile, proposal: ListedProposal) => unknown][] = [
  ['path', ({ path }) => path],
  ['line', (_, { line }) => line],
  ['kind', ({ kind }) => kind],
  ['program', ({ term }) => term?.program],
  ['year', ({ term }) => term?.year],
  ['term', ({ term }) => term?.number ?? term?.name],
  ['project', (_, { project }) => project],
  ['subproject', (_, { subproject }) => subproject],
  ['title', (_, { title }) => title],
  ['mentors', (_, { mentors }) => mentors.map(personOf).join('; ')],
  ['upstream', (_, { upstream }) => upstream.map(({ url }) => url).join(' ')],
  ['lfxUrl', (_, { lfxUrl }) => lfxUrl],
];

/** The names of the columns. */
export const csvHeader = rowOf(columns.map(([name]) => name));

/** One row for each proposal, as RFC 4180 has them; the header is no part of it. */
export function csvRows(file: ListedFile): string {
  return file.proposals.map((proposal) => rowOf(columns.map(([, value]) => value(file, proposal)))).join('');
}

function personOf({ name, handle, email }: ListedProposal['mentors'][number]): string {
  const contact = [handle && `@${handle}`, email].filter((part) => part !== null).join(', ');
  return [name, contact && `(${contact})`].filter(Boolean).join(' ');
}

function rowOf(values: readonly unknown[]): string {
  return `${values.map(cellOf).join(',')}\r\n`;
}

/**
 * A cell on one line. What a spreadsheet would take for a formula is marked as text, also where it stands behind a
 * semicolon: in many countries that is what Excel cuts a table at, whatever the quotes say. Programs that want the exact
 * text have JSON.
 */
function cellOf(value: unknown): string {
  const text = visible(String(value ?? ''));
  const marked = text.replace(/(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
  // The first cell begins a line, which the runner of a workflow may take for a command.
  const safe = beginsCommand(marked) ? `'${marked}` : marked;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
