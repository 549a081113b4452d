import { isSameList } from '../text/same-list';
import { sharedEnd, sharedStart } from '../text/shared';
import { type Part, type Span, shift } from '../text/span';
import { noFront } from './front';
import type { Field, Mentor, ProposalBody, Reference } from './proposal';
import type { Readings } from './readings';

/** An edit of words within a value, after which the document has the same structure. */
export interface ProseEdit {
  /** The replaced text in the earlier version. */
  readonly span: Span;
  /** How much longer the text has become. */
  readonly by: number;
}

/** Words and the marks in them: nothing that begins or ends a heading, a block, a comment, a link or a row. */
const words = /^[\p{L}\p{N} .,;'"()]*$/u;

/**
 * The edit between two versions, if it changes only words in one value of one section: the sections, fields, people and
 * references stay the same. Null for every other difference. Both versions have to be read in the same context.
 */
export function proseEdit(before: Readings, now: Readings): ProseEdit | null {
  const at = onlyDifference(before.bodies, now.bodies);
  const [a, b] = [before.bodies[at], now.bodies[at]];
  const section = before.sections[at];
  if (!a || !b || !section || !isSameButForWords(a, b)) return null;
  const start = sharedStart(a.text, b.text);
  const tail = sharedEnd(a.text, b.text, Math.min(a.text.length, b.text.length) - start);
  const [removed, added] = [a.text.slice(start, a.text.length - tail), b.text.slice(start, b.text.length - tail)];
  if (!words.test(removed) || !words.test(added)) return null;
  return { span: shift({ start, end: start + removed.length }, section.start), by: added.length - removed.length };
}

/** The index of the only body whose text differs. -1 if there is none, or more than one. */
function onlyDifference(before: readonly ProposalBody[], now: readonly ProposalBody[]): number {
  if (before.length !== now.length) return -1;
  let at = -1;
  for (let i = 0; i < now.length; i++) {
    if (before[i] === now[i] || before[i]?.text === now[i]?.text) continue;
    if (at !== -1) return -1;
    at = i;
  }
  return at;
}

/** Whether two bodies have the same fields, people and references, with the same heading. */
export function isSameButForWords(a: ProposalBody, b: ProposalBody): boolean {
  const head = a.title.span.end;
  return (
    a.ids.size > 0 &&
    a.front === noFront &&
    b.front === noFront &&
    head === b.title.span.end &&
    a.text.slice(0, head) === b.text.slice(0, head) &&
    a.role === b.role &&
    a.programName?.text === b.programName?.text &&
    a.lfxUrl?.text === b.lfxUrl?.text &&
    isSameList(a.fields, b.fields, isSameField) &&
    isSameList(a.mentors, b.mentors, isSameMentor) &&
    isSameList(a.upstream, b.upstream, isSameReference)
  );
}

function isSameField(a: Field, b: Field): boolean {
  return (
    a.id === b.id && isSamePart(a.label, b.label) && a.empty === b.empty && isSamePart(a.placeholder, b.placeholder)
  );
}

function isSameMentor(a: Mentor, b: Mentor): boolean {
  return (
    lengthOf(a) === lengthOf(b) &&
    isSamePart(a.name, b.name) &&
    isSamePart(a.handle, b.handle) &&
    isSamePart(a.email, b.email) &&
    isSamePart(a.lfid, b.lfid) &&
    a.plain === b.plain &&
    a.role === b.role
  );
}

function isSameReference(a: Reference, b: Reference): boolean {
  const isSame = a.kind === b.kind && a.url.text === b.url.text && a.issue === b.issue && a.form === b.form;
  return isSame && lengthOf(a) === lengthOf(b);
}

function lengthOf({ span }: { readonly span: Span }): number {
  return span.end - span.start;
}

function isSamePart(a: Part | null, b: Part | null): boolean {
  return a?.text === b?.text;
}
