import { labelTopic } from '../../facts/idea-labels';
import { ownCopy, type Part, partOf } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { linesOf } from '../lines';
import type { Section } from '../section';
import type { IdeaLabel } from './idea-label';

/** Titles of ideas that are no headings: bold words alone in their line or item, and what a fold shows. */
const title =
  /^ {0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]{1,4})?(?:\*\*|__)([^*_\n]{3,150})(?:\*\*|__)$|^ {0,3}(?:<details[^<>\n]{0,20}>[ \t]*)?<summary>(?:<(?:b|strong)>)?([^<>\n]{3,150})(?:<\/(?:b|strong)>)?<\/summary>$/i;
const mayHold = /^ {0,3}(?:[-*+] |\d{1,3}[.)] )? {0,3}(?:\*\*|__)|<summary>/m;

/** A single title is a remark. */
const FEWEST = 2;

/**
 * Also cuts the sections at lines that are titles without being headings. Null if there are fewer than two: then a text
 * has no ideas for want of titles. The text after the front matter starts at `from`.
 */
export function withTitleLines(text: string, sections: readonly Section[], from: number): readonly Section[] | null {
  if (!mayHold.test(text)) return null;
  const cut = sections.flatMap((section) => cutAtTitles(text, section, from));
  return cut.length >= sections.length + FEWEST ? cut : null;
}

function cutAtTitles(text: string, section: Section, from: number): Section[] {
  const own = text.slice(section.start, section.end);
  if (!mayHold.test(own)) return [section];
  const cut: Section[] = [];
  let open = section;
  for (const line of linesOf(own)) {
    const start = section.start + line.start;
    if (line.blank || line.inert || start < from || (section.level > 0 && line.start === 0)) continue;
    const written = own.slice(line.start, line.end);
    const match = title.exec(withoutTail(written, /[ \t:]/));
    const words = withoutTail(match?.[1] ?? match?.[2] ?? '', /[\s:：]/);
    // "**Mentors**" alone in its line is a label.
    if (words.length < 3 || labelTopic(words) !== null || !/\p{L}{3}/u.test(words)) continue;
    const titleStart = start + written.indexOf(words);
    if (start > open.start || open.level === 0) cut.push({ ...open, end: start });
    const level = Math.min(6, Math.max(1, section.level) + 1);
    open = { start, end: section.end, level, titleStart, titleEnd: titleStart + words.length };
  }
  cut.push({ ...open, end: section.end });
  return cut;
}

/** The title of an idea that says it below a label. Null if it does not. */
export function titleBelow(text: string, labels: readonly IdeaLabel[]): Part | null {
  const label = labels.find(({ topic, shape }) => topic === 'title' && shape !== 'column');
  const end = label ? text.indexOf('\n', label.valueStart) : -1;
  if (!label || end < 0) return null;
  const part = partOf(text, { start: label.valueStart, end: label.valueEnd ?? end });
  return part.text === '' ? null : { ...part, text: ownCopy(part.text) };
}
