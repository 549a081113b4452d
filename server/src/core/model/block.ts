import { LineScanner } from './section';

/** A fence or comment of at least two lines. Offsets count from the start of the text that was scanned. */
export interface Block {
  readonly kind: 'fence' | 'comment';
  /** The start of the line that opens it. */
  readonly start: number;
  /** The start of the next line: where its content begins. */
  readonly content: number;
  /** The end of the line that closes it, or where a less indented line or the end of the text does. */
  readonly end: number;
  readonly closed: boolean;
}

/** The fences and comments of a text, in order. One that nobody has closed ends with the text. */
export function blocksIn(text: string): readonly Block[] {
  if (!/```|~~~|<!--/.test(text)) return [];
  const blocks: Block[] = [];
  const scanner = new LineScanner();
  let start = 0;
  let content = 0;
  let open: Block['kind'] | null = null;
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    scanner.headingAt(text, at, end);
    const now = scanner.open;
    if (open !== null && now !== open)
      blocks.push({ kind: open, start, content, end: scanner.inside ? end : at, closed: true });
    if (now !== null && now !== open) [start, content] = [at, Math.min(text.length, end + 1)];
    open = now;
    at = end + 1;
  }
  if (open !== null) blocks.push({ kind: open, start, content, end: text.length, closed: false });
  return blocks;
}
