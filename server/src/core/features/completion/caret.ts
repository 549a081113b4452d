import type { Project, ProposalsDocument } from '../../model/document';
import type { Field, ProposalBody } from '../../model/proposal';
import type { Section } from '../../model/section';
import type { Span } from '../../text/span';

/** Where a person writes in a proposal. Offsets count from the start of the proposal. */
export interface Caret {
  readonly document: ProposalsDocument;
  readonly section: Section;
  readonly body: ProposalBody;
  readonly project: Project | null;
  readonly at: number;
  /** The line around the caret, without its line end. */
  readonly line: Span;
  /** The field whose lines reach to the caret or end before it; null above the first. */
  readonly field: Field | null;
}

/** The line around `at`, without its line end. */
export function lineAround(text: string, at: number): Span {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return { start, end: end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end };
}

/** What stands before the text of a line: blanks, and a list marker with the blanks behind it. */
export interface LineHead {
  readonly indent: string;
  /** Empty without one. */
  readonly marker: string;
  /** Where the text begins. */
  readonly start: number;
}

export function headOf(text: string, line: Span): LineHead {
  const match = /^([ \t]*)((?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$))?/.exec(text.slice(line.start, line.end));
  const [all = '', indent = '', marker = ''] = match ?? [];
  return { indent, marker, start: line.start + all.length };
}

/** Whether the label of a field stands on the line. */
export function isLabelLine({ label }: Field, line: Span): boolean {
  return label !== null && line.start <= label.span.start && label.span.start <= line.end;
}

/** Where the value of a label begins: behind the colon, and marks and blanks around it. Null where no colon or mark ends it. */
export function valueStartOf(text: string, { label, form }: Field): number | null {
  if (!label) return null;
  const rest = text.slice(label.span.end, label.span.end + 300);
  const end = (form.colon ? /^[^:：\n]*[:：][*_]*[ \t]*/ : /^\s?[*_]+[ \t]*/).exec(rest);
  return end ? label.span.end + end[0].length : null;
}

/** Whether a value stands on the line of the label. */
export function hasInline(text: string, field: Field): boolean {
  const start = valueStartOf(text, field);
  return start !== null && text.slice(start, Math.max(start, lineAround(text, start).end)).trim() !== '';
}

/** Where a value begins on the line of its label; null for a field that has its value below. */
export function inlineStart(text: string, field: Field): number | null {
  return field.empty || hasInline(text, field) ? valueStartOf(text, field) : null;
}

/**
 * Where the text of the caret's line begins that is a value: behind the label, or behind the marker of a list below it.
 * Null on other lines, and where the next label would stand.
 */
export function listedStart({ body: { text }, field, line }: Caret): number | null {
  if (!field) return null;
  if (isLabelLine(field, line)) return inlineStart(text, field);
  const head = headOf(text, line);
  if (head.marker === '' || (head.indent.length <= field.form.indent && hasInline(text, field))) return null;
  return head.start;
}

/** Whether the line before is blank or a heading, or there is none: then a paragraph begins with this one. */
export function beginsParagraph(text: string, line: Span): boolean {
  if (line.start === 0) return true;
  const before = lineAround(text, line.start - 1);
  return /^[ \t\r]*(?:#.*)?$/.test(text.slice(before.start, before.end));
}
