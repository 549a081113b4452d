import { issueKeyOf } from '../../known/questions';
import type { ProposalsDocument } from '../../model/document';
import type { Reference } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { touches } from '../../text/span';
import { issueMarkdown } from '../issue-preview/issue-preview';
import { targetAt } from '../navigation/target';
import type { HoverContext, HoverNeeds } from './card';

/** Markdown about the upstream issue that a reference links. Null if it links no issue. */
export function issueHover(reference: Reference, { known, now, editor }: HoverContext): string | null {
  const key = issueKeyOf(reference);
  return key && issueMarkdown(key, addressOf(reference), known.issue(key), now, editor);
}

/** What must be loaded for a hover about the referenced issue. */
export function issuesOf(reference: Reference): HoverNeeds {
  const key = issueKeyOf(reference);
  return { workspace: false, issues: key ? [key] : [] };
}

/** The reference at `offset`, in the upstream field or elsewhere. Its spans may count from any offset. */
export function referenceAt(document: ProposalsDocument, offset: number): Reference | null {
  const target = targetAt(document, offset);
  if (!target) return issueLinkAt(document, offset);
  return target.is === 'reference' ? target.reference : null;
}

/** The address that opens a reference. */
export function addressOf({ url: { text } }: Reference): string {
  return /^https?:/i.test(text) ? text : `https://${text}`;
}

/** A longer line is not searched for links. */
const LONGEST = 2_000;

/** Prose can link issues anywhere, but we show hovers only in proposals documents. */
export function issueLinkAt({ kind, text }: ProposalsDocument, offset: number): Reference | null {
  if (!kind) return null;
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST);
  const lineEnd = text.indexOf('\n', offset);
  const end = Math.min(lineEnd < 0 ? text.length : lineEnd, offset + LONGEST);
  const found = referencesIn(text, { start, end }).find(({ span }) => touches(span, offset));
  return found?.number == null ? null : found;
}
