import { eastAsianWidth } from 'get-east-asian-width';

let segmenter: Intl.Segmenter | undefined;

/** What a person sees as one letter: an accent, or the parts of a picture, belong to the letter before them. */
function lettersOf(text: string): string[] {
  // To make one takes longer than everything else, and most texts need none.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The columns of a terminal that a text takes: letters of East Asia and pictures take two. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const letter of lettersOf(text)) width += letterWidth(letter);
  return width;
}

/** As much of the start of a text as fits into `width` columns, with "…" behind it if something is missing. */
export function cutTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const cut = fitting(lettersOf(text), width - 1);
  return `${cut.join('').trimEnd()}…`;
}

/** As much of the end of a text as fits into `width` columns, with "…" before it if something is missing. */
export function cutBefore(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const cut = fitting(lettersOf(text).reverse(), width - 1);
  return `…${cut.reverse().join('').trimStart()}`;
}

/** The first letters that take at most `room` columns. */
function fitting(all: readonly string[], room: number): string[] {
  let left = room;
  const end = all.findIndex((letter) => {
    left -= letterWidth(letter);
    return left < 0;
  });
  return all.slice(0, end < 0 ? undefined : end);
}

function letterWidth(letter: string): number {
  // With U+FE0F, a sign is shown as a picture.
  if (/^\p{RI}|\ufe0f/u.test(letter)) return 2;
  const shown = letter.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '');
  return shown === '' ? 0 : eastAsianWidth(shown.codePointAt(0) ?? 0);
}
