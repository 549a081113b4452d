/** Code units to compare at once. Comparing slices is many times faster than comparing single code units. */
const CHUNK = 8192;

/** The number of code units that two texts share at their start. */
export function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.slice(length, length + CHUNK) === b.slice(length, length + CHUNK)) length += CHUNK;
  if (length >= most) return most;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** The number of code units that two texts share at their end, at most `most`. */
export function sharedEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length + CHUNK <= most && pieceOf(a, length) === pieceOf(b, length)) length += CHUNK;
  while (length < most && a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1)) length++;
  return length;
}

/** The chunk that ends `before` code units before the end of `text`. */
function pieceOf(text: string, before: number): string {
  return text.slice(text.length - before - CHUNK, text.length - before);
}
