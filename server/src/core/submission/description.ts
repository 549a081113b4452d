import { parseMarkdown } from '../markdown/parse';
import { leastOf } from '../text/least';

/** The headings that the form suggests in a description. */
export const descriptionHeadings = { description: '## Description', outcome: '## Expected outcomes' } as const;

/** Longer values are not parsed. The form takes 3,000 characters. */
const LONGEST = 20_000;

/**
 * The form's description, from the description and the expected outcome of a draft. In it nothing begins a line with
 * `### `, where the bot would cut, and the headings of a draft are below those of the form.
 */
export function descriptionOf(description: string, outcome: string): string {
  if (outcome === '') return withoutCuts(description, 0);
  const parts = [
    description === '' ? '' : `${descriptionHeadings.description}\n\n${withoutCuts(description, 4)}`,
    `${descriptionHeadings.outcome}\n\n${withoutCuts(outcome, 4)}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The description and the expected outcome in the form's description. The reverse of `descriptionOf`, but for levels. */
export function partsOfDescription(text: string): { readonly description: string; readonly outcome: string } {
  const lines = text.split('\n');
  const at = (pattern: RegExp) => lines.findIndex((line) => pattern.test(line.trim()));
  const start = at(/^##\s+(?:project )?description\s*:?$/i);
  const outcome = at(/^##\s+expected (?:outcome|result)s?\s*:?$/i);
  if (outcome < 0 || start > outcome) return { description: text, outcome: '' };
  const first = lines.slice(0, outcome).filter((_, i) => i !== start);
  return {
    description: first.join('\n').trim(),
    outcome: lines
      .slice(outcome + 1)
      .join('\n')
      .trim(),
  };
}

/**
 * Markdown whose headings have at least level `lowest`, or only none of level 3 if `lowest` is 0. Lines of code, HTML
 * and quotes keep their text: those that begin with `### ` are indented by one space, together with their fence.
 */
export function withoutCuts(text: string, lowest: number): string {
  if (text.length > LONGEST || !/^ {0,3}(?:#{1,6}[ \t]|[=-]+[ \t]*$)|^### /m.test(text)) return indentCuts(text);
  const lines = text.split('\n');
  const headings = headingsIn(lines);
  const top = leastOf(headings.map(({ level }) => level));
  const hasCut = headings.some(({ level, isCut }) => level === 3 && isCut);
  const by = lowest > 0 ? Math.max(0, lowest - top) : hasCut ? 1 : 0;
  for (const { first, last, level, title } of headings) {
    if (by === 0 || (lowest === 0 && level < 3)) continue;
    lines[first] = `${'#'.repeat(Math.min(6, level + by))} ${title}`.trimEnd();
    for (let i = first + 1; i <= last; i++) lines[i] = '\0';
  }
  return indentCuts(lines.filter((line) => line !== '\0').join('\n'));
}

/** The last resort: a line that would still be cut is a heading elsewhere, or text that means the same with a space. */
export function indentCuts(text: string): string {
  return text.replace(/^(?=###[ \t])/gm, ' ');
}

interface Heading {
  /** The lines of the heading, from 0. */
  readonly first: number;
  readonly last: number;
  readonly level: number;
  readonly title: string;
  /** Whether the bot cuts there. */
  readonly isCut: boolean;
}

/** The headings outside of lists and quotes, in order. Indents code that contains a line `### `. */
function headingsIn(lines: string[]): readonly Heading[] {
  const headings: Heading[] = [];
  for (const node of parseMarkdown(lines.join('\n')).children) {
    if (!node.position) continue;
    const [first, last] = [node.position.start.line - 1, node.position.end.line - 1];
    const source = lines.slice(first, last + 1);
    if (node.type === 'heading') headings.push({ first, last, level: node.depth, ...titleOf(source) });
    // An indented fence takes as much indentation from its lines, so the code stays the same.
    if (node.type === 'code' && source.some((line) => /^###[ \t]/.test(line)))
      for (let i = first; i <= last; i++) lines[i] = ` ${lines[i] ?? ''}`;
  }
  return headings;
}

/** The text of a heading, and whether the bot cuts there. An underlined heading may have several lines. */
function titleOf([line = '', ...more]: readonly string[]): Pick<Heading, 'title' | 'isCut'> {
  const isCut = /^###[ \t]/.test(line);
  if (/^ {0,3}#/.test(line))
    return {
      isCut,
      title: line
        .replace(/^ {0,3}#+[ \t]*/, '')
        .replace(/(?:^|[ \t])#+[ \t]*$/, '')
        .trim(),
    };
  return { isCut, title: [line, ...more.slice(0, -1)].map((each) => each.trim()).join(' ') };
}
