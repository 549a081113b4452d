import type { Known } from '../../known/known';
import type { Finding, RuleSettings } from '../../linter/rule';
import { type FindingMemory, findingsOf } from '../../linter/run';
import { type ProposalsDocument, proposalAt, readDocument } from '../../model/document';
import { applyEdits, composeEdits, type Edit } from '../../text/edit';
import { overlaps, type Span, shift } from '../../text/span';
import { actionsFor } from './code-actions';

/** A document after fixes, and the edits that make it out of the one before. */
export interface Fixed {
  readonly document: ProposalsDocument;
  readonly edits: readonly Edit[];
}

/** Which findings are to be fixed: all by default. */
export interface FixOptions {
  readonly wants?: (finding: Finding, document: ProposalsDocument) => boolean;
  /** What stays as it is to the last code unit, in order: no finding in there is fixed, and no fix reaches in there. */
  readonly kept?: readonly Span[];
  readonly memory?: FindingMemory;
}

/**
 * Applies all fixes that may be applied unseen. The document is the same one where there are none, and where it has a
 * merge conflict.
 */
export function fixed(
  document: ProposalsDocument,
  known: Known,
  settings: RuleSettings,
  { wants = () => true, kept = [], memory }: FixOptions = {},
): Fixed {
  const fixesIn: FixesIn = (current, still) => {
    const isFree = ({ span }: Finding) => !reachesInto(still, characterAt(current, span.start));
    const findings = findingsOf(current, known, settings, memory).filter(
      (finding) => finding.fixable && isFree(finding) && wants(finding, current),
    );
    const fixes = actionsFor(findings, current, known, { kinds: new Set(['fix']), settings }).map(({ edits }) => edits);
    return fixes.filter((edits) => !edits.some(({ span }) => reachesInto(still, span)));
  };
  return settled(document, fixesIn, kept);
}

/** The fixes for one version of a document; `kept` is what they must leave alone, where it stands in that version. */
type FixesIn = (document: ProposalsDocument, kept: readonly Span[]) => readonly (readonly Edit[])[];

/** A fix may make room for another; a document that is still not settled then is left as it is by that time. */
const ROUNDS = 10;

/** Applies what `fixesIn` finds until it finds nothing more. Of fixes that overlap, the first has its turn first. */
export function settled(document: ProposalsDocument, fixesIn: FixesIn, kept: readonly Span[] = []): Fixed {
  let current = document;
  let still = kept;
  let edits: readonly Edit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const free = apart(fixesIn(current, still));
    if (free.length === 0) break;
    still = moved(still, free);
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

/** Whether a span has a part in some of `kept`, or is an insertion within one of them. */
function reachesInto(kept: readonly Span[], { start, end }: Span): boolean {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const span = kept[low];
  return span !== undefined && span.start < end;
}

/** A finding at the very end of a text is one of what stands before it. */
function characterAt({ text }: ProposalsDocument, offset: number): Span {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  return { start, end: start + 1 };
}

/** Where spans stand after edits that do not reach into them. */
function moved(kept: readonly Span[], edits: readonly Edit[]): readonly Span[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let next = 0;
  let by = 0;
  return kept.map((span) => {
    for (let edit = ordered[next]; edit && edit.span.end <= span.start; edit = ordered[++next])
      by += edit.text.length - (edit.span.end - edit.span.start);
    return shift(span, by);
  });
}
