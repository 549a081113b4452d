import type { Mentor, ProposalBody } from './proposal';
import type { Term } from './term';

/** What findings call a mentor: the name, otherwise the handle, otherwise the address. */
export function calledMentor({ name, handle, email }: Mentor): string {
  return name?.text ?? (handle ? `@${handle.text}` : (email?.text ?? ''));
}

/** Lower-case words inside names. */
const particle = /^(?:de|da|di|do|del|dos|du|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|e|y|zu)$/;

/**
 * Whether an entry certainly names a person: it has a handle, an address, or two to five words that look like a name.
 * Prose, labels and roles in a mentors field do not count.
 */
export function isPerson({ name, handle, email }: Mentor): boolean {
  if (handle !== null || email !== null) return true;
  const words = name?.text.split(/\s+/) ?? [];
  return (
    !name?.text.includes('\n') &&
    words.length > 1 &&
    words.length < 6 &&
    words.every((word) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u.test(word) || particle.test(word)) &&
    !/\p{L}{3}\.$/u.test(name?.text ?? '')
  );
}

/** The number of distinct people in a proposal. */
export function countMentors({ mentors }: ProposalBody): number {
  return new Set(
    mentors.filter(isPerson).map(({ handle, email, name }) => (handle ?? email ?? name)?.text.toLowerCase()),
  ).size;
}

/** Whether proposals of a term have a maximum number of mentors. */
export function limitsMentors(term: Term | null): boolean {
  return countsMentors(term) && term?.program !== 'summerofcode';
}

/** Whether the number of mentors matters. Before 2023 it did not. */
export function countsMentors(term: Term | null): boolean {
  return (term?.year ?? 9999) >= 2023;
}
