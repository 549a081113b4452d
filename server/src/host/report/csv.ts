import type { ListedFile, ListedProposal } from '../../core/features/list/list';
import { beginsCommand, visible } from '../../core/text/visible';

const columns: readonly [string, (file: ListedFile, proposal: ListedProposal) => unknown][] = [
  ['path', ({ file }) => file],
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

/** One row for each proposal, formatted by RFC 4180, without the header. */
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
 * A cell on one line. A text that a spreadsheet would run as a formula is escaped, also after a semicolon: in many
 * countries Excel splits at semicolons even inside quotes. Programs that need the exact text use JSON.
 */
function cellOf(value: unknown): string {
  const text = visible(String(value ?? ''));
  const marked = text.replace(/(^|;)(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2'");
  // The first cell begins a line, and a workflow runner could read that line as a command.
  const safe = beginsCommand(marked) ? `'${marked}` : marked;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
