import type { ProposalsDocument } from '../../model/document';
import type { Span } from '../../text/span';

/**
 * The title of the proposal that is headed next, behind the line of `offset` or before it; past the end of the file
 * the search begins anew at the other. Inside of a proposal the one before is the proposal itself. Null in a document
 * without proposals.
 */
export function neighborOf(
  { text, proposals }: ProposalsDocument,
  offset: number,
  way: 'next' | 'previous',
): Span | null {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const sections = proposals.map(({ section }) => section);
  const found =
    way === 'next'
      ? (sections.find(({ start }) => start > line) ?? sections[0])
      : (sections.findLast(({ start }) => start < line) ?? sections.at(-1));
  return found ? { start: found.titleStart, end: found.titleEnd } : null;
}
