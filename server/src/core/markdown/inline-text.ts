import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from './parse';

/**
 * The text of a heading's line as GitHub renders it: without emphasis, code marks, links, images and HTML. Takes the
 * square of the number of marks.
 */
export function inlineText(line: string): string {
  const [heading] = parseMarkdown(`# ${line.replace(/[\r\n]+/g, ' ')}`).children;
  return heading?.type === 'heading' ? textOf(heading, { includeImageAlt: false, includeHtml: false }) : line;
}
