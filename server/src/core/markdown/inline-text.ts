import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from './parse';
import { plainInline } from './plain-inline';

/**
 * The text of a heading's line as GitHub renders it: without emphasis, code marks, links, images and HTML. Takes the
 * square of the number of marks.
 */
export function inlineText(line: string): string {
  const own = line.replace(/[\r\n]+/g, ' ');
  return plainInline(own) ?? parsedInline(own);
}

/** The same for any line, by a parser. */
export function parsedInline(line: string): string {
  const [heading] = parseMarkdown(`# ${line}`).children;
  return heading?.type === 'heading' ? textOf(heading, { includeImageAlt: false, includeHtml: false }) : line;
}
