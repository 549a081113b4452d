import { actionsAt } from '../core/features/actions';
import type { Known } from '../core/known/known';
import { type ProposalsDocument, readDocument } from '../core/model/document';
import type { RuleSettings } from '../core/rules/rule';
import { applyEdits, type Edit } from '../core/text/edit';
import { overlaps } from '../core/text/span';

/** A fix may make room for another; a document that is still not settled then is left as it is by that time. */
const ROUNDS = 10;

/** The document after all fixes that may be applied unseen; the same one where there are none. */
export function fixed(document: ProposalsDocument, known: Known, settings: RuleSettings): ProposalsDocument {
  let current = document;
  for (let round = 0; round < ROUNDS; round++) {
    const edits = fixesIn(current, known, settings);
    if (edits.length === 0) break;
    current = readDocument(applyEdits(current.text, edits), current.path, { previous: current });
  }
  return current;
}

/** The edits of all fixes that leave each other alone; the others have their turn in the next round. */
function fixesIn(document: ProposalsDocument, known: Known, settings: RuleSettings): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { kind, edits } of actionsAt(document, { start: 0, end: document.text.length }, known, settings)) {
    const isFree = edits.every((edit) => !taken.some((other) => overlaps(edit.span, other.span)));
    if (kind === 'fix' && isFree) taken.push(...edits);
  }
  return taken;
}
