import { wordAt } from '../completion/match';

/** Match grades, worst first. */
const scattered = 0;
const inside = 1;
const atWord = 2;
const atStart = 3;
const whole = 4;

/** The number of grades. */
export const grades = 5;

/** Normalizes queries and names for comparison: without case and accents, so that "jose" finds "José". */
export function searchable(text: string): string {
  const lower = text.toLowerCase();
  return /[^ -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
}

/** The words of a query, normalized by `searchable`. */
export function wordsOf(query: string): readonly string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well a name matches a query: 0 to `grades - 1`, higher is better, or -1 if a word is missing. The worst-matching
 * word decides. The first word must be in the name, the others can also be in `around`. Scattered letters in the right
 * order count as a match. All texts must be normalized by `searchable`.
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
