import { wordAt } from '../completion/match';

/** Grades of a match, from the worst on. */
const scattered = 0;
const inside = 1;
const atWord = 2;
const atStart = 3;
const whole = 4;

/** How many grades there are. */
export const grades = 5;

/** A text as queries, and what is typed, are held against it: without case and accents, so that "jose" finds "José". */
export function searchable(text: string): string {
  const lower = text.toLowerCase();
  return /[^ -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
}

/** The words of a query, searchable. */
export function wordsOf(query: string): readonly string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well a name answers a query: 0 to `grades - 1`, the higher the better, by the word that is answered worst; -1
 * where a word is not found. The first word has to be found in the name, the others may as well stand `around` it.
 * A word is found also where its letters stand in that order with others between them. All texts are searchable.
 */
export function gradeOf(words: readonly string[], name: string, around: string): number {
  let worst = whole;
  for (const [i, word] of words.entries()) {
    const grade = gradeOfWord(word, name);
    if (grade <= scattered && i > 0 && around.includes(word)) continue;
    if (grade < 0) return -1;
    worst = Math.min(worst, grade);
  }
  return worst;
}

function gradeOfWord(word: string, name: string): number {
  const at = name.indexOf(word);
  if (at < 0) return hasLetters(name, word) ? scattered : -1;
  if (at === 0) return name.length === word.length ? whole : atStart;
  return wordAt(name, word) >= 0 ? atWord : inside;
}

function hasLetters(name: string, word: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
