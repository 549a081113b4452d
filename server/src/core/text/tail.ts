/**
 * Searches a text from its end. A pattern such as `/ +$/` tries again at every space, so its time is quadratic in the
 * length of the text.
 */

/**
 * The start of the run of characters at the end of `text` that match `mark`. The length of `text` if there is no such
 * run.
 */
export function tailStart(text: string, mark: RegExp): number {
  let start = text.length;
  while (start > 0 && mark.test(text.charAt(start - 1))) start--;
  return start;
}

/** `text` without the characters at its end that match `mark`, a class of single characters. */
export function withoutTail(text: string, mark: RegExp): string {
  return text.slice(0, tailStart(text, mark));
}
