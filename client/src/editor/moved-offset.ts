/** A change of a text: how many characters it takes away at an offset, and what it puts there. */
export interface TextChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where an offset is after a change. A text that is put exactly there comes before the offset if it `isOwn`, as what a key
 * has asked for; otherwise behind it, as what was typed after that key.
 */
export function movedBy(offset: number, { rangeOffset, rangeLength, text }: TextChange, isOwn: boolean): number {
  const end = rangeOffset + rangeLength;
  if (rangeOffset > offset) return offset;
  if (end < offset || (end === offset && isOwn)) return offset + text.length - rangeLength;
  return rangeOffset;
}
