import type { ProposalsDocument } from '../../model/document';
import type { Span } from '../../text/span';

/**
 * The title of the next or previous proposal heading from the line of `offset`, continuing at the other end of the
 * file. Inside a proposal, the previous one is the proposal itself. Null if there are no proposals.
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
