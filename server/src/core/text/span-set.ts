import { overlaps, type Span } from './span';

/** Offsets with the same number of blocks before them are looked up together. */
const BLOCK = 1_024;

/**
 * Spans that can be asked whether one of them overlaps another span. A span costs time in proportion to its length in
 * blocks, and not to the number of the others.
 */
export class SpanSet {
  private readonly blocks = new Map<number, Span[]>();

  add(span: Span): void {
    for (const block of blocksOf(span)) {
      const spans = this.blocks.get(block);
      if (spans) spans.push(span);
      else this.blocks.set(block, [span]);
    }
  }

  hasOverlapping(span: Span): boolean {
    for (const block of blocksOf(span)) if (this.blocks.get(block)?.some((other) => overlaps(span, other))) return true;
    return false;
  }
}

/** The blocks that a span is in or touches with its end: an empty span overlaps what it touches. */
function* blocksOf({ start, end }: Span): Generator<number> {
  for (let block = Math.floor(start / BLOCK); block <= Math.floor(end / BLOCK); block++) yield block;
}
