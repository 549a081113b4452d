import type { Mentor, ProposalBody } from './proposal';
import type { Term } from './term';

/** A mentor as findings call them: the name, else the handle, else the address. */
export function calledMentor({ name, handle, email }: Mentor): string {
  return name?.text ?? (handle ? `@${handle.text}` : (email?.text ?? ''));
}

/** Small words inside of names. */
const particle = /^(?:de|da|di|do|del|dos|du|van|von|der|den|ten|ter|la|le|el|al|bin|ibn|e|y|zu)$/;

/**
 * Whether an entry is certainly meant for a person: it has a handle or an address, or two to five words that look like
 * a name. Prose, labels and roles that stand in a mentors field are left alone.
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

/** How many people a proposal names, each once. */
export function countMentors({ mentors }: ProposalBody): number {
  return new Set(
    mentors.filter(isPerson).map(({ handle, email, name }) => (handle ?? email ?? name)?.text.toLowerCase()),
  ).size;
}

/** Whether there is a most of mentors that a proposal of a term may have. */
export function limitsMentors(term: Term | null): boolean {
  return countsMentors(term) && term?.program !== 'summerofcode';
}

/** Until 2022 nobody counted. */
export function countsMentors(term: Term | null): boolean {
  return (term?.year ?? 9999) >= 2023;
}
