/** A half-open range of UTF-16 code units: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a document with its own meaning: its text, as we understand it, and its place. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** `span` moved by `by` code units. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The part of `text` that `span` covers. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether a caret at `offset` is in `span` or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share a code unit. An empty span also overlaps a span that it touches. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
    ? true
    : (a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end;
}

/** `span` without the white space at both ends. If it contains only white space, the result is empty, at its start. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : { start: span.start, end: span.start };
}

/** `span` of `text` as a part, without the white space at both ends. */
export function partOf(text: string, span: Span): Part {
  const inner = trimmed(text, span);
  return { text: sliceOf(text, inner), span: inner };
}

/** Copies `slice`, because a slice keeps the whole text that it comes from in memory. */
export function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** White space that editors insert: space, tab, line endings, no-break, ideographic and zero-width space, BOM. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x200b
  );
}
