import { issueKeyOf } from '../../known/questions';
import type { ProposalsDocument } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { touches } from '../../text/span';
import { issueMarkdown } from '../issue-preview/issue-preview';
import { targetAt } from '../navigation/target';
import type { HoverContext, HoverNeeds } from './card';

/** What is known of the upstream issue that a reference names; null where it names none. */
export function issueHover(reference: Reference, { known, now, editor }: HoverContext): string | null {
  const key = issueKeyOf(reference);
  return key && issueMarkdown(key, addressOf(reference), known.issue(key), now, editor);
}

/** What a hover about the issue that a reference names needs to know. */
export function issuesOf(reference: Reference): HoverNeeds {
  const key = issueKeyOf(reference);
  return { workspace: false, issues: key ? [key] : [] };
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
export function issueLinkAt({ kind, text }: ProposalsDocument, offset: number): Reference | null {
  if (!kind) return null;
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST);
  const lineEnd = text.indexOf('\n', offset);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + LONGEST);
  const found = referencesIn(text, { start, end }).find(({ span }) => touches(span, offset));
  return found?.number == null ? null : found;
}
