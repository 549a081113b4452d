/** How many code units `a` and `b` have in common at their starts. */
export function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  return start;
}

/** How many code units `a` and `b` have in common at their ends, without the first `start` of either. */
export function commonEnd(a: string, b: string, start = 0): number {
  const most = Math.min(a.length, b.length) - start;
  let tail = 0;
  while (tail < most && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return tail;
}
