import { type Part, partOf, type Span } from '../text/span';
import { type DateMention, datesIn } from './date';
import type { Line } from './lines';

/** A line of a table of contents: `* [Jaeger](#jaeger)`. */
export interface TocEntry {
  /** The whole line, including its indentation. */
  readonly span: Span;
  readonly indent: number;
  readonly marker: string;
  /** The link text, with markup. */
  readonly title: Part;
  /** Without `#`. */
  readonly anchor: Part;
}

/** A row or list item of a timeline: an activity with its days. */
export interface TimelineRow {
  readonly activity: Part;
  readonly dates: readonly DateMention[];
}

/** The parts of a section without proposals: what a term README contains before its projects. */
export interface Front {
  readonly toc: readonly TocEntry[];
  readonly timeline: readonly TimelineRow[];
  /** The date in "…, by May 13, 2025." under "Project instructions". Null elsewhere. */
  readonly deadline: DateMention | null;
}

/** For a section without these parts. */
export const noFront: Front = { toc: [], timeline: [], deadline: null };

/** Reads the table of contents, the timeline and the deadline from a section without fields. */
export function readFront(text: string, lines: readonly Line[], title: string): Front {
  const hasLinks = text.includes('](#');
  const isTimeline = /timeline|^term\b|^q\d|^20\d\d\b/i.test(title);
  const isInstructions = /instructions/i.test(title);
  if (!hasLinks && !isTimeline && !isInstructions) return noFront;
  const toc: TocEntry[] = [];
  const timeline: TimelineRow[] = [];
  for (const line of lines) {
    if (line.blank || line.inert) continue;
    const entry = hasLinks ? tocEntryAt(text, line) : null;
    if (entry) toc.push(entry);
    const row = isTimeline && !entry ? timelineRowAt(text, line) : null;
    if (row) timeline.push(row);
  }
  return { toc, timeline, deadline: isInstructions && /project/i.test(title) ? deadlineIn(text) : null };
}

function tocEntryAt(text: string, line: Line): TocEntry | null {
  if (line.marker === 0) return null;
  const at = line.content + line.marker;
  const match = /^[ \t]+\[((?:[^\][\\\n]|\\.|\[[^\][\n]*\]){0,300})\]\(#([^()\s]{0,300})\)[ \t]*$/.exec(
    text.slice(at, line.end),
  );
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const start = text.indexOf('[', at) + 1;
  const anchor = text.indexOf('](#', start + match[1].length) + 3;
  return {
    span: { start: line.start, end: line.end },
    indent: line.indent,
    marker: text.slice(line.content, at),
    title: { text: match[1], span: { start, end: start + match[1].length } },
    anchor: { text: match[2], span: { start: anchor, end: anchor + match[2].length } },
  };
}

/** `| activity | dates |`, or `- activity: dates` in either order. */
function timelineRowAt(text: string, line: Line): TimelineRow | null {
  const row = { start: line.content, end: line.end };
  const dates = datesIn(text, row);
  if (dates.length === 0) return null;
  if (text.charAt(line.content) !== '|')
    return { activity: partOf(text, { start: line.content + line.marker, end: line.end }), dates };
  const cell = text.indexOf('|', line.content + 1);
  if (cell < 0 || cell > line.end) return null;
  const activity = partOf(text, { start: line.content + 1, end: cell });
  return {
    activity: { ...activity, text: activity.text.replace(/[*_]/g, '') },
    dates: dates.filter(({ span }) => span.start > cell),
  };
}

function deadlineIn(text: string): DateMention | null {
  for (const date of datesIn(text, { start: 0, end: text.length })) {
    if (/\bby\s+$/i.test(text.slice(Math.max(0, date.span.start - 8), date.span.start))) return date;
  }
  return null;
}
