import type { Nodes } from 'mdast';
import type { Span } from '../text/span';
import { parseMarkdown } from './parse';

/** Longer values are not parsed: no field of a proposal is so long. */
const LONGEST = 20_000;

/**
 * Where code stands in a value of a field: what looks like a link there is none. Offsets count from the start of `text`.
 * Only a text with a backtick is parsed, and nothing beyond 20,000 characters.
 */
export function codeSpansIn(text: string): readonly Span[] {
  if (!text.includes('`') || text.length > LONGEST) return [];
  const spans: Span[] = [];
  const walk = (node: Nodes): void => {
    const { start, end } = node.position ?? {};
    const isCode = node.type === 'inlineCode' || node.type === 'code';
    if (isCode && start?.offset !== undefined && end?.offset !== undefined)
      spans.push({ start: start.offset, end: end.offset });
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parseMarkdown(text));
  return spans;
}
