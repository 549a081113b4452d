import type { ProposalsDocument } from '../model/document';
import { noIdeaReadings } from '../model/ideas/idea-readings';
import { type ProseEdit, proseEdit } from '../model/prose-edit';
import { type Span, shift } from '../text/span';
import type { Finding } from './rule';

/** Nothing was edited. */
export const noEdit: ProseEdit = { span: { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }, by: 0 };

/**
 * The edit between two versions after which no rule for the whole document can find anything else. Null if there is none.
 * Both versions have to have the same `Page`.
 */
export function harmlessEdit(before: ProposalsDocument, now: ProposalsDocument): ProseEdit | null {
  if (before === now) return noEdit;
  if (before.ideas !== noIdeaReadings || now.ideas !== noIdeaReadings) return null;
  if (before.proposals.length !== now.proposals.length || before.projects.length !== now.projects.length) return null;
  if (before.conflicts.length + now.conflicts.length > 0 || before.samples.length !== now.samples.length) return null;
  return proseEdit(before.readings, now.readings);
}

/** The findings at their places after the edit. Null if one of them is about the text that was edited. */
export function after({ span, by }: ProseEdit, findings: readonly Finding[]): readonly Finding[] | null {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const place = placeAfter(finding.span, span, by);
    const related = finding.related?.map((each) => {
      const own = each.uri === null ? placeAfter(each.span, span, by) : each.span;
      return own && (own === each.span ? each : { ...each, span: own });
    });
    if (!place || related?.includes(null)) return null;
    if (place === finding.span && !related) kept.push(finding);
    else
      kept.push({ ...finding, span: place, ...(related ? { related: related.filter((each) => each !== null) } : {}) });
  }
  return kept;
}

function placeAfter(place: Span, edited: Span, by: number): Span | null {
  if (place.end <= edited.start) return place;
  return place.start >= edited.end ? shift(place, by) : null;
}

/** A finding `by` code units further down, with what it names in its own document. */
export function moved(finding: Finding, by: number): Finding {
  const { related } = finding;
  const span: Span = shift(finding.span, by);
  if (!related) return { ...finding, span };
  return {
    ...finding,
    span,
    related: related.map((each) => (each.uri ? each : { ...each, span: shift(each.span, by) })),
  };
}
