import { distance } from 'fastest-levenshtein';
import { type CncfProject, cncfProjects } from './projects';
import { wordKey } from './words';

/**
 * The one CNCF project that a slip of a letter, two in a long name, leads away from; null where there is none or
 * several. `key` is the name's `wordKey`.
 */
export function nearProject(name: string, key: string): CncfProject | null {
  if (key.length < 5) return null;
  const most = key.length < 9 ? 1 : 2;
  const near = (byLetter.get(key.charAt(0)) ?? []).filter(
    ([known]) =>
      Math.abs(known.length - key.length) <= most &&
      // A word more names a part of the project ("Example AI").
      !(key.startsWith(known) && /\s/.test(name.slice(known.length).trimEnd())) &&
      distance(known, key) <= most &&
      // A number at the end tells two things apart, it is no slip.
      numberAtEnd(known) === numberAtEnd(key),
  );
  return near.length === 1 ? (near[0]?.[1] ?? null) : null;
}

function numberAtEnd(key: string): string {
  let start = key.length;
  while (/\d/.test(key.charAt(start - 1))) start--;
  return key.slice(start);
}

/** Slips in the first letter are rare: with them all names would have to be compared at every keystroke. */
const byLetter: ReadonlyMap<string, readonly (readonly [string, CncfProject])[]> = lettered();

function lettered(): Map<string, (readonly [string, CncfProject])[]> {
  const map = new Map<string, (readonly [string, CncfProject])[]>();
  for (const project of cncfProjects.projects) {
    const key = wordKey(project.name);
    map.set(key.charAt(0), [...(map.get(key.charAt(0)) ?? []), [key, project]]);
  }
  return map;
}
