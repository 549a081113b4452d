import { isEmail, isGitHubHandle } from '../../core/facts/mentors';
import type { KnownAccount } from '../../core/known/known';

/** The name of the file in a term's folder that CNCF exports for LFX. */
export const exportName = 'lfx-export.json';

/** No term has more, and none of their texts is longer. Lengths are in UTF-16 code units. */
const MOST_PROGRAMS = 1_000;
const MOST_MENTORS = 20;
const LONGEST = 200;

/** Where an export lies, and of which term it is. */
export type ExportPlace = Pick<KnownAccount, 'termKey' | 'uri'>;

/** The accounts in an export, or why it has none, in half a sentence. Never throws. */
export function accountsIn(
  text: string,
  place: ExportPlace,
): { readonly accounts: readonly KnownAccount[] } | { readonly why: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: 'it is not valid JSON' };
  }
  const programs = member(value, 'programs');
  if (!Array.isArray(programs)) return { why: 'it has no list "programs"' };
  const accounts = programs.slice(0, MOST_PROGRAMS).flatMap((program) => {
    const mentors = member(program, 'mentors');
    return Array.isArray(mentors) ? mentors.slice(0, MOST_MENTORS).flatMap((mentor) => accountIn(mentor, place)) : [];
  });
  const distinct = new Map(accounts.map((account) => [JSON.stringify(account).toLowerCase(), account]));
  return { accounts: [...distinct.values()] };
}

/** Without what is no handle, address or user name. None if that leaves no way to tell whose account it is. */
function accountIn(mentor: unknown, place: ExportPlace): KnownAccount[] {
  const handle = textOf(mentor, 'github_handle').replace(/^@/, '');
  const email = textOf(mentor, 'email');
  const lfid = textOf(mentor, 'lfid');
  const account = {
    name: textOf(mentor, 'name'),
    handle: isGitHubHandle(handle) ? handle : '',
    email: isEmail(email) ? email : '',
    lfid: /^[^\s@/,;|()[\]{}<>\\`*]+$/.test(lfid) ? lfid : '',
    ...place,
  };
  const isSomebody = account.handle !== '' || account.email !== '';
  return isSomebody && (account.lfid !== '' || account.email !== '') ? [account] : [];
}

function textOf(value: unknown, key: string): string {
  const text = member(value, key);
  // Nothing in a real export has control characters, and nobody should read them in an editor.
  return typeof text === 'string' && text.length <= LONGEST ? text.replace(/[\p{C}\s]+/gu, ' ').trim() : '';
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
