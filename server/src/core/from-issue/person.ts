import { isEmail, isGitHubHandle, plainEmailOf } from '../facts/mentors';

/** A person as an issue names them. Null for what it does not say. */
export interface Person {
  readonly name: string | null;
  /** Without `@`. */
  readonly handle: string | null;
  readonly email: string | null;
  readonly lfid: string | null;
}

export const nobody: Person = { name: null, handle: null, email: null, lfid: null };

/** The handle in `@ada`, the address of a profile, or a link to it whose text says nothing else. Null for other texts. */
export function handleOf(text: string): string | null {
  const own = text.trim();
  const linked = /^\[@?([\w-]+)\]\((?:https?:\/\/)?(?:www\.)?github\.com\/([\w-]+)\/?\)$/i.exec(own);
  const profile =
    /^\[(?:github|gh|profile|handle|github profile)\]\((?:https?:\/\/)?(?:www\.)?github\.com\/([\w-]+)\/?\)$/i.exec(
      own,
    );
  if (profile) return profile[1] ?? null;
  if (linked)
    return linked[1]?.toLowerCase() === linked[2]?.toLowerCase() || /^\[@/.test(own) ? (linked[2] ?? null) : null;
  const match = /^[<(]?(?:[@＠]\s?|(?:https?:\/\/)?(?:www\.)?github\.com\/@?)([\w-]+)\/?[>)]?$/i.exec(own);
  const handle = match?.[1] ?? '';
  return isGitHubHandle(handle) ? handle : null;
}

/** The address in a text that is nothing else, whatever hides it from machines. Null for other texts. */
export function emailOf(text: string): string | null {
  const own = text
    .trim()
    .replace(/^\[[^\]]*\]\(mailto:([^()]*)\)$/i, '$1')
    .replace(/^[<(](.*)[>)]$/, '$1')
    .replace(/^mailto:/i, '')
    .trim();
  if (isEmail(own)) return own;
  return /\bat\b/i.test(own) ? plainEmailOf(own) : null;
}
