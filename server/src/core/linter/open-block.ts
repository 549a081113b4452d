import type { ProposalsDocument } from '../model/document';
import { sharedEnd } from '../text/shared';
import { type Span, shift } from '../text/span';
import type { Finding } from './rule';

/** A version of a document without an open block, and what was shown in it. */
export interface ClosedVersion {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The fence or comment that is open in `span`, the proposal that is being written. Null if there is none. */
export function openBlockIn(findings: readonly Finding[], span: Span | null): Finding | null {
  const isIn = ({ start }: Span) => span !== null && span.start <= start && start < span.end;
  return findings.find((each) => each.rule === 'unclosed-block' && isIn(each.span)) ?? null;
}

/** Where the text below an open block starts, which was there before it was opened. An offset in the new text. */
export function startBelow(open: Finding, { text }: Pick<ProposalsDocument, 'text'>, last: ClosedVersion): number {
  return text.length - sharedEnd(last.text, text, Math.min(last.text.length, text.length - open.span.end));
}

/**
 * While somebody types a fence, all text below is code for a moment. The findings there stay as they were in the last
 * version without it, so that nothing flickers.
 */
export function withFindingsBelow(
  below: number,
  findings: readonly Finding[],
  { text }: Pick<ProposalsDocument, 'text'>,
  last: ClosedVersion,
): readonly Finding[] {
  const by = text.length - last.text.length;
  const kept = last.findings.filter(({ span }) => span.start + by >= below);
  return [
    ...findings.filter(({ span }) => span.start < below),
    ...kept.map((finding) => ({ ...finding, span: shift(finding.span, by) })),
  ];
}
