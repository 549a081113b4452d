import { type ProposalsDocument, proposalAt } from '../model/document';
import { overlaps } from '../text/span';
import type { Finding } from './rule';

/**
 * What is left of the findings in proposals beside merge conflicts: those outside of the conflicts' lines, and outside
 * of proposals in which a conflict ends, for there both sides stand in one proposal, or one proposal under two headings.
 * None of them can be fixed while the conflict is there. `findings` are in the order of the text.
 */
export function besideConflicts(findings: readonly Finding[], document: ProposalsDocument): Finding[] {
  const { conflicts } = document;
  const torn = new Set(conflicts.map(({ span }) => proposalAt(document, span.end - 1)));
  let next = 0;
  return findings.flatMap((finding) => {
    while ((conflicts[next]?.span.end ?? Number.POSITIVE_INFINITY) <= finding.span.start) next++;
    const conflict = conflicts[next];
    if (conflict && overlaps(conflict.span, finding.span)) return [];
    return torn.has(proposalAt(document, finding.span.start)) ? [] : [{ ...finding, fixable: false }];
  });
}
