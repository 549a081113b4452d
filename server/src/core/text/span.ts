/** A half-open range of UTF-16 code units: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a document that means something of its own: the text as it is understood, and where it stands. */
export interface Part {
  readonly text: string;
  readonly span: Span;
}

/** The same span, `by` code units further on. */
export function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The code units of `text` that `span` covers. */
export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether a caret at `offset` stands in `span` or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether the two spans share a code unit, or touch where one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
    ? true
    : (a.start === a.end || b.start === b.end) && a.start <= b.end && b.start <= a.end;
}

/** `span` without the white space at both ends; empty at its start where there is nothing else. */
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

/** `slice` in memory of its own: a slice keeps the whole text that it was cut from for as long as it lives. */
export function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

/** White space as people's editors write it: blank, tab, line ends, no-break and ideographic space, BOM. */
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
