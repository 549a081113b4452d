import type { Known } from '../../known/known';
import type { FindingMemory } from '../../linter/memory';
import type { Finding, RuleSettings } from '../../linter/rule';
import { findingsOf } from '../../linter/run';
import { type ProposalsDocument, proposalAt, readDocument } from '../../model/document';
import { applyEdits, composeEdits, type Edit } from '../../text/edit';
import { firstWhere } from '../../text/first-where';
import { type Span, shift } from '../../text/span';
import { TakenSpans } from '../../text/taken-spans';
import { actionsFor } from './code-actions';

/** A document after fixes, and the edits that turn the original into it. */
export interface Fixed {
  readonly document: ProposalsDocument;
  readonly edits: readonly Edit[];
}

/** Selects the findings to fix. Default: all. */
export interface FixOptions {
  readonly wants?: (finding: Finding, document: ProposalsDocument) => boolean;
  /** Ranges that no fix may touch, in document order. Findings inside them are not fixed. */
  readonly kept?: readonly Span[];
  readonly memory?: FindingMemory;
}

/**
 * Applies all fixes that are safe without review. Returns the same document if there is nothing to fix or it has a
 * merge conflict.
 */
export function fixed(
  document: ProposalsDocument,
  known: Known,
  settings: RuleSettings,
  { wants = () => true, kept = [], memory }: FixOptions = {},
): Fixed {
  const fixesIn: FixesIn = (current, still) => {
    const isFree = ({ span }: Finding) => !touchesKept(still, characterAt(current, span.start));
    const findings = findingsOf(current, known, settings, memory).filter(
      (finding) => isFree(finding) && wants(finding, current) && finding.isFixable(),
    );
    const fixes = actionsFor(findings, current, known, { kinds: new Set(['fix']), settings }).map(({ edits }) => edits);
    return fixes.filter((edits) => !edits.some(({ span }) => touchesKept(still, span)));
  };
  return settled(document, fixesIn, kept);
}

/**
 * Computes the fixes for one version of a document. `kept` are the ranges that they must not touch, in that version.
 */
type FixesIn = (document: ProposalsDocument, kept: readonly Span[]) => readonly (readonly Edit[])[];

/** One fix can enable another, so we repeat, but stop here even if the document still changes. */
const ROUNDS = 10;

/** Applies the fixes from `fixesIn` until there are no more. Of overlapping fixes, the first is applied first. */
export function settled(document: ProposalsDocument, fixesIn: FixesIn, kept: readonly Span[] = []): Fixed {
  let current = document;
  let still = kept;
  let edits: readonly Edit[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const fixes = nonOverlapping(fixesIn(current, still));
    if (fixes.length === 0) break;
    const { document: next, edits: made } = keepingProposals(current, fixes);
    still = moved(still, made);
    edits = composeEdits(edits, current.text, made);
    current = next;
  }
  return { document: current, edits };
}

/**
 * The document after the fixes. Each of them keeps the proposals, but together they may not, because the usual level of
 * headings decides what is one. Then only the first ones are applied, and the next round sees what is left to fix.
 */
function keepingProposals(document: ProposalsDocument, fixes: readonly (readonly Edit[])[]): Fixed {
  for (let first = fixes.length; ; first = Math.ceil(first / 2)) {
    const edits = fixes.slice(0, first).flat();
    const after = readDocument(applyEdits(document.text, edits), document.path, { previous: document });
    if (first === 1 || after.proposals.length === document.proposals.length) return { document: after, edits };
  }
}

/** Whether the finding is in a proposal whose text is not in `texts`. */
export function isInNewProposal(finding: Finding, document: ProposalsDocument, texts: ReadonlySet<string>): boolean {
  const proposal = proposalAt(document, finding.span.start);
  return proposal !== null && !texts.has(proposal.body.text);
}

/** The fixes that do not overlap. The next round handles the others. */
function nonOverlapping(fixes: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken = new TakenSpans();
  return fixes.filter((edits) => {
    const isFree = edits.every(({ span }) => taken.isFree(span));
    if (isFree) for (const { span } of edits) taken.take(span);
    return isFree;
  });
}

/** Whether a span overlaps a kept range, or is an insertion inside one. */
function touchesKept(kept: readonly Span[], { start, end }: Span): boolean {
  const span = kept[firstWhere(kept, (each) => each.end > start)];
  return span !== undefined && span.start < end;
}

/** The character at an offset. At the end of the text, the finding belongs to the character before it. */
function characterAt({ text }: ProposalsDocument, offset: number): Span {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  return { start, end: start + 1 };
}

/** The ranges after edits that do not touch them. */
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
