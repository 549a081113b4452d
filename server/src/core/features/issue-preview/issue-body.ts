/**
 * The beginning of an issue's text as Markdown that may be shown. A stranger has written it, so nothing of it is let
 * through: it is read, and what has been understood is written anew. What has not been understood is plain words.
 */

import { short } from '../../markdown/write';
import { type Atom, atomsOf, type Home, longestTicks, withoutMarks, wordsOf } from './issue-inline';

/** More than this is not looked at: nobody's first letters stand behind so many that are hidden. */
const LONGEST = 8_000;

/**
 * At most `most` visible characters of `body`: paragraphs, lists, quotes, code and links to the web. No HTML, no image, no
 * heading. Null where nothing is left.
 */
export function bodyMarkdown(body: string, home: Home, most: number): string | null {
  const blocks = new Blocks(home, most);
  for (const line of linesIn(body.slice(0, LONGEST))) {
    if (blocks.isFull) break;
    blocks.take(line);
  }
  return blocks.written();
}

interface Line {
  readonly text: string;
  /** Of code in a fence: the fence's language, and whether it is the first line in it. */
  readonly code: { readonly language: string; readonly first: boolean } | null;
}

const fence = /^ {0,3}(?:[-*+] |\d{1,3}[.)] )?\s*(`{3,}|~{3,})\s*([^`]*)$/;

/** Lines without comments, scripts and styles, which are hidden up to their end; those in fences as they are. */
function* linesIn(body: string): Iterable<Line> {
  let hidden: RegExp | null = null;
  let open: { mark: string; language: string; first: boolean } | null = null;
  for (const raw of body.split(/\r\n?|\n/)) {
    if (open) {
      const closing = raw.trim();
      if (closing.length >= open.mark.length && closing === open.mark.charAt(0).repeat(closing.length)) open = null;
      else {
        yield { text: raw, code: { language: open.language, first: open.first } };
        open.first = false;
      }
      continue;
    }
    const [, mark, info = ''] = (hidden ? null : fence.exec(raw)) ?? [];
    if (mark !== undefined) {
      open = { mark, language: /^[a-z\d+#-]{1,20}/i.exec(info)?.[0] ?? '', first: true };
      continue;
    }
    const shown: { text: string; hidden: RegExp | null } = shownOf(raw, hidden);
    hidden = shown.hidden;
    for (const text of shown.text.split(/<br\s*\/?>/i)) yield { text, code: null };
  }
}

function shownOf(line: string, since: RegExp | null): { text: string; hidden: RegExp | null } {
  let text = '';
  let rest = line;
  let hidden = since;
  for (;;) {
    if (hidden) {
      const end = hidden.exec(rest);
      if (!end) return { text, hidden };
      rest = rest.slice(end.index + end[0].length);
      hidden = null;
    }
    const start = /<!--|<(script|style)\b/i.exec(rest);
    if (!start) return { text: text + rest, hidden };
    text += rest.slice(0, start.index);
    rest = rest.slice(start.index + start[0].length);
    hidden = start[1] === undefined ? /-->/ : new RegExp(`</${start[1]}\\s*>`, 'i');
  }
}

type Block =
  | { readonly is: 'paragraph' | 'quote'; readonly lines: string[] }
  | { readonly is: 'item'; readonly mark: string; text: string }
  | { readonly is: 'code'; readonly language: string; readonly lines: string[] };

class Blocks {
  private readonly blocks: Block[] = [];
  /** The block that the next line may go on; null behind an empty line. */
  private last: Block | null = null;
  /** Where the items of the list around begin, outermost first. */
  private indents: number[] = [];
  private left: number;
  isFull = false;

  constructor(
    private readonly home: Home,
    most: number,
  ) {
    this.left = most;
  }

  take({ text, code }: Line): void {
    if (code) {
      this.takeCode(text, code);
      return;
    }
    const [, indent = '', mark, box, item = ''] =
      /^([ \t]*)(?:([-*+]|\d{1,9}[.)])[ \t]+)(?:\[([ xX])\][ \t]+)?(.*)$/.exec(text) ?? [];
    if (text.trim() === '' || isRule(text)) this.last = null;
    else if (mark !== undefined) this.takeItem(indent, mark, box, item);
    else this.takeText(text);
  }

  written(): string | null {
    let written = '';
    let before: Block | null = null;
    for (const block of this.blocks) {
      const markdown = markdownOf(block);
      if (markdown === '') continue;
      written += `${before === null ? '' : before.is === 'item' && block.is === 'item' ? '\n' : '\n\n'}${markdown}`;
      before = block;
    }
    return written || null;
  }

  private takeCode(text: string, { language, first }: NonNullable<Line['code']>): void {
    const line = withoutMarks(text).trimEnd();
    // Half a line of code says something else than the whole.
    if (line.length > this.left) {
      this.isFull = true;
      const block = this.last?.is === 'code' && !first ? this.last : null;
      if (block) block.lines.push('…');
      return;
    }
    this.left -= line.length;
    if (first || this.last?.is !== 'code') this.begin({ is: 'code', language, lines: [] });
    if (this.last?.is === 'code') this.last.lines.push(line);
  }

  private takeItem(indent: string, mark: string, box: string | undefined, text: string): void {
    const column = indent.replaceAll('\t', '    ').length;
    while (this.indents.length > 0 && (this.indents.at(-1) ?? 0) > column) this.indents.pop();
    if (this.indents.at(-1) !== column) this.indents.push(column);
    const depth = Math.min(this.indents.length, 4) - 1;
    const tick = box === undefined ? '' : box === ' ' ? '☐ ' : '☑ ';
    const written = this.write(text);
    if (written === '') return;
    const number = /^[1-9]\d?(?!\d)/.exec(mark)?.[0] ?? '1';
    const shown = /\d/.test(mark) ? `${number}.` : '-';
    this.begin({ is: 'item', mark: `${'    '.repeat(depth)}${shown} ${tick}`, text: written }, this.indents);
  }

  private takeText(line: string): void {
    const { last } = this;
    const quote = /^ {0,3}(?:> ?)+(.*)$/.exec(line)?.[1];
    const title = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/.exec(line)?.[1];
    if (title !== undefined) {
      this.begin({ is: 'paragraph', lines: [this.writeTitle(title)] });
      this.last = null;
      return;
    }
    const written = this.write(cellsOf(quote ?? line));
    if (written === '') return;
    if (last?.is === 'item' && quote === undefined) last.text += ` ${written}`;
    else if (last?.is === 'quote' && quote !== undefined) last.lines.push(written);
    else if (last?.is === 'paragraph' && quote === undefined) last.lines.push(written);
    else this.begin({ is: quote === undefined ? 'paragraph' : 'quote', lines: [written] });
  }

  private begin(block: Block, indents: number[] = []): void {
    this.blocks.push(block);
    this.last = block;
    this.indents = indents;
  }

  /** A heading does not shout: it is a line in bold. */
  private writeTitle(title: string): string {
    const atoms = atomsOf(title, this.home);
    const written = this.writeAtoms(atoms).trim();
    return written !== '' && atoms.every(({ is }) => is === 'words') ? `**${written}**` : written;
  }

  private write(line: string): string {
    return this.writeAtoms(atomsOf(line.trim(), this.home)).trim();
  }

  /** As much as there is room for; an ellipsis where that is not all. */
  private writeAtoms(atoms: readonly Atom[]): string {
    let written = '';
    for (const atom of atoms) {
      if (this.isFull) break;
      const letters = atom.is === 'words' ? [...atom.text].length : atom.letters;
      if (letters <= this.left) written += atom.is === 'words' ? wordsOf(atom.text) : atom.markdown;
      else {
        const room = Math.max(1, this.left);
        written += atom.is === 'words' ? `${/^\s/.test(atom.text) ? ' ' : ''}${wordsOf(cut(atom.text, room))}` : '…';
        this.isFull = true;
      }
      this.left -= letters;
    }
    return written;
  }
}

/** A line that only divides, or underlines a heading, or divides the head of a table. */
function isRule(line: string): boolean {
  return /^ {0,3}(?:(?:-[ \t]*){2,}|(?:=[ \t]*){2,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+)$/.test(
    line,
  );
}

/** A row of a table as words. */
function cellsOf(line: string): string {
  const row = /^\s*\|(.*?)\|?\s*$/.exec(line)?.[1];
  return row === undefined ? line : row.replace(/\s*\|\s*/g, ' · ').trim();
}

/** Words are cut between words, unless one of them alone is too long. */
function cut(text: string, most: number): string {
  const line = short(text, most);
  const shorter = line.replace(/\s+\S*…$/u, '…');
  return shorter.length * 2 > line.length ? shorter : line;
}

function markdownOf(block: Block): string {
  switch (block.is) {
    case 'item':
      return `${block.mark}${block.text}`;
    case 'quote':
      return block.lines.map((line) => `> ${line}`).join('  \n');
    case 'paragraph':
      // As on GitHub, where a new line of an issue is a new line.
      return block.lines.join('  \n');
    case 'code': {
      const text = block.lines.join('\n');
      if (text.trim() === '') return '';
      const mark = '`'.repeat(Math.max(3, longestTicks(text) + 1));
      return `${mark}${block.language}\n${text}\n${mark}`;
    }
  }
}
