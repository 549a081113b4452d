import { type ProposalsDocument, proposalAt } from '../model/document';
import { overlaps } from '../text/span';
import { unfixable } from './check';
import type { Finding } from './rule';

/**
 * Filters proposal findings in a document with merge conflicts. Removes findings inside a conflict's lines, and in
 * proposals where a conflict ends, because these mix both versions. The others are no longer fixable. `findings` must
 * be in document order.
 */
export function outsideConflicts(findings: readonly Finding[], document: ProposalsDocument): Finding[] {
  const { conflicts } = document;
  const mixed = new Set(conflicts.map(({ span }) => proposalAt(document, span.end - 1)));
  let next = 0;
  return findings.flatMap((finding) => {
    while ((conflicts[next]?.span.end ?? Number.POSITIVE_INFINITY) <= finding.span.start) next++;
    const conflict = conflicts[next];
    if (conflict && overlaps(conflict.span, finding.span)) return [];
    return mixed.has(proposalAt(document, finding.span.start)) ? [] : [{ ...finding, isFixable: unfixable }];
  });
}
