import type { Known } from '../known/known';
import { type ProposalsDocument, proposalAt, readDocument } from '../model/document';
import type { Finding, RuleSettings } from '../rules/rule';
import { type FindingMemory, findingsOf } from '../rules/run';
import { applyEdits, composeEdits, type Edit } from '../text/edit';
import { overlaps } from '../text/span';
import { actionsFor } from './actions';

/** A document after fixes, and the edits that make it out of the one before. */
export interface Fixed {
  readonly document: ProposalsDocument;
  readonly edits: readonly Edit[];
}

/** Which findings are to be fixed: all by default. */
export interface FixOptions {
  readonly wants?: (finding: Finding, document: ProposalsDocument) => boolean;
  readonly memory?: FindingMemory;
}

/** Applies all fixes that may be applied unseen. The document is the same one where there are none. */
export function fixed(
  document: ProposalsDocument,
  known: Known,
  settings: RuleSettings,
  { wants = () => true, memory }: FixOptions = {},
): Fixed {
  return settled(document, (current) => {
    const findings = findingsOf(current, known, settings, memory).filter(
      (finding) => finding.fixable && wants(finding, current),
    );
    return actionsFor(findings, current, known, { kinds: new Set(['fix']) }).map(({ edits }) => edits);
  });
}

/** A fix may make room for another; a document that is still not settled then is left as it is by that time. */
const ROUNDS = 10;

/** Applies what `fixesIn` finds until it finds nothing more. Of fixes that overlap, the first has its turn first. */
export function settled(
  document: ProposalsDocument,
  fixesIn: (document: ProposalsDocument) => readonly (readonly Edit[])[],
): Fixed {
  let current = document;
  let edits: readonly Edit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const free = apart(fixesIn(current));
    if (free.length === 0) break;
    edits = composeEdits(edits, current.text, free);
    current = readDocument(applyEdits(current.text, free), current.path, { previous: current });
  }
  return { document: current, edits };
}

/** Whether the finding stands in a proposal whose text is not among `texts`. */
export function isInNewProposal(finding: Finding, document: ProposalsDocument, texts: ReadonlySet<string>): boolean {
  const proposal = proposalAt(document, finding.span.start);
  return proposal !== null && !texts.has(proposal.body.text);
}

/** The edits of those fixes that leave each other alone; the others have their turn in the next round. */
function apart(fixes: readonly (readonly Edit[])[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const edits of fixes) {
    if (edits.every((edit) => !taken.some((other) => overlaps(edit.span, other.span)))) taken.push(...edits);
  }
  return taken;
}
