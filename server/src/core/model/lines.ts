import { isBlank } from '../text/span';
import { isAsciiLetter, LineScanner, markerWidth } from './section';

/** One line of a section, as the reader of proposals needs it. Offsets count from the start of the section. */
export interface Line {
  readonly start: number;
  /** Before the line's end. */
  readonly end: number;
  /** Where the text begins, behind blanks; `end` on an empty line. */
  readonly content: number;
  /** Columns of blanks before `content`; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** Length of the list marker at `content`, 0 without one. */
  readonly marker: number;
  /** In a fence or a comment, or in a quote: nothing of ours stands there. */
  readonly inert: boolean;
  readonly blank: boolean;
}

/** The lines of a section's text, the heading's first. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  // Few proposals hold a fence or a comment: without one no line can stand inside.
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

/** Whether anything in the text could open a fence or a comment. */
function mayHoldBlocks(text: string): boolean {
  return text.includes('```') || text.includes('~~~') || text.includes('<!--');
}

/** Like Markdown's list marker, also before a no-break space, and a bullet as word processors paste it. */
function itemMarkerWidth(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x2022 || code === 0x25e6 || code === 0x25cf) return 1;
  const isBullet = code === 0x2d || code === 0x2a || code === 0x2b;
  return isBullet && text.charCodeAt(at + 1) === 0xa0 ? 1 : markerWidth(text, at, end);
}
