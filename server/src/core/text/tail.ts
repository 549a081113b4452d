/**
 * What stands at the end of a text, looked for from there. A pattern such as `/ +$/` begins anew at every blank of a
 * text that ends in another letter, and its time grows with the square of the text.
 */

/** Where the run of characters that `mark` matches begins at the end of `text`; its length where there is none. */
export function tailStart(text: string, mark: RegExp): number {
  let start = text.length;
  while (start > 0 && mark.test(text.charAt(start - 1))) start--;
  return start;
}

/** `text` without the characters at its end that `mark`, a class of single characters, matches. */
export function withoutTail(text: string, mark: RegExp): string {
  return text.slice(0, tailStart(text, mark));
}
