import type { Span } from './span';

/** A replacement of the code units in `span` by `text`. Several edits of one text are all meant in its old offsets. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * `text` after all `edits`. Edits may be given in any order; insertions at one place keep the order given.
 *
 * Throws a RangeError when two edits overlap: then they were not made for each other.
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
