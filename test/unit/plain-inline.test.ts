/** Headings that are read without a parser read as the parser reads them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsedInline } from '../../server/src/core/markdown/inline-text';
import { plainInline } from '../../server/src/core/markdown/plain-inline';
import { noRealFiles, realFiles } from './real-files';

test.each([
  ['[Jaeger](https://www.jaegertracing.io/a_b*c)', 'Jaeger'],
  ['[a](b.md) and [`c` d](e)', null],
  ['[`c`](e) and [**f**](#g), [_h_](i?j=k&l)', 'c and f, h'],
  ['a `b` **c d**: _e_ (__f__)', 'a b c d: e (f)'],
  ['snake_case & 1 * 2', 'snake_case & 1 * 2'],
  ['a \\*b\\* \\# c!', 'a *b* # c!'],
  ['`a``b`', null],
  ['![a](b)', null],
  ['[^a](b)', null],
  ['[a][b]', null],
  ['https://example.org/[a](b)', null],
  ['a #', null],
  ['a &amp; b &copy; c', null],
  ['a &amp;&lt;b', 'a &<b'],
  ['~~a~~', null],
  ['**a*b**', null],
])('%j', (line, expected) => {
  expect(plainInline(line)).toBe(expected);
  if (expected !== null) expect(parsedInline(line)).toBe(expected);
});

const piece = fc.constantFrom(
  ...[
    'a',
    'B9',
    'é',
    '中',
    ' ',
    '  ',
    '\t',
    '.',
    ',',
    ':',
    '(',
    ')',
    '!',
    '#',
    '-',
    '1.',
    '"',
    '^',
    '|',
    '/',
    '@',
    'www.',
    'http://',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '](',
    '](b)',
    '[a](b)',
    '[a b](c.md#d)',
    '[`a`](b)',
    '[**a**](b)',
    '![',
    '<',
    '>',
  ],
  ...[
    '**a**',
    '*a*',
    '_a b_',
    '`a`',
    '` a `',
    '\\*',
    '\\',
    '&',
    '&amp;',
    '&#65;',
    '~',
    '~~',
    '<b>',
    'a_b',
    '\u00a0',
    '\u2003',
    '\ufeff',
  ],
);

describe('whatever is read without a parser', () => {
  test('is what the parser reads', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => pieces.join('')),
        (line) => {
          const own = plainInline(line);
          if (own !== null) expect(own, JSON.stringify(line)).toBe(parsedInline(line));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test.skipIf(noRealFiles !== '')('is most of what real headings are', { tags: 'slow' }, () => {
    const lines = realFiles().flatMap(({ text }) =>
      [...text.matchAll(/^#{1,6}[ \t]+(.*?)\r?$/gm)]
        .map(([, line = '']) => line)
        .filter((line) => /[`*_[\]<&\\~]/.test(line)),
    );
    const own = [...new Set(lines)].map((line) => [line, plainInline(line)] as const);
    for (const [line, text] of own) if (text !== null) expect(text).toBe(parsedInline(line));
    expect(own.filter(([, text]) => text !== null).length / own.length).toBeGreaterThan(0.8);
  });
});
