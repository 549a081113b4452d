import { leastOf } from '../text/least';
import type { Field, ProposalBody } from './proposal';

/** No real value is longer, so a longer one is not taken apart. In UTF-16 code units. */
const LONGEST = 20_000;

/**
 * The value of a field as a Markdown text of its own: without the indentation below its label, and without the quote
 * marks of a generated README. LF only. Empty for a missing field, a placeholder and a field without a value.
 */
export function valueText(body: ProposalBody, field: Field | null): string {
  if (!field || field.empty) return '';
  if (field.value.end - field.value.start > LONGEST) return body.text.slice(field.value.start, field.value.end).trim();
  const [first = '', ...rest] = body.text.slice(field.value.start, field.value.end).split(/\r?\n/);
  const dedented = isBelowLabel(body, field)
    ? withoutIndent([indentBefore(body.text, field.value.start) + first, ...rest])
    : [first, ...withoutIndent(rest)];
  return withoutQuote(dedented).join('\n').trim();
}

/** The white space before an offset on its line. */
function indentBefore(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Lines without the indentation that all of them share. */
function withoutIndent(lines: readonly string[]): string[] {
  const widths = lines.filter((line) => line.trim() !== '').map((line) => indentOf(line));
  const shared = leastOf(widths);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(Math.min(shared, indentOf(line)))));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Whether a value begins below its label. */
export function isBelowLabel({ text }: ProposalBody, { span, value }: Field): boolean {
  return text.slice(span.start, value.start).includes('\n');
}

/** Lines without the marks of a quote that contains all of them. */
export function withoutQuote(lines: readonly string[]): readonly string[] {
  const isQuoted = lines.every((line) => line.trim() === '' || /^ {0,3}>/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^ {0,3}> ?/, '')) : lines;
}

/** The combined length of description and expected outcome in UTF-16 code units, as LFX counts it. */
export function descriptionCharacters(body: ProposalBody): number {
  return body.fields
    .filter(({ id }) => id === 'description' || id === 'expected-outcome')
    .reduce((sum, field) => sum + valueText(body, field).length, 0);
}
