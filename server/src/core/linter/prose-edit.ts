import type { ProposalsDocument } from '../model/document';
import { noFront } from '../model/front';
import { noIdeaReadings } from '../model/ideas/idea-list';
import type { Field, Mentor, ProposalBody, Reference } from '../model/proposal';
import { isSameList } from '../text/same-list';
import { sharedEnd, sharedStart } from '../text/shared';
import { type Part, type Span, shift } from '../text/span';
import type { Finding } from './rule';

/** An edit of words within a value, after which no rule for the whole document can find anything else. */
export interface ProseEdit {
  /** The replaced text in the earlier version. */
  readonly span: Span;
  /** How much longer the text has become. */
  readonly by: number;
}

/** Nothing was edited. */
export const noEdit: ProseEdit = { span: { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }, by: 0 };

/** Words and the marks in them: nothing that begins or ends a heading, a block, a comment, a link or a row. */
const words = /^[\p{L}\p{N} .,;'"()]*$/u;

/**
 * The edit between two versions, if it changes only words in one value of one proposal of CNCF: the sections, fields,
 * people and references stay the same. Null for every other difference. Both versions have to have the same `Page`.
 */
export function proseEdit(before: ProposalsDocument, now: ProposalsDocument): ProseEdit | null {
  if (before.ideas !== noIdeaReadings || now.ideas !== noIdeaReadings) return null;
  if (before.proposals.length !== now.proposals.length || before.projects.length !== now.projects.length) return null;
  if (before.conflicts.length + now.conflicts.length > 0 || before.samples.length !== now.samples.length) return null;
  const at = onlyDifference(before.readings.bodies, now.readings.bodies);
  const [a, b] = [before.readings.bodies[at], now.readings.bodies[at]];
  const section = before.readings.sections[at];
  if (!a || !b || !section || !isSameBody(a, b)) return null;
  const start = sharedStart(a.text, b.text);
  const tail = sharedEnd(a.text, b.text, Math.min(a.text.length, b.text.length) - start);
  const [removed, added] = [a.text.slice(start, a.text.length - tail), b.text.slice(start, b.text.length - tail)];
  if (!words.test(removed) || !words.test(added)) return null;
  return { span: shift({ start, end: start + removed.length }, section.start), by: added.length - removed.length };
}

/** The findings at their places after the edit. Null if one of them is about the text that was edited. */
export function after({ span, by }: ProseEdit, findings: readonly Finding[]): readonly Finding[] | null {
  const moved: Finding[] = [];
  for (const finding of findings) {
    const place = placeAfter(finding.span, span, by);
    const related = finding.related?.map((each) => {
      const own = each.uri === null ? placeAfter(each.span, span, by) : each.span;
      return own && (own === each.span ? each : { ...each, span: own });
    });
    if (!place || related?.includes(null)) return null;
    if (place === finding.span && !related) moved.push(finding);
    else
      moved.push({ ...finding, span: place, ...(related ? { related: related.filter((each) => each !== null) } : {}) });
  }
  return moved;
}

function placeAfter(place: Span, edited: Span, by: number): Span | null {
  if (place.end <= edited.start) return place;
  return place.start >= edited.end ? shift(place, by) : null;
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

function isSameBody(a: ProposalBody, b: ProposalBody): boolean {
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
