/** Whether a word of `key` starts with `typed`, or `typed` is empty. Both must be normalized by `searchable`. */
export function beginsWord(key: string, typed: string): boolean {
  return typed === '' || wordAt(key, typed) >= 0;
}

/** Offset of the first word in `key` that starts with `typed`, or -1. Both must be normalized by `searchable`. */
export function wordAt(key: string, typed: string): number {
  for (let at = key.indexOf(typed); at >= 0; at = key.indexOf(typed, at + 1)) {
    if (at === 0 || !isLetterOrDigit(key.charCodeAt(at - 1))) return at;
  }
  return -1;
}

/**
 * Whether `key` contains the letters of `typed` in order, the first at the start of a word. Both must be normalized by
 * `searchable`.
 */
export function containsLetters(key: string, typed: string): boolean {
  const first = wordAt(key, typed.charAt(0));
  if (first < 0) return false;
  let at = first;
  for (const letter of typed) {
    at = key.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code > 0xbf && code !== 0xd7);
}
