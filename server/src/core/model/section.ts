import { isBlank } from '../text/span';

/** The text from one heading to the next. Offsets count from the start of the whole text. */
export interface Section {
  readonly start: number;
  readonly end: number;
  /** Level of the heading, 1 to 6. 0 for the text before the first heading. */
  readonly level: number;
  /**
   * The heading text, without `#` and surrounding white space, at most 1,000 code units. Empty, at the line end, if the
   * heading has no text.
   */
  readonly titleStart: number;
  readonly titleEnd: number;
}

/** The section in a text that has become longer above it. */
export function moved({ start, end, level, titleStart, titleEnd }: Section, by: number): Section {
  return { start: start + by, end: end + by, level, titleStart: titleStart + by, titleEnd: titleEnd + by };
}

const TAB = 0x09;
const CR = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const LESS = 0x3c;

/**
 * Cuts `text` at its ATX headings.
 *
 * Never throws. Sections are in order, adjacent, and cover the whole text. The text before the first heading is a
 * section of level 0, which may be empty. Lines inside fences, quotes, indented code and HTML comments are no headings
 * (CommonMark 0.31, 4.2). A heading that is indented by up to three spaces counts even inside a list, because people
 * mean it as one. Setext headings do not count.
 */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  cutFrom(text, 0, sections, () => false);
  return sections;
}

/**
 * Appends the sections of `text` from `from` on to `sections`. `from` is 0 or the start of a section that begins with
 * `#`. Stops before a section that begins with `#` if `isKnown` is true for its offset, because nothing above can
 * affect the text from there on. Returns the offset where it stopped, or the length of the text.
 */
export function cutFrom(text: string, from: number, sections: Section[], isKnown: (offset: number) => boolean): number {
  let start = from;
  let level = 0;
  let titleStart = from;
  let titleEnd = from;
  const lines = new LineScanner();
  for (let at = from; at < text.length; ) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const hash = lines.headingAt(text, at, end);
    if (hash >= 0) {
      if (at > from || from === 0) sections.push({ start, end: at, level, titleStart, titleEnd });
      if (hash === at && isKnown(at)) return at;
      start = at;
      level = hashesAt(text, hash, end);
      titleEnd = headingEnd(text, hash + level, end);
      titleStart = hash + level;
      while (titleStart < titleEnd && isBlank(text.charCodeAt(titleStart))) titleStart++;
      titleEnd = titleLimit(text, titleStart, titleEnd);
    }
    at = end + 1;
  }
  sections.push({ start, end: text.length, level, titleStart, titleEnd });
  return text.length;
}

/**
 * The maximum length of a title. No person writes a longer one, and a megabyte of brackets in a title would slow down
 * everything that parses it.
 */
export const LONGEST_TITLE = 1_000;

/** The maximum end of a title. Never inside a surrogate pair. */
function titleLimit(text: string, start: number, end: number): number {
  const limit = start + LONGEST_TITLE;
  if (end <= limit) return end;
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit;
}

/** The heading's text as written, without `#`. Empty if there is no heading. */
export function titleOf(text: string, section: Section): string {
  return text.slice(section.titleStart, section.titleEnd);
}

/** Scans a text line by line and tracks fences, comments and lists. */
export class LineScanner {
  /** The character of the open fence. 0 if none is open. */
  private fence = 0;
  private fenceLength = 0;
  /** The content column of the list item with the open fence. Text with less indentation ends both. */
  private fenceColumn = 0;
  private comment = false;
  /** Content columns of the open list items, outermost first. */
  private readonly columns: number[] = [];
  /**
   * Whether the previous line was text. Then text at the margin continues its list item. Otherwise it ends the list.
   */
  private paragraph = false;

  /** Whether the last scanned line was in a fence or comment, or opened or closed one. */
  inside = false;

  /** What is open after the last scanned line. Null for neither. */
  get open(): 'fence' | 'comment' | null {
    if (this.comment) return 'comment';
    return this.fence === 0 ? null : 'fence';
  }

  /**
   * Scans the next line, `text` from `at` to `end` without its LF.
   *
   * Returns the offset of the first `#` if the line is a heading, otherwise -1.
   */
  headingAt(text: string, at: number, end: number): number {
    this.inside = false;
    if (this.comment) {
      this.inside = true;
      if (text.slice(at, end).includes('-->')) this.comment = false;
      return -1;
    }
    const first = text.charCodeAt(at);
    // Most lines start with a letter or `>`. They matter only because they may end a list.
    const quote = first === 0x3e;
    if (this.fence === 0 && (quote || isAsciiLetter(first))) {
      if (quote || !this.paragraph) this.columns.length = 0;
      this.paragraph = true;
      return -1;
    }
    let column = 0;
    let i = at;
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      if (code === SPACE || code === 0xfeff) column++;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
    }
    if (i >= end || text.charCodeAt(i) === CR) {
      this.inside = this.fence !== 0;
      this.paragraph = false;
      return -1;
    }
    const lazy = this.paragraph && this.fence === 0;
    this.paragraph = false;
    const code = text.charCodeAt(i);
    if (this.fence !== 0) {
      if (column >= this.fenceColumn) {
        this.inside = true;
        if (code === this.fence && column - this.fenceColumn < 4 && this.closesFence(text, i, end)) this.fence = 0;
        return -1;
      }
      this.fence = 0;
    }
    // Text that continues the paragraph of a list item keeps the item open, at any indentation.
    const plain = isParagraph(text, i, end) || (lazy && this.columns.length === 0 && !mayInterrupt(text, i, end));
    this.paragraph = plain;
    if (lazy && plain) return -1;
    while (this.columns.length > 0 && (this.columns.at(-1) ?? 0) > column) this.columns.pop();
    const outer = this.columns.at(-1) ?? 0;
    if (code === HASH) return column <= 3 && isHeading(text, i, end) ? i : -1;
    if (column - outer > 3) return -1;
    if (code === BACKTICK || code === TILDE) this.openFence(text, i, end, outer);
    else if (code === LESS && text.startsWith('<!--', i)) {
      this.inside = true;
      this.comment = !text.slice(i + 2, end).includes('-->');
    } else this.openItem(text, i, end, column);
    return -1;
  }

  /** Opens a list item, whose content may itself start with a fence ("- ```") or another item. */
  private openItem(text: string, from: number, end: number, fromColumn: number): void {
    let i = from;
    let column = fromColumn;
    // No person nests more than ten items on one line, and the limit keeps a megabyte of markers fast.
    for (let depth = 0; depth < 10; depth++) {
      const width = markerWidth(text, i, end);
      if (width === 0) return;
      i += width;
      column += width;
      const blanks = blanksAt(text, i, end);
      if (i + blanks >= end || text.charCodeAt(i + blanks) === CR) {
        this.columns.push(column + 1);
        return;
      }
      const gap = blanks > 4 || text.charCodeAt(i) === TAB ? 1 : blanks;
      column += text.charCodeAt(i) === TAB ? 4 - (column % 4) : gap;
      i += blanks;
      this.columns.push(column);
      this.paragraph = true;
      const code = text.charCodeAt(i);
      if (code === BACKTICK || code === TILDE) {
        this.openFence(text, i, end, column);
        return;
      }
    }
  }

  private openFence(text: string, i: number, end: number, column: number): void {
    const code = text.charCodeAt(i);
    let length = 0;
    while (i + length < end && text.charCodeAt(i + length) === code) length++;
    if (length < 3 || (code === BACKTICK && text.slice(i + length, end).includes('`'))) return;
    this.inside = true;
    this.paragraph = false;
    this.fence = code;
    this.fenceLength = length;
    this.fenceColumn = column;
  }

  private closesFence(text: string, from: number, end: number): boolean {
    let i = from;
    while (i < end && text.charCodeAt(i) === this.fence) i++;
    if (i - from < this.fenceLength) return false;
    while (i < end && isBlank(text.charCodeAt(i))) i++;
    return i === end;
  }
}

/** Whether a list item may follow a paragraph directly. An empty one, or one with a number other than 1, may not. */
function mayInterrupt(text: string, i: number, end: number): boolean {
  const width = markerWidth(text, i, end);
  if (width === 0) return true;
  const isEmpty = text.slice(i + width, Math.min(end, i + width + 200)).trim() === '';
  return !isEmpty && (width === 1 || /^0*1$/.test(text.slice(i, i + width - 1)));
}

/** Whether a line is no heading, fence, comment, quote, list item or rule. */
function isParagraph(text: string, i: number, end: number): boolean {
  const code = text.charCodeAt(i);
  if (code === HASH) return !isHeading(text, i, end);
  if (code === BACKTICK || code === TILDE) return !text.startsWith(code === TILDE ? '~~~' : '```', i);
  if (code === LESS) return !text.startsWith('<!--', i);
  if (code === 0x3e || markerWidth(text, i, end) > 0) return false;
  return !/^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\r?$/.test(text.slice(i, Math.min(end, i + 100)));
}

/** Length of the list marker at `i` ("-", "*", "+", "12." …). 0 unless white space or the line's end follows it. */
export function markerWidth(text: string, i: number, end: number): number {
  let width = 0;
  const code = text.charCodeAt(i);
  if (code === 0x2d || code === 0x2a || code === 0x2b) width = 1;
  else {
    while (width < 9 && isDigit(text.charCodeAt(i + width))) width++;
    const close = text.charCodeAt(i + width);
    if (width === 0 || (close !== 0x2e && close !== 0x29)) return 0;
    width++;
  }
  if (i + width > end) return 0;
  const next = text.charCodeAt(i + width);
  return i + width === end || next === SPACE || next === TAB || next === CR ? width : 0;
}

/** Whether a character is an ASCII letter. A line that starts with one is prose. */
export function isAsciiLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function blanksAt(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === TAB)) i++;
  return i - from;
}

function hashesAt(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && i - from < 7 && text.charCodeAt(i) === HASH) i++;
  return i - from;
}

function isHeading(text: string, hash: number, end: number): boolean {
  const level = hashesAt(text, hash, end);
  if (level > 6) return false;
  const next = text.charCodeAt(hash + level);
  return hash + level === end || next === SPACE || next === TAB || next === CR;
}

/** The end of a heading's text, before trailing white space and a closing run of `#` after a space. */
function headingEnd(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  let close = end;
  while (close > from && text.charCodeAt(close - 1) === HASH) close--;
  if (close < end && (close === from || isBlank(text.charCodeAt(close - 1)))) {
    end = close;
    while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  }
  return end;
}
