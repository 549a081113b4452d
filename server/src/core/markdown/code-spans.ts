import type { Nodes } from 'mdast';
import type { Span } from '../text/span';
import { parseMarkdown } from './parse';

/** Longer values are not parsed, because no real field is that long. */
const LONGEST = 20_000;

/**
 * The code in a field's value, where nothing is a link. Offsets count from the start of `text`. Empty for a text longer
 * than 20,000 characters. Parses only a text that contains a backtick.
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
