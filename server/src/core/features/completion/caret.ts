import type { Project, ProposalsDocument } from '../../model/document';
import type { Field, ProposalBody } from '../../model/proposal';
import type { Section } from '../../model/section';
import type { Span } from '../../text/span';

/** The caret inside a proposal. Offsets count from the start of the proposal. */
export interface Caret {
  readonly document: ProposalsDocument;
  readonly section: Section;
  readonly body: ProposalBody;
  readonly project: Project | null;
  readonly at: number;
  /** The line of the caret, without its line ending. */
  readonly line: Span;
  /** The field that the caret is in or after. Null above the first field. */
  readonly field: Field | null;
}

/** The line that contains `at`, without its line ending. */
export function lineAround(text: string, at: number): Span {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return { start, end: end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end };
}

/** The indentation and list marker before the text of a line, with the blanks after the marker. */
export interface LineHead {
  readonly indent: string;
  /** Empty if the line has no list marker. */
  readonly marker: string;
  /** Start of the text after the marker. */
  readonly start: number;
}

export function headOf(text: string, line: Span): LineHead {
  const match = /^([ \t]*)((?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$))?/.exec(text.slice(line.start, line.end));
  const [all = '', indent = '', marker = ''] = match ?? [];
  return { indent, marker, start: line.start + all.length };
}

/** Whether the line contains the field's label. */
export function isLabelLine({ label }: Field, line: Span): boolean {
  return label !== null && line.start <= label.span.start && label.span.start <= line.end;
}

/**
 * Start of a label's value, after the colon and any emphasis and blanks. Null if no colon or emphasis ends the label.
 */
export function valueStartOf(text: string, { label, form }: Field): number | null {
  if (!label) return null;
  const rest = text.slice(label.span.end, label.span.end + 300);
  const end = (form.colon ? /^[^:：\n]*[:：][*_]*[ \t]*/ : /^\s?[*_]+[ \t]*/).exec(rest);
  return end ? label.span.end + end[0].length : null;
}

/** Whether the label's line contains a value. */
export function hasInline(text: string, field: Field): boolean {
  const start = valueStartOf(text, field);
  return start !== null && text.slice(start, Math.max(start, lineAround(text, start).end)).trim() !== '';
}

/** Start of a value on its label's line. Null if the value is below the label. */
export function inlineStart(text: string, field: Field): number | null {
  return field.empty || hasInline(text, field) ? valueStartOf(text, field) : null;
}

/**
 * Start of the value text on the caret's line: after the label, or after the marker of a list below it. Null on other
 * lines and where the next label could start.
 */
export function listedStart({ body: { text }, field, line }: Caret): number | null {
  if (!field) return null;
  if (isLabelLine(field, line)) return inlineStart(text, field);
  const head = headOf(text, line);
  if (head.marker === '' || (head.indent.length <= field.form.indent && hasInline(text, field))) return null;
  return head.start;
}

/** Whether a paragraph starts at this line, because the previous line is blank, a heading or missing. */
export function beginsParagraph(text: string, line: Span): boolean {
  if (line.start === 0) return true;
  const before = lineAround(text, line.start - 1);
  return /^[ \t\r]*(?:#.*)?$/.test(text.slice(before.start, before.end));
}
