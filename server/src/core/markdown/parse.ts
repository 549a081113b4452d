import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * The syntax tree of Markdown as GitHub reads it. Parsing takes about one second per megabyte, so use it only for a
 * single issue or value. Never throws.
 */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
