/**
 * Safe Markdown from the start of an issue's text. Strangers write issues, so we do not filter the text: we parse it,
 * keep only the node types listed here, and serialize them with our own escapes.
 */

import type { BlockContent, List, ListItem, Nodes, Paragraph, PhrasingContent, Root, Table } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseMarkdown } from '../../markdown/parse';
import { link, plain } from '../../markdown/write';
import { type Home, InlineReader, type Shown, withoutMarks, wordsOf } from './issue-inline';

/** Only this many characters are parsed, because text hidden at the start is never longer. */
const LONGEST = 2_000;

/** Quotes and lists nested deeper than this are omitted. */
const DEEPEST = 8;

/** Deeply nested quote and list markers, which make the parser's time quadratic. */
const tooDeep = /(?:(?:[>*+-]|\d{1,9}[.)]) ?){16,}/g;

/**
 * At most `most` visible characters of `body`: paragraphs, lists, quotes, code and web links. No HTML, images or
 * headings. Null if nothing remains.
 */
export function bodyMarkdown(body: string, home: Home, most: number): string | null {
  const tree = parseMarkdown(body.slice(0, LONGEST).replace(tooDeep, (marks) => marks.slice(0, 2 * DEEPEST)));
  const reader = new BlockReader(new InlineReader(tree, home, most));
  const children = reader.blocksOf(tree);
  return children.length === 0 ? null : toMarkdown({ type: 'root', children }, { bullet: '-', handlers }).trimEnd();
}

/** Serializers for the nodes that we keep. All text from strangers goes through `wordsOf`, `plain` or a code span. */
const handlers = {
  text: ({ value }: { value: string }) => wordsOf(value),
  break: () => '  \n',
  strong: ({ children }: { children: Nodes[] }) => `**${plain(wordsIn(children[0]))}**`,
  link: ({ url, children }: { url: string; children: Nodes[] }) => link(wordsIn(children[0]), url),
};

function wordsIn(node: Nodes | undefined): string {
  return node && 'value' in node ? node.value : '';
}

class BlockReader {
  private depth = 0;

  constructor(private readonly inline: InlineReader) {}

  /** The blocks of a node that fit in the remaining space. */
  blocksOf(parent: Nodes): BlockContent[] {
    const blocks: BlockContent[] = [];
    if (this.depth === DEEPEST) return blocks;
    this.depth++;
    for (const child of 'children' in parent ? parent.children : []) {
      if (this.inline.isFull) break;
      blocks.push(...this.blockOf(child));
    }
    this.depth--;
    return blocks;
  }

  private blockOf(node: Root['children'][number]): BlockContent[] {
    switch (node.type) {
      case 'paragraph':
        return paragraph(this.inline.shown(node.children));
      case 'heading':
        return paragraph(asTitle(this.inline.shown(node.children)));
      case 'blockquote': {
        const children = this.blocksOf(node);
        return children.length === 0 ? [] : [{ type: 'blockquote', children }];
      }
      case 'list':
        return this.listNode(node);
      case 'table':
        return this.rowsOf(node);
      case 'code':
        return this.codeOf(node.value, node.lang ?? '');
      case 'html':
        return paragraph(this.inline.shownOfHtml(node.value));
      default:
        return [];
    }
  }

  private listNode({ ordered, start, children }: List): BlockContent[] {
    const items: ListItem[] = [];
    for (const item of children) {
      if (this.inline.isFull) break;
      const blocks = this.blocksOf(item);
      const box: Shown[] =
        typeof item.checked === 'boolean' ? [{ type: 'text', value: item.checked ? '☑ ' : '☐ ' }] : [];
      const [first, ...others] = blocks;
      if (!first) continue;
      const content = first.type === 'paragraph' ? { ...first, children: [...box, ...first.children] } : first;
      items.push({ type: 'listItem', spread: false, children: [content, ...others] });
    }
    const from = start && start < 100 ? start : 1;
    return items.length === 0
      ? []
      : [{ type: 'list', ordered: ordered ?? false, start: from, spread: false, children: items }];
  }

  /** A table as lines of text, because a hover is too narrow for columns. */
  private rowsOf({ children: rows }: Table): BlockContent[] {
    return rows.flatMap(({ children: cells }) => {
      const between: PhrasingContent = { type: 'text', value: ' · ' };
      const content = cells.flatMap((cell, i) => (i === 0 ? cell.children : [between, ...cell.children]));
      return this.inline.isFull ? [] : paragraph(this.inline.shown(content));
    });
  }

  /** Whole lines of code, because half a line can be misleading. */
  private codeOf(value: string, language: string): BlockContent[] {
    const lines: string[] = [];
    for (const line of withoutMarks(value)
      .split('\n')
      .map((each) => each.trimEnd())) {
      if (!this.inline.takes(line.length)) {
        if (lines.length > 0) lines.push('…');
        break;
      }
      lines.push(line);
    }
    const lang = /^[a-z\d+#-]{1,20}/i.exec(language)?.[0] ?? null;
    return lines.every((line) => line === '') ? [] : [{ type: 'code', lang, value: lines.join('\n') }];
  }
}

function paragraph(children: Shown[]): Paragraph[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** A heading becomes bold text if it contains only text, so that it does not dominate the hover. */
function asTitle(children: Shown[]): Shown[] {
  const [only, ...others] = children;
  return only?.type === 'text' && others.length === 0 && plain(only.value) !== ''
    ? [{ type: 'strong', children: [only] }]
    : children;
}
