/** Whether two lists have equal items in the same order. */
export function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (one: T, other: T) => boolean = Object.is,
): boolean {
  return a.length === b.length && a.every((each, i) => isSame(each, b[i] as T));
}
