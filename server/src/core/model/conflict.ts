import type { Span } from '../text/span';

/** The words of `git`: seven of one mark at the start of a line, then a blank or the end of the line. */
const markers = ['<<<<<<<', '|||||||', '>>>>>>>'] as const;

/**
 * The merge conflicts that nobody has resolved yet, each from the start of its first marker line to the end of its
 * last; in order, apart, and empty for nearly every text. A marker that was left alone counts, too. `git` writes its
 * markers without regard to Markdown, so that one inside a fence counts as much; a line of `=` alone underlines a
 * heading and counts for nothing.
 */
export function conflictsIn(text: string): readonly Span[] {
  const found = markers.flatMap((marker) => [...linesWith(text, marker)]);
  if (found.length === 0) return none;
  const conflicts: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const { marker, start, end } of found.sort((a, b) => a.start - b.start)) {
    if (open && marker !== '<<<<<<<') open.end = end;
    else {
      if (open) conflicts.push(open);
      open = { start, end };
    }
    if (marker === '>>>>>>>') {
      conflicts.push(open);
      open = null;
    }
  }
  if (open) conflicts.push(open);
  return conflicts;
}

const none: readonly Span[] = [];

interface MarkerLine extends Span {
  readonly marker: (typeof markers)[number];
}

function* linesWith(text: string, marker: MarkerLine['marker']): Iterable<MarkerLine> {
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const isFirst = at === 0 || text.charCodeAt(at - 1) === 0x0a;
    if (!isFirst || !/[ \r\n]|^$/.test(text.charAt(at + marker.length))) continue;
    const feed = text.indexOf('\n', at);
    yield { marker, start: at, end: feed < 0 ? text.length : feed };
  }
}
