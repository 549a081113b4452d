import { distance } from 'fastest-levenshtein';
import { type CncfProject, cncfProjects } from './projects';
import { wordKey } from './words';

/**
 * The CNCF project that a misspelled name means. Accepts one wrong letter, two in a long name. Null if no project or
 * more than one fits. `key` is the `wordKey` of `name`.
 */
export function nearProject(name: string, key: string): CncfProject | null {
  if (key.length < 5) return null;
  const most = key.length < 9 ? 1 : 2;
  const near = (byLetter.get(key.charAt(0)) ?? []).filter(
    ([known]) =>
      Math.abs(known.length - key.length) <= most &&
      // An additional word names a part of the project ("Example AI").
      !(key.startsWith(known) && /\s/.test(name.slice(known.length).trimEnd())) &&
      distance(known, key) <= most &&
      // Different numbers at the end name different things, so they are no typo.
      numberAtEnd(known) === numberAtEnd(key),
  );
  return near.length === 1 ? (near[0]?.[1] ?? null) : null;
}

function numberAtEnd(key: string): string {
  let start = key.length;
  while (/\d/.test(key.charAt(start - 1))) start--;
  return key.slice(start);
}

/**
 * Projects by first letter, so that we do not compare all names on every keystroke. Typos in the first letter are rare.
 */
const byLetter: ReadonlyMap<string, readonly (readonly [string, CncfProject])[]> = lettered();

function lettered(): Map<string, (readonly [string, CncfProject])[]> {
  const map = new Map<string, (readonly [string, CncfProject])[]>();
  for (const project of cncfProjects.projects) {
    const key = wordKey(project.name);
    map.set(key.charAt(0), [...(map.get(key.charAt(0)) ?? []), [key, project]]);
  }
  return map;
}
