import { linesOf } from '../lines';
import type { Section } from '../section';

/** An underline right below a text. A rule stands below a blank line. */
const underline = /[^\s|][ \t]*\r?\n {0,3}(?:={2,}|-{3,})[ \t]*\r?$/m;

/**
 * Also cuts the sections at one-line setext headings (CommonMark 0.31, 4.3). Idea lists by people who are used to other
 * markup contain them, CNCF's files do not. The text after the front matter starts at `from`.
 */
export function withUnderlined(text: string, sections: readonly Section[], from: number): readonly Section[] {
  if (!underline.test(text)) return sections;
  return sections.flatMap((section) => cutAtUnderlines(text, section, from));
}

/** The sections without headings before `from`, because `#` begins a comment in front matter. */
export function headingsFrom(sections: readonly Section[], from: number): readonly Section[] {
  const [first] = sections;
  const next = sections.findIndex(({ start }) => start >= from);
  if (!first || next === 1 || from === 0) return sections;
  const rest = next < 0 ? [] : sections.slice(next);
  return [{ ...first, end: rest[0]?.start ?? sections.at(-1)?.end ?? first.end }, ...rest];
}

function cutAtUnderlines(text: string, section: Section, from: number): Section[] {
  const own = text.slice(section.start, section.end);
  if (!underline.test(own)) return [section];
  const lines = linesOf(own);
  const cut: Section[] = [];
  let open = section;
  lines.forEach((line, i) => {
    const title = lines[i - 1];
    const before = lines[i - 2];
    if (!title || title.blank || title.inert || title.marker > 0 || line.inert) return;
    const isHeading = before === undefined ? section.level === 0 : before.blank || (i === 2 && section.level > 0);
    const level = underlineLevel(own.slice(line.start, line.end));
    const start = section.start + title.start;
    if (level === null || !isHeading || start < from || !isParagraph(own.slice(title.start, title.end))) return;
    if (start > open.start || open.level === 0) cut.push({ ...open, end: start });
    open = { start, end: section.end, level, titleStart: start, titleEnd: section.start + title.end };
  });
  cut.push({ ...open, end: section.end });
  return cut;
}

/** Whether a line may be the text of a heading: no ATX heading, quote, row of a table, HTML, fence, rule or link definition. */
function isParagraph(line: string): boolean {
  return /^(?!```|~~~|\[[^\]]{1,999}\]:|(?:[*_-][ \t]*){3,}$)[^\s#>|<]/.test(line);
}

/** 1 for `===`, 2 for `---`, null for any other line. */
function underlineLevel(line: string): number | null {
  const mark = /^ {0,3}(?:(={2,})|-{3,})[ \t]*$/.exec(line);
  if (!mark) return null;
  return mark[1] === undefined ? 2 : 1;
}
