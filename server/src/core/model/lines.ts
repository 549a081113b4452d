import { isBlank } from '../text/span';
import { isAsciiLetter, LineScanner, markerWidth } from './section';

/** A line of a section. Offsets count from the start of the section. */
export interface Line {
  readonly start: number;
  /** Before the line ending. */
  readonly end: number;
  /** The start of the text, after indentation. Equals `end` for a blank line. */
  readonly content: number;
  /** Columns of indentation. A tab advances to the next multiple of four. */
  readonly indent: number;
  /** Length of the list marker at `content`. 0 if there is none. */
  readonly marker: number;
  /** Whether the line is in a fence, a comment or a quote, where nothing is a field. */
  readonly inert: boolean;
  readonly blank: boolean;
}

/** The lines of a section's text, beginning with its heading. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  // Few proposals contain a fence or comment, so we scan only those.
  const scanner = mayHoldBlocks(text) ? new LineScanner() : null;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    const end = next > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    scanner?.headingAt(text, start, next);
    const inside = scanner?.inside ?? false;
    if (!inside && isAsciiLetter(text.charCodeAt(start))) {
      lines.push({ start, end, content: start, indent: 0, marker: 0, inert: false, blank: false });
      start = next + 1;
      continue;
    }
    let content = start;
    let indent = 0;
    for (; content < end && isBlank(text.charCodeAt(content)); content++) {
      indent = text.charCodeAt(content) === 0x09 ? indent + 4 - (indent % 4) : indent + 1;
    }
    const blank = content >= end;
    const inert = inside || (!blank && text.charCodeAt(content) === 0x3e);
    const marker = blank || inert ? 0 : itemMarkerWidth(text, content, end);
    lines.push({ start, end, content, indent, marker, inert, blank });
    start = next + 1;
  }
  return lines;
}

/** Whether a text contains anything that can open a fence or a comment. */
function mayHoldBlocks(text: string): boolean {
  return text.includes('```') || text.includes('~~~') || text.includes('<!--');
}

/** Accepts Markdown's list markers, also before a no-break space, and bullets pasted from word processors. */
function itemMarkerWidth(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x2022 || code === 0x25e6 || code === 0x25cf) return 1;
  const isBullet = code === 0x2d || code === 0x2a || code === 0x2b;
  return isBullet && text.charCodeAt(at + 1) === 0xa0 ? 1 : markerWidth(text, at, end);
}
