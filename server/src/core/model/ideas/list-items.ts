import { labelTopic } from '../../facts/idea-labels';
import { partOf, type Span, sliceOf } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { type Line, linesOf } from '../lines';
import { type EntryLink, linkIn } from './entry-link';
import { type IdeaLabel, labelFrom, plainForm } from './idea-label';

/** An item of a list that is not inside another list. Offsets count from the start of the text. */
export interface ListItem {
  /** Its lines, with those of the lists inside it. */
  readonly span: Span;
  /** The words of its first link, or the text before it. Null without either. */
  readonly title: Span | null;
  /** The link to an issue or file in its first line. */
  readonly link: EntryLink | null;
  /** What the item says behind words such as "Mentors:". */
  readonly labels: readonly IdeaLabel[];
}

/** A list with more items is data. */
const MOST_ITEMS = 2_000;
/** Longer texts are paragraphs. */
const LONGEST_TITLE = 200;

/** The items of the lists in a section's text. */
export function itemsIn(text: string): ListItem[] {
  const lines = linesOf(text);
  const starts: number[] = [];
  let column = 0;
  lines.forEach((line, i) => {
    if (line.marker === 0 || line.indent > 3 || (starts.length > 0 && line.indent >= column)) return;
    column = line.indent + line.marker + 1;
    starts.push(i);
  });
  return starts
    .slice(0, MOST_ITEMS)
    .map((first, order) => itemAt(text, lines, first, starts[order + 1] ?? lines.length));
}

function itemAt(text: string, lines: readonly Line[], first: number, next: number): ListItem {
  let last = first;
  for (let i = first + 1; i < next; i++) {
    const line = lines[i];
    // After a blank line, only indented text belongs to the item.
    if (!line || (!line.blank && line.indent < 2 && lines[i - 1]?.blank)) break;
    last = i;
  }
  const head = lines[first] ?? { start: 0, end: 0, content: 0, marker: 0 };
  const own = partOf(text, { start: head.content + head.marker, end: head.end }).span;
  const link = linkIn(text, own);
  const end = lines[last + 1]?.start ?? text.length;
  return {
    span: { start: head.start, end },
    title: link && titleOf(text, own, link),
    link,
    labels: [
      ...labelsIn(text, { start: link?.span.end ?? own.end, end: own.end }),
      ...lines
        .slice(first + 1, last + 1)
        .flatMap(({ content, marker, end }) => labelsIn(text, { start: content + marker, end })),
    ],
  };
}

function titleOf(text: string, own: Span, link: EntryLink): Span | null {
  const before = { start: own.start, end: link.span.start };
  const written = sliceOf(text, before).replace(/^[\s*_([]+/, (marks) => ' '.repeat(marks.length));
  const plain = withoutTail(written, /[\s*_([:：–—-]/);
  const title = partOf(text, { start: before.start, end: before.start + plain.length }).span;
  const start = title.start + (/^[\s*_([]*/.exec(sliceOf(text, title))?.[0].length ?? 0);
  const isWords = /\p{L}{3}/u.test(text.slice(start, title.end)) && !/[.!?]$/.test(plain);
  const span = isWords ? { start, end: title.end } : link.label;
  if (!span || span.end - span.start > LONGEST_TITLE) return null;
  // Lists of lists: "Ideas for 2024".
  return /\b20\d\d\b/.test(sliceOf(text, span)) && link.kind === 'file' ? null : span;
}

/** Labels with known words within a line: "(Mentors: Ada Example, Difficulty: hard)". */
function labelsIn(text: string, line: Span): IdeaLabel[] {
  const found = [
    ...sliceOf(text, line).matchAll(/(?<![\p{L}-])(\p{Lu}[\p{L} ()]{2,40}?)[*_]{0,2}\s?[:：][*_]{0,2}\s/gu),
  ].filter(([, words = '']) => labelTopic(words) !== null);
  return found.flatMap((match, i) => {
    const [whole, words = ''] = match;
    const start = line.start + match.index;
    const valueStart = start + whole.length;
    const behind = found[i + 1];
    const end = behind ? line.start + behind.index : line.end;
    const value = withoutTail(sliceOf(text, { start: valueStart, end }), /[\s,;.|*_–—-]/);
    return (
      labelFrom({
        text: words,
        start,
        span: { start, end: start + words.length },
        shape: 'line',
        form: { ...plainForm, colon: true },
        valueStart,
        valueEnd: valueStart + value.length,
      }) ?? []
    );
  });
}
