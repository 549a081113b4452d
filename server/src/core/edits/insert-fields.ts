import type { Proposal, ProposalsDocument } from '../model/document';
import { isDelimiterRow } from '../model/ideas/table';
import type { Field, ProposalBody } from '../model/proposal';
import { sectionsOf } from '../model/section';
import type { LabelWriting, Template, TemplateField } from '../model/template';
import { applyEdits, type Edit } from '../text/edit';
import { lineEndOf } from '../text/lines';
import { withoutTail } from '../text/tail';

/**
 * The edits that insert `missing` fields into a proposal in the template's order. `caret` is the offset after the first
 * of them in the new text.
 *
 * A field goes after the nearest preceding field of the template that the proposal has, otherwise before the first
 * field, otherwise below the heading. New fields use the proposal's list marker, bold labels and line endings.
 */
export function insertFields(
  proposal: Proposal,
  document: ProposalsDocument,
  missing: readonly TemplateField[],
): { edits: Edit[]; caret: number } {
  const { body, section } = proposal;
  const lineEnd = lineEndOf(document.text);
  const style = styleOf(body, document.template);
  const lines = new Map<number, string[]>();
  for (const field of missing) {
    const at = outsideTable(body.text, placeOf(field, body, document.template), style);
    lines.set(at, [...(lines.get(at) ?? []), fieldText(field, style, lineEnd)]);
  }
  const edits = [...lines].map(([at, texts]): Edit => {
    const bare = body.fields.length === 0;
    const before = at > 0 && body.text.charCodeAt(at - 1) !== 0x0a ? lineEnd : '';
    const atEnd = section.start + at >= document.text.length;
    const isApart = gapAfter(style, lineEnd) !== lineEnd;
    const gap = bare || isApart ? lineEnd : '';
    const text = before + gap + texts.join(gapAfter(style, lineEnd)) + (atEnd && before !== '' ? '' : lineEnd);
    return { span: { start: section.start + at, end: section.start + at }, text };
  });
  return { edits, caret: caretBehind(document.text, edits, missing[0], style) };
}

export interface LabelStyle {
  /** Indentation and list marker before a label. */
  readonly prefix: string;
  readonly bold: boolean;
  /** How the template writes its labels. Undefined for a list item with a colon. */
  readonly writing?: LabelWriting;
}

const boldWriting: LabelWriting = { shape: 'bold', before: '**', after: ':**', alone: false };

/** The style of the proposal's first label. Without labels, the template's style. */
export function styleOf(body: Pick<ProposalBody, 'text' | 'fields'>, template: Template): LabelStyle {
  // A column has no place for one more label.
  const writing = template.writing?.shape === 'column' ? boldWriting : template.writing;
  if (writing) return { prefix: template.marker, bold: false, writing };
  const first = body.fields.find((field) => field.label !== null);
  if (!first?.label) return { prefix: template.marker, bold: false };
  const start = first.span.start;
  const prefix = body.text.slice(start, first.label.span.start);
  const plain = withoutTail(prefix, /[*_\\]/);
  // A single `*` is a list marker, not emphasis.
  return { prefix: prefix.length - plain.length > 1 ? plain : prefix, bold: first.form.bold };
}

/** Where to insert a missing field: the start of a line, counted from the proposal's start. */
function placeOf(field: TemplateField, body: ProposalBody, template: Template): number {
  const order = template.fields.indexOf(field);
  const before = template.fields.slice(0, order).reverse();
  for (const each of before) {
    const own = body.fields.findLast((candidate) => isField(candidate, each));
    if (own) return Math.min(nextLine(body.text, own.span.end), headingBehind(body.text, own.span.start));
  }
  const first = body.fields[0];
  if (first) return first.span.start;
  return nextLine(body.text, body.programName?.span.end ?? body.title.span.end);
}

/**
 * The first line from `at` on where text may be inserted: a row goes behind the line below a table's header, anything else
 * behind the table.
 */
function outsideTable(text: string, at: number, { writing }: LabelStyle): number {
  let next = at;
  const isInside = (line: string) => /^\s*\|/.test(line) && (writing?.shape !== 'row' || isDelimiterRow(line));
  while (next < text.length && isInside(lineFrom(text, next))) next = nextLine(text, next);
  return next;
}

function lineFrom(text: string, at: number): string {
  const feed = text.indexOf('\n', at);
  return text.slice(at, feed < 0 ? undefined : feed);
}

function isField(field: Field, wanted: TemplateField): boolean {
  return wanted.id === null ? field.label?.text.toLowerCase() === wanted.label.toLowerCase() : field.id === wanted.id;
}

/** A heading inside the proposal ends the field above it. */
function headingBehind(text: string, from: number): number {
  const inner = sectionsOf(text).find(({ start, level }) => level > 0 && start > from);
  return inner?.start ?? text.length;
}

function nextLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}

/** A label to insert. A mentors field also gets the start of its first entry. */
export function fieldText(field: TemplateField, style: LabelStyle, lineEnd: string): string {
  const label = labelText(field, style);
  if (style.writing?.shape === 'row') return `${label}  |`;
  if (field.id === 'mentors' && style.writing?.alone !== false)
    return `${label}${gapAfter(style, lineEnd)}${nested(style.prefix)}`;
  return style.writing?.alone ? `${label}${gapAfter(style, lineEnd)}` : `${label} `;
}

/** What separates a field from the next, and a label from a value on a line of its own. */
export function gapAfter({ writing }: LabelStyle, lineEnd: string): string {
  return writing && writing.shape !== 'item' && writing.shape !== 'row' ? lineEnd + lineEnd : lineEnd;
}

/** The label with its prefix, marks and colon. */
function labelText({ label }: TemplateField, { prefix, bold, writing }: LabelStyle): string {
  if (writing) return `${writing.before}${label}${writing.after}`;
  return bold ? `${prefix}**${label}:**` : `${prefix}${label}:`;
}

/** The start of a list entry below a label. */
export function nested(prefix: string): string {
  if (prefix === '') return '- ';
  const indent = /^\s*/.exec(prefix)?.[0] ?? '';
  const marker = /[-*+]/.exec(prefix)?.[0] ?? '-';
  return `${indent}  ${marker} `;
}

function caretBehind(
  text: string,
  edits: readonly Edit[],
  field: TemplateField | undefined,
  style: LabelStyle,
): number {
  const first = edits[0];
  if (!first || !field) return 0;
  const label = labelText(field, style);
  const after = applyEdits(text, edits);
  const at = after.indexOf(label, first.span.start) + label.length;
  const written = fieldText(field, style, lineEndOf(text));
  return at + written.length - label.length - (style.writing?.shape === 'row' ? ' |'.length : 0);
}

/** What an action that inserts these fields is called. */
export function insertionTitle(fields: readonly TemplateField[]): string {
  const [only] = fields;
  return only && fields.length === 1 ? `Insert "${only.label}"` : 'Insert all missing fields';
}
