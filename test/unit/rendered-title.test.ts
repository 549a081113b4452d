/** The text of a heading as a reader sees it, from which anchors are made. */
import { expect, test } from 'vitest';
import { renderedTitle, slugOfTitle } from '../../server/src/core/model/anchor';

test.each([
  ['`` `a` ``', '`a`'],
  ['` a`', ' a'],
  ['` `', ' '],
  ['a \\*b\\*', 'a *b*'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['a <b>c</b><!-- d -->', 'a c'],
  ['![e](https://example.org/e.png)f', 'f'],
  ['[g](https://example.org/(g)) h', 'g h'],
  ['**i** _j_ k_l_m &amp; *n*', 'i j k_l_m & n'],
  ['**a*b**', 'a*b'],
  ['*a **b** c*', 'a b c'],
  ['a * b *', 'a * b *'],
  ['`a` `` ` `` \\`b`', 'a ` `b`'],
  ['[a [b] c](https://example.org) [d][e]', 'a [b] c [d][e]'],
  ['[a](<b c> "d") [e](f g)', 'a [e](f g)'],
  ['&copy; &#65; &nothing; &lt;b&gt;', '© A &nothing; <b>'],
  ['<a href="b>c">d</a> <e', 'd <e'],
  ['~~old~~ new ~a', 'old new ~a'],
  ['__a_b__ c__d__e', 'a_b c__d__e'],
  ['C# and F#', 'C# and F#'],
  ['1. a - b', '1. a - b'],
  ['# a_b_', '# a_b_'],
])('%j reads "%s"', (title, expected) => {
  expect(renderedTitle(title)).toBe(expected);
});

test('a line that is too long for a heading is left as it is', () => {
  const long = `**${'x'.repeat(1_000)}**`;
  expect(renderedTitle(long)).toBe(long);
});

test('an anchor keeps letters, digits and hyphens', () => {
  expect(slugOfTitle('Quick & `safe` queries!')).toBe('quick--safe-queries');
});
