import { isRule } from './fields';
import type { Line } from './lines';
import type { Field } from './proposal';

/** Text of a field that is outside the list item of its label. */
export interface Stray {
  /** Index of the first line outside, counted in the lines of the proposal. */
  readonly first: number;
  /** Index of the last line of the field. */
  readonly last: number;
  /** The column where the lines must start to be inside. */
  readonly column: number;
}

/**
 * Finds text of `field` outside its list item (CommonMark 0.31, 5.2). After a blank line, or with its own list marker,
 * text must be indented as far as the item's text. Null if all text is inside or the label is not a list item.
 */
export function strayIn(text: string, lines: readonly Line[], field: Field): Stray | null {
  const label = lines.findIndex(({ start }) => start === field.span.start);
  const head = lines[label];
  if (!head || head.marker === 0 || isPastedBullet(text, head)) return null;
  const column = contentColumn(text, head);
  let last = label;
  while ((lines[last + 1]?.start ?? Number.POSITIVE_INFINITY) < field.span.end) last++;
  let paragraph = true;
  for (let i = label + 1; i <= last; i++) {
    const line = lines[i];
    if (!line) break;
    if (line.blank) paragraph = false;
    else if (line.indent >= column) paragraph = !line.inert;
    // A comment with our directives is not text, but like any block it ends the paragraph.
    else if (text.startsWith('<!-- proposals-', line.content)) paragraph = false;
    else if (isRule(text, line) || isHeading(text, line) || isComment(text, line)) return null;
    else if (!(paragraph && isLazy(text, line))) return { first: i, last, column };
  }
  return null;
}

/** Whether the line can continue a paragraph without indentation. */
function isLazy(text: string, line: Line): boolean {
  if (line.inert) return false;
  // Too deep for a marker of the outer list and not deep enough for the item, so the line continues the paragraph.
  if (line.indent > 3) return true;
  if (line.marker === 0 || isPastedBullet(text, line))
    return !/^<\/?[a-z]+[\s>]/i.test(text.slice(line.content, line.end));
  const marker = text.slice(line.content, line.content + line.marker);
  const isEmpty = text.slice(line.content + line.marker, line.end).trim() === '';
  return isEmpty || (/^\d/.test(marker) && !/^1[.)]$/.test(marker));
}

function contentColumn(text: string, { content, indent, marker, end }: Line): number {
  let column = indent + marker;
  let at = content + marker;
  for (; at < end; at++) {
    if (text[at] === ' ') column++;
    else if (text[at] === '\t') column += 4 - (column % 4);
    else break;
  }
  // With more spaces, the text is indented code that starts one space after the marker.
  return column - indent - marker > 4 ? indent + marker + 1 : column;
}

function isPastedBullet(text: string, line: Line): boolean {
  return text.charCodeAt(line.content) > 0x7f;
}

function isHeading(text: string, line: Line): boolean {
  return text.charAt(line.content) === '#' && /^#{1,6}(?:\s|$)/.test(text.slice(line.content, line.end));
}

function isComment(text: string, line: Line): boolean {
  return line.inert && text.startsWith('<!--', line.content);
}
