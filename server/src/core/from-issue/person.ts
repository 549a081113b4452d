import { isEmail, isGitHubHandle, plainEmailOf } from '../facts/mentors';
import { withoutTail } from '../text/tail';

/** A person as an issue names them. Null for what it does not say. */
export interface Person {
  readonly name: string | null;
  /** Without `@`. */
  readonly handle: string | null;
  readonly email: string | null;
  readonly lfid: string | null;
}

export const nobody: Person = { name: null, handle: null, email: null, lfid: null };

/** What both say of a person. Where both say a part, that of `a` counts. */
export function merged(a: Person, b: Person): Person {
  return { name: a.name ?? b.name, handle: a.handle ?? b.handle, email: a.email ?? b.email, lfid: a.lfid ?? b.lfid };
}

/** A link to a profile on GitHub that is nothing else: its text and the handle. Null for other texts. */
export function profileOf(text: string): { readonly words: string; readonly handle: string } | null {
  const [, words = '', handle = ''] =
    /^\[([^\]]*)\]\(<?(?:https?:\/\/)?(?:www\.)?github\.com\/@?([\w-]+)\/?(?:[?#][^()\s<>]*)?>?\)$/i.exec(
      text.trim(),
    ) ?? [];
  return isGitHubHandle(handle) ? { words: words.trim(), handle } : null;
}

/** The handle in `@ada`, the address of a profile, or a link to it whose text says nothing else. Null for other texts. */
export function handleOf(text: string): string | null {
  const profile = profileOf(text);
  if (profile) {
    const { words, handle } = profile;
    const isAccount = /^@[\w-]+$/.test(words) || words.toLowerCase() === handle.toLowerCase();
    return isAccount || /^(?:github|gh|profile|handle|github profile)$/i.test(words) ? handle : null;
  }
  const match = /^[<(]?(?:[@＠]\s?|(?:https?:\/\/)?(?:www\.)?github\.com\/@?)([\w-]+)\/?[>)]?$/i.exec(text.trim());
  const handle = match?.[1] ?? '';
  return isGitHubHandle(handle) ? handle : null;
}

/** The handle in a text that is said to be one: with or without `@`, or where a link leads, whatever its text is. */
export function saidHandle(text: string): string | null {
  return profileOf(text)?.handle ?? handleOf(text) ?? handleOf(`@${text.trim()}`);
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

/** What may stand between the names of a person. */
const particle = /^(?:d[aeiou]s?|del|della|den|der|ter|te[nr]|v[ao]n|bin|al|el|la|las|los|le|y|e|zu|zur)$/;

/** Up to five words that are capitalized or have no case, but for what stands between names. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/);
  const isWord = (word: string, i: number) => /^[\p{Lu}\p{Lo}"'“(]/u.test(word) || (i > 0 && particle.test(word));
  return words.length <= 5 && words.every(isWord) && !/[.!?]$/.test(text.replace(/\b\p{L}\.$/u, ''));
}

/** The name in a text, which may be the end of a sentence ("Write to Ada Example"). Null for none. */
export function nameIn(text: string): string | null {
  const whole = withoutTail(text, /[\s,:：]/).trim();
  const words = whole.split(/\s+/);
  const last = words.findLastIndex((word) => /^\p{Ll}+$/u.test(word) && !particle.test(word));
  const tail = words.slice(last + 1).join(' ');
  const name =
    last >= 0 && isName(tail) && !isName(whole) ? whole.slice(whole.lastIndexOf(words[last + 1] ?? '')) : whole;
  return name === '' ? null : name;
}
