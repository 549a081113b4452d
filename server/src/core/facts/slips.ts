import { distance } from 'fastest-levenshtein';

/** How many letters have to be put in, taken out or changed to make one text of the other, case aside. */
export function lettersApart(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}
