import { distance } from 'fastest-levenshtein';

/** The number of letters to insert, delete or replace to turn `a` into `b`. Ignores case. */
export function lettersApart(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}
