import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The syntax tree of a Markdown text as GitHub reads it. Takes about a second a megabyte, so it is for one issue or one
 * value at a time. Never throws.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
