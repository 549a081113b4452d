import { firstWhere } from './first-where';
import { overlaps, type Span } from './span';

/** Spans that do not overlap each other. Finding one that overlaps another span takes logarithmic time. */
export class TakenSpans {
  /** In the order of the text. */
  private readonly spans: Span[] = [];

  isFree(span: Span): boolean {
    for (let i = firstWhere(this.spans, ({ end }) => end >= span.start); i < this.spans.length; i++) {
      const taken = this.spans[i];
      if (!taken || taken.start > span.end) break;
      if (overlaps(taken, span)) return false;
    }
    return true;
  }

  /** Only those that are free, or that touch each other, may be taken. */
  take(span: Span): void {
    const at = firstWhere(
      this.spans,
      ({ start, end }) => start > span.start || (start === span.start && end > span.end),
    );
    this.spans.splice(at, 0, span);
  }
}
