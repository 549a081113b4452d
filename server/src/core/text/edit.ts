import type { Span } from './span';

/**
 * Replaces the code units in `span` with `text`. If a text has several edits, all offsets refer to the original text.
 */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * `text` after all `edits`. Edits may be in any order. Insertions at the same offset keep their order.
 *
 * Throws a RangeError if two edits overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
  );
  let result = '';
  let end = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < end) throw new RangeError(`edits overlap at offset ${edit.span.start}`);
    result += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return result + text.slice(end);
}

/**
 * Combines two rounds of edits into one: `first`, then `second`, whose offsets refer to `between`, the text after
 * `first`.
 *
 * Throws a RangeError if edits of the same round overlap.
 */
export function composeEdits(first: readonly Edit[], between: string, second: readonly Edit[]): readonly Edit[] {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const parts = [...placedBetween(first), ...second.map(({ span, text }) => ({ span, text, grown: null }))];
  parts.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const edits: Edit[] = [];
  let shift = 0;
  for (let i = 0; i < parts.length; ) {
    // Edits that touch become one edit, so that its ends are offsets that neither round has changed.
    const start = parts[i]?.span.start ?? 0;
    let end = start;
    const seconds: Edit[] = [];
    const startBefore = start - shift;
    for (let part = parts[i]; part && part.span.start <= end; part = parts[++i]) {
      end = Math.max(end, part.span.end);
      if (part.grown !== null) shift += part.grown;
      else seconds.push({ span: { start: part.span.start - start, end: part.span.end - start }, text: part.text });
    }
    edits.push({
      span: { start: startBefore, end: end - shift },
      text: applyEdits(between.slice(start, end), seconds),
    });
  }
  return edits;
}

/** Where the inserted texts are after the edits, and by how much each edit changes the length of the text. */
function placedBetween(edits: readonly Edit[]): { span: Span; text: string; grown: number }[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, text }) => {
      const grown = text.length - (span.end - span.start);
      const start = span.start + shift;
      shift += grown;
      return { span: { start, end: start + text.length }, text, grown };
    });
}
