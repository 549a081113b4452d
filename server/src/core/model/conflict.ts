import type { Span } from '../text/span';
import type { Cut } from './cut';

/** A merge conflict as git writes it, or the rest of one. Offsets count from the start of the text. */
export interface Conflict {
  /** The seven characters of its first marker. */
  readonly marker: Span;
  /** All its lines, from the start of the first to the end of the last. */
  readonly span: Span;
  /** Whether it has both end markers. If not, somebody has begun to resolve it. */
  readonly whole: boolean;
}

/** ours: above the `=======` line; theirs: below it. */
export type Side = 'ours' | 'theirs';

/** Why we do not change a file with a conflict, in one sentence. */
export const resolveFirst = 'Resolve the merge conflict in this file first.';

const OURS = '<<<<<<<';
const BASE = '|||||||';
const MIDDLE = '=======';
const THEIRS = '>>>>>>>';

/**
 * The merge conflicts in a text, in order. Costs two searches if there are none.
 *
 * Markers are what git accepts: seven characters at the start of a line, then white space or the line's end. Git
 * ignores Markdown, so markers in fences and comments count too. Only the markers at the ends show a conflict, because
 * `=======` may underline a heading and `|||||||` may be an empty table row.
 */
export function conflictsIn(text: string): readonly Conflict[] {
  let ours = markerIn(text, OURS, 0);
  let theirs = markerIn(text, THEIRS, 0);
  if (ours < 0 && theirs < 0) return none;
  const found: Conflict[] = [];
  while (ours >= 0 || theirs >= 0) {
    if (ours < 0 || (theirs >= 0 && theirs < ours)) {
      found.push(conflictAt(text, theirs, theirs, false));
      theirs = markerIn(text, THEIRS, theirs + 1);
      continue;
    }
    const next = markerIn(text, OURS, ours + 1);
    if (theirs >= 0 && (next < 0 || theirs < next)) {
      found.push(conflictAt(text, ours, theirs, true));
      theirs = markerIn(text, THEIRS, theirs + 1);
    } else {
      const middle = markerIn(text.slice(ours, next < 0 ? text.length : next), MIDDLE, 0);
      found.push(conflictAt(text, ours, middle < 0 ? ours : ours + middle, false));
    }
    ours = next;
  }
  return found;
}

/**
 * Like `conflictsIn`, for a text that was cut with the help of an earlier version. A marker is always inside one
 * section, so if the earlier version had no conflict, we search only the sections that have changed.
 */
export function conflictsAgain(
  text: string,
  { sections, front, back }: Cut,
  before: readonly Conflict[],
): readonly Conflict[] {
  if (before.length > 0) return conflictsIn(text);
  const from = sections[front]?.start ?? text.length;
  const to = sections[sections.length - back]?.start ?? text.length;
  return conflictsIn(text.slice(from, to)).length === 0 ? none : conflictsIn(text);
}

/** The text with only one side of each conflict. The markers of incomplete conflicts are removed too. */
export function sideOf(text: string, conflicts: readonly Conflict[], side: Side): string {
  let at = 0;
  let result = '';
  for (const { span } of conflicts) {
    result += text.slice(at, span.start);
    let part: Side | 'base' = 'ours';
    for (const line of text.slice(span.start, span.end).split(/(?<=\n)/)) {
      const marker = /^(?:<{7}|\|{7}|={7}|>{7})(?=\s|$)/.exec(line)?.[0];
      if (marker) part = marker === MIDDLE ? 'theirs' : marker === BASE ? 'base' : part;
      else if (part === side) result += line;
    }
    at = span.end;
  }
  return result + text.slice(at);
}

/** Nearly every text has no conflicts, so all of them share one empty list. */
const none: readonly Conflict[] = [];

/** The start of the first line that is a marker, at or after `from`. -1 if there is none. */
function markerIn(text: string, marker: string, from: number): number {
  let at = text.indexOf(marker, from);
  for (; at >= 0; at = text.indexOf(marker, at)) {
    const isFirst = at === 0 || text.charCodeAt(at - 1) === 0x0a;
    const end = at + marker.length;
    if (isFirst && (end === text.length || /\s/.test(text.charAt(end)))) return at;
    // Skip a longer run of marker characters at once.
    while (text.charCodeAt(at) === marker.charCodeAt(0)) at++;
  }
  return -1;
}

function conflictAt(text: string, first: number, last: number, whole: boolean): Conflict {
  const feed = text.indexOf('\n', last);
  const marker = { start: first, end: first + OURS.length };
  return { marker, span: { start: first, end: feed < 0 ? text.length : feed + 1 }, whole };
}
