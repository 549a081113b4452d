/** Markdown that strangers write, and what may be shown of it by remark's judgment. */
import fc from 'fast-check';
import { marked, type Token } from 'marked';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect } from 'vitest';

const parts = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<!--',
        '-->',
        '<b',
        '>',
        '<br>',
        '&lt;',
        '&#x3c;b&#62;',
      ],
      ...[
        '![x](https://e.example.org/x.png)',
        '[x](command:evil)',
        '[x](vscode-remote://e.example.org)',
        'xwww.e.example.org',
        '<vscode:x>',
        '<ada@e.example.org>',
        '[x]: https://e.example.org',
        '[x][y]',
        '[y]',
        '![',
        '[',
        ']',
      ],
      ...[
        '[a](https://e.example.org/(b))',
        '[`a`](<https://e.example.org>)',
        '[a](https://e.example.org "t")',
        '](',
        ')',
        '(',
      ],
      ...[
        '<https://e.example.org>',
        'https://e.example.org/',
        'http',
        's://e',
        'www.',
        'mailto:e@',
        '@ada',
        '@',
        '#12',
        'o/r#3',
        '#',
      ],
      ...['`', '``', '```', '```js', '~~~', '|', '|---|', '**', '*', '__', '_', '~~', '\\', '$(zap)', '&'],
      ...[
        '\n',
        '\r\n',
        '\n\n',
        '\n    ',
        '\n\t',
        '\n- ',
        '\n  - ',
        '\n1. ',
        '\n10) ',
        '\n- [x] ',
        '\n# ',
        '\n> ',
        '\n>> ',
        '\n---\n',
        '\n===\n',
        '\n+++\n',
      ],
      ...[
        '\u202e',
        '\u2066',
        '\u061c',
        '\u200b',
        '\u0000',
        '\u2028',
        '\ud800',
        '\u00a0',
        'Ada',
        ' ',
        '1',
        '.',
        '-',
        'é',
        '👩‍💻',
      ],
    ),
    fc.string({ maxLength: 4 }),
    fc.string({ maxLength: 3, unit: 'binary' }),
  ),
  { maxLength: 14 },
);
/** What a stranger may write where Markdown is read. */
export const hostile = parts.map((all) => all.join(''));

export interface Node {
  readonly type: string;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** All nodes that remark sees in a Markdown text, each before its children. */
export function nodesOf(markdown: string): Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(unified().use(remarkParse).parse(markdown) as Node);
}

const harmless = /^(?:root|paragraph|text|break|strong|link|list|listItem|blockquote|code|inlineCode|thematicBreak)$/;

/** All tokens that `marked` sees, with which VS Code renders: those inside others, too. */
export function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    all.push(token);
  });
  return all;
}

/** By remark's judgment, by that of `marked`, and by what GitHub's Markdown makes links of besides. */
export function expectSafe(markdown: string): void {
  expect(markdown).not.toMatch(/(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  for (const { type, url: target = '', value = '' } of nodesOf(markdown)) {
    expect(type, markdown).toMatch(harmless);
    if (type === 'link') expect(target, markdown).toMatch(/^https?:\/\/[^\s/]/);
    if (type === 'text') expect(value, markdown).not.toMatch(/https?:\/\/|www\.[a-z]|(?:mailto|command):/i);
  }
  const links = nodesOf(markdown).filter(({ type }) => type === 'link').length;
  const tokens = tokensOf(markdown);
  expect(tokens.filter(({ type }) => type === 'image' || type === 'html').map(({ raw }) => raw)).toEqual([]);
  expect(tokens.filter(({ type }) => type === 'link').length, markdown).toBeLessThanOrEqual(links);
}

/** How many letters a person sees. */
export function lettersOf(markdown: string): number {
  const values = nodesOf(markdown).map(({ value = '' }) => value);
  return [...values.join('').replace(/[\u2060\n]/g, '')].length;
}
