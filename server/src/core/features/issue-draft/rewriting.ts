import { insertFields } from '../../edits/insert-fields';
import { wordKey } from '../../facts/words';
import {
  type Proposal,
  type ProposalsDocument,
  proposalAt,
  type ReadOptions,
  readDocument,
} from '../../model/document';
import type { Field, ProposalBody } from '../../model/proposal';
import type { TemplateField } from '../../model/template';
import { valueText } from '../../model/value-text';
import { isBlock, valueForms } from '../../submission/draft-text';
import { applyEdits, composeEdits, type Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import { type Span, shift, sliceOf, trimmed } from '../../text/span';
import { keyOf } from './said';

/** How a document is read beside its text. */
export type Surroundings = Pick<ReadOptions, 'projects' | 'program'>;

/** Writes values into one proposal of a document, and reads it again after each. */
export class Rewriting {
  /** Of the original document. */
  edits: readonly Edit[] = [];
  /** The place of the proposal's title, before which nothing is written. */
  private readonly at: number;

  constructor(
    public document: ProposalsDocument,
    proposal: Proposal,
    private readonly around: Surroundings = {},
  ) {
    this.at = proposal.section.start + proposal.body.title.span.start;
  }

  get proposal(): Proposal {
    const found = proposalAt(this.document, this.at);
    if (!found) throw new RangeError('the proposal is gone');
    return found;
  }

  /** The field of the proposal. Null if it has none. */
  fieldFor(wanted: TemplateField): Field | null {
    const { fields } = this.proposal.body;
    return fields.find(({ id, label }) => (label ? keyOf({ id, label: label.text }) : id) === keyOf(wanted)) ?? null;
  }

  /** Writes the labels of fields that the proposal lacks. */
  insert(missing: readonly TemplateField[]): void {
    if (missing.length === 0) return;
    const { edits } = insertFields(this.proposal, this.document, missing);
    const after = this.readWith(edits);
    if (keeps(this.document, after)) this.take(edits, after);
  }

  /**
   * Writes the value of a field, in the first form that is read as it is. `isAlike` names the form to begin with: one that
   * begins below the label or in its line. Returns whether there was one.
   */
  write(field: Field, text: string, isSaid: (body: ProposalBody) => boolean, isBelow?: boolean): boolean {
    const { section, body } = this.proposal;
    const region = regionOf(body, field);
    if (!region) return false;
    const lineEnd = lineEndOf(this.document.text);
    const forms = formsFor(body, field, text);
    const first = isBelow === undefined ? undefined : forms.find((form) => form.startsWith('\n') === isBelow);
    for (const form of first === undefined ? forms : [first, ...forms]) {
      const edits = [{ span: shift(region, section.start), text: form.replaceAll('\n', lineEnd) }];
      const after = this.readWith(edits);
      const own = keeps(this.document, after) ? proposalAt(after, this.at) : null;
      if (!own || own.body.fields.length !== body.fields.length || !isSaid(own.body)) continue;
      this.take(edits, after);
      return true;
    }
    return false;
  }

  /** Writes the title. */
  entitle(heading: string): void {
    const { section, body } = this.proposal;
    const { start, end } = body.title.span;
    const isBare = body.text.charAt(start - 1) === '#';
    const edits = [
      { span: shift({ start, end: blanksEnd(body.text, end) }, section.start), text: `${isBare ? ' ' : ''}${heading}` },
    ];
    const after = this.readWith(edits);
    if (keeps(this.document, after)) this.take(edits, after);
  }

  private readWith(edits: readonly Edit[]): ProposalsDocument {
    const { document } = this;
    return readDocument(applyEdits(document.text, edits), document.path, { ...this.around, previous: document });
  }

  private take(edits: readonly Edit[], after: ProposalsDocument): void {
    this.edits = composeEdits(this.edits, this.document.text, edits);
    this.document = after;
  }
}

/** Whether a document has as many proposals and samples as before. */
export function keeps(before: ProposalsDocument, after: ProposalsDocument): boolean {
  return (
    after.kind === before.kind &&
    after.proposals.length === before.proposals.length &&
    after.samples.length === before.samples.length &&
    after.conflicts.length === before.conflicts.length
  );
}

/** Whether a field says a text, whatever its white space. */
export function says(text: string, field: (body: ProposalBody) => Field | null): (body: ProposalBody) => boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  return (body) => valueText(body, field(body)).replace(/\s+/g, ' ') === words;
}

/** From behind the label to the end of the value. Null for a cell of a table, and for a label that lines underline. */
function regionOf({ text }: ProposalBody, { label, column, span, value }: Field): Span | null {
  if (column !== undefined) return null;
  if (!label) return value;
  const feed = text.indexOf('\n', label.span.end);
  const lineEnd = feed < 0 ? text.length : feed;
  const behind = text.slice(label.span.end, lineEnd);
  const before = text.slice(text.lastIndexOf('\n', label.span.start - 1) + 1, label.span.start);
  if (before.includes('|') || /^\s*(?:={3,}|-{3,})\s*$/.test(lineFrom(text, lineEnd + 1))) return null;
  const start = isHeading(before)
    ? label.span.end + behind.trimEnd().length
    : label.span.end + (/^[ \t]*[*_]*[ \t]*[:：]?[*_]*/.exec(behind)?.[0].length ?? 0);
  return { start, end: blanksEnd(text, Math.max(start, trimmed(text, span).end)) };
}

/** The end of the blanks from `at` on. */
function blanksEnd(text: string, at: number): number {
  let end = at;
  while (/[ \t]/.test(text.charAt(end))) end++;
  return end;
}

function lineFrom(text: string, at: number): string {
  const feed = text.indexOf('\n', at);
  return text.slice(at, feed < 0 ? undefined : feed);
}

function isHeading(before: string): boolean {
  return /^ {0,3}#{1,6}\s/.test(before);
}

/** How a value may stand behind its label, the plainest first. */
function formsFor({ text: whole }: ProposalBody, { label, form, span, value }: Field, text: string): readonly string[] {
  if (!label) return [text];
  const before = whole.slice(whole.lastIndexOf('\n', label.span.start - 1) + 1, label.span.start);
  if (isHeading(before)) return [`\n\n${text}`];
  if (form.marker === null) {
    const [first = '', ...more] = text.split('\n');
    return more.length === 0 && !isBlock(first) ? [` ${text}`, `\n\n${text}`] : [`\n\n${text}`];
  }
  const below = /\n([ \t]+)\S/.exec(sliceOf(whole, { start: span.start, end: value.end }))?.[1];
  const indent = below ?? ' '.repeat(form.indent + form.marker.length + 1);
  return valueForms({ text }, indent);
}

/** Whether two texts say the same in the same order, whatever their marks. */
export function isSameText(a: string, b: string): boolean {
  return wordKey(a) === wordKey(b);
}
