import { isRule } from './fields';
import type { Line } from './lines';
import type { Field } from './proposal';

/** Where a field's text has left the list item of its label. */
export interface Stray {
  /** Index of the first line outside, among the lines of the proposal. */
  readonly first: number;
  /** Index of the last line of the field. */
  readonly last: number;
  /** Columns that the lines lack to stand inside. */
  readonly column: number;
}

/**
 * Where the text of `field` falls out of its list item (CommonMark 0.31, 5.2): behind a blank line, or with a marker of
 * its own, it needs the indentation of the item's text. Null where all of it stands inside, and where the label is no
 * list item.
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
    // A comment for the checks says nothing of the text; like any block, it ends the paragraph above it.
    else if (text.startsWith('<!-- proposals-', line.content)) paragraph = false;
    else if (isRule(text, line) || isHeading(text, line) || isComment(text, line)) return null;
    else if (!(paragraph && isLazy(text, line))) return { first: i, last, column };
  }
  return null;
}

/** Whether the line may go on a paragraph above it without being indented. */
function isLazy(text: string, line: Line): boolean {
  if (line.inert) return false;
  // Too far in for a marker of the outer list, too little for the item: it goes on as text.
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
  // Text further away is indented code behind one blank.
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
