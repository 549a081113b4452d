import type { IssueKey } from '../../known/known';
import { issueKeyOf } from '../../known/questions';
import type { ProposalsDocument } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { touches } from '../../text/span';
import { issueMarkdown } from '../issue-preview/issue-preview';
import { targetAt } from '../navigation/target';
import type { Hover, HoverContext } from './card';

/** What is known of the upstream issue that a reference names; null where it names none. */
export function issueHover(reference: Reference, { known, now, editor }: HoverContext): string | null {
  const key = issueKeyOf(reference);
  return key && issueMarkdown(key, addressOf(reference), known.issue(key), now, editor);
}

/** The same for an issue that is linked in other fields and in prose; null where there is none. */
export function issueLinkHover(document: ProposalsDocument, offset: number, context: HoverContext): Hover | null {
  const reference = issueLinkAt(document, offset);
  const markdown = reference && issueHover(reference, context);
  return reference && markdown ? { span: reference.span, markdown } : null;
}

/** The issues that a hover at `offset` would like to know about. */
export function issuesAt(document: ProposalsDocument, offset: number): readonly IssueKey[] {
  const reference = referenceAt(document, offset);
  const key = reference && issueKeyOf(reference);
  return key ? [key] : [];
}

/** The reference that stands at `offset`, in the upstream field or elsewhere; its spans may count from anywhere. */
export function referenceAt(document: ProposalsDocument, offset: number): Reference | null {
  const target = targetAt(document, offset);
  if (!target) return issueLinkAt(document, offset);
  return target.is === 'reference' ? target.reference : null;
}

/** Where an editor opens what a reference names. */
export function addressOf({ url: { text } }: Reference): string {
  return /^https?:/i.test(text) ? text : `https://${text}`;
}

/** Longer than any line that people write around a link. */
const LONGEST = 2_000;

/** Prose may link issues anywhere; where there are no proposals it is none of our business. */
function issueLinkAt({ kind, text }: ProposalsDocument, offset: number): Reference | null {
  if (!kind) return null;
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST);
  const lineEnd = text.indexOf('\n', offset);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + LONGEST);
  const found = referencesIn(text, { start, end }).find(({ span }) => touches(span, offset));
  return found?.number == null ? null : found;
}
