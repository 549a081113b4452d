/** Safe inline content from a stranger's Markdown. */

import type { Definition, InlineCode, Link, Nodes, PhrasingContent, Root, Strong, Text } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { isGitHubHandle } from '../../facts/mentors';
import { plain, short } from '../../markdown/write';
import { targetOf } from '../../model/reference';
import { withoutTail } from '../../text/tail';

/** The repository of short references such as `#12`. */
export interface Home {
  readonly owner: string;
  readonly repo: string;
}

/** The inline nodes that we show. Links and bold nodes contain one text. */
export type Shown = Text | InlineCode | Link | Strong | { type: 'break' };

/** Escaped text between two other nodes, with its surrounding spaces. */
export function wordsOf(text: string): string {
  const words = plain(text);
  if (words === '') return text === '' ? '' : ' ';
  return `${/^\s/.test(text) ? ' ' : ''}${words}${/\s$/.test(text) ? ' ' : ''}`;
}

/** Text without control and bidirectional characters. Line breaks and tabs remain. */
export function withoutMarks(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '').replace(/(?![\u200c\u200d])\p{Cf}/gu, '');
}

/**
 * Single-line text for a code span, without invisible characters. VS Code would render an icon for "$(pwd)" even in
 * code.
 */
export function codeWords(text: string): string {
  return withoutMarks(text.replace(/\s+/g, ' ')).trim().replaceAll('$(', '$\u2060(');
}

/** A Markdown code span. Empty if the text has no visible words. */
export function codeSpan(text: string): string {
  const value = codeWords(text);
  return value === '' ? '' : toMarkdown({ type: 'inlineCode', value }).trimEnd();
}

/** Reads the inline content of blocks in order until no space is left. */
export class InlineReader {
  private readonly addresses: ReadonlyMap<string, string>;
  private left: number;
  private full = false;

  /** `most` is the number of visible characters to show. */
  constructor(
    tree: Root,
    private readonly home: Home,
    most: number,
  ) {
    const definitions = tree.children.filter((node): node is Definition => node.type === 'definition');
    this.addresses = new Map(definitions.map(({ identifier, url }) => [identifier, url]));
    this.left = most;
  }

  get isFull(): boolean {
    return this.full;
  }

  /** Reserves space for content that cannot be cut. If there is not enough, returns false and ends the output. */
  takes(letters: number): boolean {
    if (letters > this.left) this.full = true;
    else this.left -= letters;
    return !this.full;
  }

  /** The visible nodes of a paragraph. Empty if there are none. */
  shown(content: readonly PhrasingContent[]): Shown[] {
    const nodes = trimmed(joined(this.flat(content)).flatMap((node) => (node.type === 'text' ? lines(node) : [node])));
    const shown: Shown[] = [];
    for (const node of nodes.flatMap((each) => (each.type === 'text' ? this.withNames(each) : [each]))) {
      if (this.full) break;
      shown.push(this.fitted(node));
    }
    return shown.some((node) => node.type !== 'break' && visible(node) !== '') ? shown : [];
  }

  /**
   * The text of an HTML fragment, with line breaks. Comments, scripts and styles are hidden, to the end if unclosed.
   */
  shownOfHtml(html: string): Shown[] {
    const value = html
      .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<br\s*\/?>/gi, '\n');
    const hidden = value.search(/<!--|<(?:script|style)\b/i);
    const words = (hidden < 0 ? value : value.slice(0, hidden)).replace(/<[^<>]*>/g, '');
    const shown = this.shown(text(words));
    if (hidden >= 0) this.full = true;
    return shown;
  }

  /** Supported nodes in order, without emphasis. Other nodes become their text. */
  private flat(content: readonly PhrasingContent[]): Shown[] {
    const flat: Shown[] = [];
    /** The tag whose content is hidden. */
    let hidden: string | null = null;
    for (const node of content) {
      const tag = node.type === 'html' ? /^<(\/?)(script|style|br)\b/i.exec(node.value) : null;
      const name = tag?.[2]?.toLowerCase() ?? null;
      if (hidden !== null) {
        if (tag?.[1] === '/' && name === hidden) hidden = null;
      } else if (name === 'br') flat.push({ type: 'break' });
      else if (name !== null && tag?.[1] === '') hidden = name;
      else flat.push(...this.one(node));
    }
    return flat;
  }

  private one(node: PhrasingContent): Shown[] {
    switch (node.type) {
      case 'text':
        return text(node.value.replace(/<!--[\s\S]*$/, ''));
      case 'inlineCode': {
        const value = codeWords(node.value);
        return value === '' ? [] : [{ type: 'inlineCode', value }];
      }
      case 'break':
        return [{ type: 'break' }];
      case 'strong':
        return strong(this.flat(node.children));
      case 'emphasis':
      case 'delete':
        return this.flat(node.children);
      case 'link':
        return linked(textOf(node), node.url);
      case 'image':
        return linked(node.alt || 'image', node.url);
      case 'linkReference':
      case 'imageReference':
        return linked(textOf(node), this.addresses.get(node.identifier) ?? '');
      default:
        return [];
    }
  }

  /** Links references and mentions, as GitHub does. */
  private withNames({ value }: Text): Shown[] {
    const nodes: Shown[] = [];
    let end = 0;
    for (const match of value.matchAll(names)) {
      const { owner, repo, number, handle } = match.groups ?? {};
      const link =
        number === undefined ? linkToAccount(handle ?? '') : this.linkToIssue(owner ?? null, repo ?? null, number);
      if (!link) continue;
      nodes.push(...text(value.slice(end, match.index)), link);
      end = match.index + match[0].length;
    }
    return [...nodes, ...text(value.slice(end))];
  }

  private linkToIssue(owner: string | null, repo: string | null, number: string): Link {
    const name = owner === null ? `#${number}` : `${owner}/${repo}#${number}`;
    const url = `https://github.com/${owner ?? this.home.owner}/${repo ?? this.home.repo}/issues/${number}`;
    return { type: 'link', url, children: [{ type: 'text', value: name }] };
  }

  /** The node, cut to the remaining space: text between words, other nodes to an ellipsis. */
  private fitted(node: Shown): Shown {
    if (node.type === 'break') return node;
    const value = visible(node);
    const room = Math.max(1, this.left);
    if (this.takes([...value].length)) return node;
    return { type: 'text', value: node.type === 'text' ? `${/^\s/.test(value) ? ' ' : ''}${cut(value, room)}` : '…' };
  }
}

const names =
  /(?<![\w/#&.-])(?:(?<owner>[a-z\d](?:-?[a-z\d]){0,38})\/(?<repo>[\w.-]{1,100}))?#(?<number>\d{1,9})(?![\w-])|(?<![\w/@.`-])@(?<handle>[a-z\d](?:-?[a-z\d]){0,38})(?![\w/@-])/giu;

function linkToAccount(handle: string): Link | null {
  if (!isGitHubHandle(handle)) return null;
  return { type: 'link', url: `https://github.com/${handle}`, children: [{ type: 'text', value: `@${handle}` }] };
}

/** A link if `url` is a web address, otherwise only the text. */
function linked(words: string, url: string): Shown[] {
  const target = withoutMarks(url);
  if (!/^https?:\/\/[^\s/?#]/i.test(target)) return text(words);
  const own = withoutMarks(words).trim();
  const value = own === '' || own === target ? shortAddress(target) : short(own, 100);
  return plain(value) === '' ? [] : [{ type: 'link', url: target, children: [{ type: 'text', value }] }];
}

/** The address as GitHub shows it: an issue by its short name, other pages without the scheme. */
function shortAddress(url: string): string {
  const { owner, repo, number } = targetOf(url);
  return number === null ? short(url.replace(/^https?:\/\/(?:www\.)?/i, ''), 60) : `${owner}/${repo}#${number}`;
}

/** Bold text. Other nodes remain as they are. */
function strong(children: Shown[]): Shown[] {
  const [only, ...others] = joined(children);
  const isWords = only?.type === 'text' && others.length === 0 && plain(only.value) !== '' && !/\n/.test(only.value);
  return isWords ? [{ type: 'strong', children: [only] }] : children;
}

function text(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

function visible(node: Nodes | Shown): string {
  return 'value' in node ? node.value : 'children' in node ? node.children.map(visible).join('') : '';
}

/** Merges adjacent texts, because two separate halves could become a link. */
function joined(nodes: readonly Shown[]): Shown[] {
  const all: Shown[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', value: last.value + node.value };
    else all.push(node);
  }
  return all;
}

/** The lines of a text, because GitHub renders a line break in an issue as a line break. */
function lines({ value }: Text): Shown[] {
  return value
    .split('\n')
    .flatMap((line, i): Shown[] => (i === 0 ? text(line) : [{ type: 'break' }, ...text(line.trimStart())]));
}

/** Removes breaks and blanks at both ends. */
function trimmed(nodes: Shown[]): Shown[] {
  const isBlank = (node: Shown) => node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const first = nodes.findIndex((node) => !isBlank(node));
  const kept = first < 0 ? [] : nodes.slice(first, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  return kept.map((node, i) => {
    if (node.type !== 'text') return node;
    const start = i === 0 ? node.value.trimStart() : node.value;
    const isLast = i === kept.length - 1 || kept[i + 1]?.type === 'break';
    return { type: 'text', value: isLast ? start.trimEnd() : start };
  });
}

/** Cuts between words, or inside a word that is longer than the space. */
function cut(value: string, most: number): string {
  const line = short(value, most);
  const before = line.endsWith('…') ? withoutTail(line, /\S/).trimEnd() : '';
  return before.length * 2 > line.length ? `${before}…` : line;
}
