/** The smallest of any number of numbers, where `Math.min` takes no more than a call has arguments; Infinity of none. */
export function leastOf(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}
