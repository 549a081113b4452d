import { draftFieldOf } from '../../facts/draft-fields';
import { isPlaceholder } from '../../facts/placeholders';
import type { RestPart } from '../../from-issue/draft';
import { entryOf } from '../../from-issue/draft';
import type { IssueReading } from '../../from-issue/reading';
import { type Proposal, type ProposalsDocument, proposalAt } from '../../model/document';
import type { Field, Reference } from '../../model/proposal';
import { headingText } from '../../submission/draft-text';
import type { Edit } from '../../text/edit';
import { shift, touches } from '../../text/span';
import { isSameText, Rewriting, type Surroundings, says } from './rewriting';
import { type SaidField, saidFor } from './said';

/** What a proposal takes over from an issue. */
export interface Filled {
  readonly edits: readonly Edit[];
  /** The labels of the fields that are filled in. */
  readonly labels: readonly string[];
  /** The labels of the fields about which the issue says something else than the proposal does. */
  readonly kept: readonly string[];
  /** What the proposal does not hold, part by part. */
  readonly rest: readonly RestPart[];
}

/**
 * Whether a proposal says hardly more than its issue, so that it may be filled in from there: it has no description, and
 * at most one other field beside mentors.
 */
export function isHardlyBegun({ body }: Proposal): boolean {
  const own = body.fields.filter((field) => !isOpen(field) && field.id !== 'upstream-issue' && field.id !== 'mentors');
  return body.upstream.length > 0 && own.length <= 1 && own.every(({ id }) => id !== 'description');
}

/** The upstream issue of a proposal that is hardly begun. Null for every other proposal. */
export function fillableFrom(proposal: Proposal): Reference | null {
  if (!isHardlyBegun(proposal)) return null;
  return proposal.body.upstream.find(({ kind, number }) => kind === 'issue' && number !== null) ?? null;
}

/** The issue that a proposal may be filled in from, if the offset is in its upstream field. */
export function fillableAt(document: ProposalsDocument, offset: number): Reference | null {
  const proposal = document.conflicts.length === 0 ? proposalAt(document, offset) : null;
  const reference = proposal && fillableFrom(proposal);
  const field = proposal?.body.fields.find(({ id }) => id === 'upstream-issue');
  return reference && field && touches(shift(field.span, proposal.section.start), offset) ? reference : null;
}

/** What a reference is called for a person. */
export function referenceName({ owner, repo, number }: Reference): string {
  return `${owner}/${repo}#${number}`;
}

/** Whether a field says nothing. */
function isOpen({ empty, placeholder, value }: Field): boolean {
  return empty || (placeholder !== null && placeholder.span.end - placeholder.span.start >= value.end - value.start);
}

/** The edits that fill in what a proposal does not say and its issue does. No word of the proposal changes. */
export function filledFrom(
  reading: IssueReading,
  document: ProposalsDocument,
  proposal: Proposal,
  around?: Surroundings,
): Filled {
  const said = saidFor(reading, proposal, document);
  const rewriting = new Rewriting(document, proposal, around);
  insertMissing(rewriting, said.fields);
  const labels: string[] = [];
  const kept: string[] = [];
  const rest = [...said.rest];
  const isUntitled = proposal.body.title.text.trim() === '' || isPlaceholder(proposal.body.title.text);
  if (isUntitled && said.title !== '') rewriting.entitle(headingText(said.title));
  for (const own of said.fields) {
    const field = rewriting.fieldFor(own.field);
    if (field && !isOpen(field)) {
      if (!isSaid(own, rewriting, field)) kept.push(own.field.label);
      continue;
    }
    const text = own.people.length > 0 ? entriesText(own, field) : own.text;
    if (field && writeInto(rewriting, own, field, text)) labels.push(own.field.label);
    else rest.push({ label: own.field.label, text });
  }
  return { edits: rewriting.edits, labels, kept, rest };
}

/** Writes the labels of the fields that the issue fills in and the proposal lacks, before anything else is written. */
export function insertMissing(rewriting: Rewriting, said: readonly SaidField[]): void {
  const { template } = rewriting.document;
  const { mentors } = rewriting.proposal.body;
  const missing = said.filter(
    ({ field, people }) =>
      rewriting.fieldFor(field) === null &&
      template.fields.includes(field) &&
      !(people.length > 0 && mentors.length > 0),
  );
  rewriting.insert(missing.map(({ field }) => field));
}

/** Writes what an issue says. `isBelow` says whether it begins below the label, if that is known. */
export function writeInto(
  rewriting: Rewriting,
  { field, people }: SaidField,
  at: Field,
  text: string,
  isBelow?: boolean,
): boolean {
  const isRead =
    people.length > 0
      ? ({ mentors }: Proposal['body']) => mentors.length >= people.length
      : says(text, ({ fields }) => fields.find(({ span }) => span.start === at.span.start) ?? null);
  // A label of the form may hold its value below an empty line.
  return rewriting.write(at, text, isRead, isBelow ?? (draftFieldOf(field.label) ? false : undefined));
}

/** The people as the lines of a list, or in one line where labels are no items. */
export function entriesText({ people }: SaidField, field: Field | null): string {
  const entries = people.map(entryOf);
  const isItem = field === null || field.form.marker !== null;
  return isItem ? entries.map((entry) => `- ${entry}`).join('\n') : entries.join(', ');
}

/** Whether the proposal says of a field what the issue does. Of people it may say more. */
function isSaid({ text, people }: SaidField, { proposal: { body } }: Rewriting, { value }: Field): boolean {
  if (people.length === 0) return isSameText(text, body.text.slice(value.start, value.end));
  return people.every((person) => body.mentors.some((mentor) => isSamePerson(person, mentor)));
}

/** Whether an issue and a proposal name the same person: by handle, otherwise by address, otherwise by name. */
export function isSamePerson(
  person: SaidField['people'][number],
  mentor: Proposal['body']['mentors'][number],
): boolean {
  const is = (a: string | null, b: string | undefined) => a !== null && b !== undefined && isSameText(a, b);
  if (person.handle !== null && mentor.handle) return is(person.handle.toLowerCase(), mentor.handle.text);
  if (person.email !== null && mentor.email) return is(person.email, mentor.email.text);
  return is(person.name, mentor.name?.text);
}
