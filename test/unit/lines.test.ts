import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { linesOf } from '../../server/src/core/model/lines';
import { noRealFiles, realFiles } from './real-files';

interface Node {
  readonly type: string;
  readonly lang?: string | null;
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** The lines, from 1, that nodes of a type begin on, or cover. */
function linesOfType(tree: Node, type: string, all: boolean): Set<number> {
  const found = new Set<number>();
  const visit = (node: Node) => {
    const { start, end } = node.position ?? { start: { line: 0 }, end: { line: -1 } };
    if (node.type === type) for (let line = start.line; line <= (all ? end.line : start.line); line++) found.add(line);
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return found;
}

/**
 * The one difference on purpose: what people indent too far, so that it is code or goes on with a paragraph, they mean
 * as a list.
 */
test.skipIf(noRealFiles)(
  `list items, fences and quotes are where remark sees them, on every real file${noRealFiles}`,
  { tags: 'slow' },
  () => {
    for (const { text, path } of realFiles()) {
      const tree = unified().use(remarkParse).parse(text) as Node;
      const items = linesOfType(tree, 'listItem', false);
      const code = linesOfType(tree, 'code', true);
      const quotes = linesOfType(tree, 'blockquote', true);
      const lines = text.split('\n');
      linesOf(text).forEach((line, index) => {
        const number = index + 1;
        const place = `${path}:${number}`;
        const quoted = text.charAt(line.content) === '>';
        const fenced = code.has(number) && !isIndentedCode(lines, code, number);
        if (quoted && !code.has(number)) expect(quotes.has(number), place).toBe(true);
        if (quotes.has(number) || lines[index]?.includes('<!--')) return;
        expect(line.inert && !quoted, place).toBe(fenced);
        if (line.marker === 0 || line.indent < 4) expect(line.marker > 0, place).toBe(items.has(number));
      });
    }
  },
);

/** Whether the block of code around a line has no fence. */
function isIndentedCode(lines: readonly string[], code: ReadonlySet<number>, line: number): boolean {
  let first = line;
  while (code.has(first - 1)) first--;
  return !/^\s*(?:[-*+]\s+|\d+[.)]\s+)*(?:```|~~~)/.test(lines[first - 1] ?? '');
}
