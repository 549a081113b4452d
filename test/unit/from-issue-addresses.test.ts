/** Where the links and numbers of an issue lead once they stand in another document. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absoluteAddress, withAbsoluteLinks, withAbsoluteNumbers } from '../../server/src/core/from-issue/addresses';
import { address } from './from-issue';

test.each([
  ['notes.md', 'https://github.com/example/store/issues/notes.md'],
  ['./notes.md', 'https://github.com/example/store/issues/notes.md'],
  ['../blob/main/NOTES.md#why', 'https://github.com/example/store/blob/main/NOTES.md#why'],
  ['../wiki/?page=1', 'https://github.com/example/store/wiki/?page=1'],
  ['/example/index', 'https://github.com/example/index'],
  ['/', 'https://github.com/'],
  ['a//b/', 'https://github.com/example/store/issues/a//b/'],
  ['..', 'https://github.com/example/store/'],
  ['?q=slow', 'https://github.com/example/store/issues/7?q=slow'],
  ['../../../../../../up', 'https://github.com/up'],
])('%j on the page of an issue is %j', (relative, absolute) => {
  expect(absoluteAddress(relative, address)).toBe(absolute);
});

test('any relative address is what browsers make of it', () => {
  const part = fc.constantFrom('..', '.', '', 'a', 'b.md');
  const relative = fc.tuple(
    fc.constantFrom('', '/x/'),
    fc.constantFrom('a', '.', '..'),
    fc.array(part, { maxLength: 6 }),
  );
  const page = fc.constantFrom(address, 'https://example.org', 'https://example.org/', 'https://example.org/a/');
  const tail = fc.constantFrom('', '#b', '?c=/../d');
  fc.assert(
    fc.property(relative, page, tail, ([root, first, more], from, end) => {
      const whole = `${root}${[first, ...more].join('/')}${end}`;
      expect(absoluteAddress(whole, from)).toBe(new URL(whole, from).href);
    }),
  );
});

test.each([
  '',
  '#why',
  'https://example.org',
  '//example.org/x',
  'mailto:ada@example.org',
  'javascript:alert(1)',
  '\\\\x',
])('%j stays as it is', (text) => {
  expect(absoluteAddress(text, address)).toBe(null);
});

test('no address is relative to a page that is none', () => {
  expect(absoluteAddress('notes.md', 'file:///issues/7')).toBe(null);
  expect(absoluteAddress('notes.md', 'https://example.org')).toBe('https://example.org/notes.md');
});

test('links, images, definitions and HTML lead where they lead on the page, and all else stays', () => {
  const text = `[a](a.md "A") [![b](b.png)](c.md) [d][e] <img alt="x" src="f.png" width="1">

[e]: ../wiki 'E'

<a href="/g"><img src="https://example.org/h.png"></a>

\`[i](i.md)\` [j](#j) [k](<k l.md>) ![m][n]

    [o](o.md)
`;
  expect(
    withAbsoluteLinks(text, address),
  ).toBe(`[a](https://github.com/example/store/issues/a.md "A") [![b](https://github.com/example/store/issues/b.png)](https://github.com/example/store/issues/c.md) [d][e] <img alt="x" src="https://github.com/example/store/issues/f.png" width="1">

[e]: https://github.com/example/store/wiki 'E'

<a href="https://github.com/g"><img src="https://example.org/h.png"></a>

\`[i](i.md)\` [j](#j) [k](<https://github.com/example/store/issues/k l.md>) ![m][n]

    [o](o.md)
`);
});

test('a number says whose issue it is, except in links, code and words', () => {
  const text =
    'See #12 and (#13), **#14**, `#15`, [#16](https://example.org), a#17, example/index#18, &#19; and #20th.\n';
  expect(withAbsoluteNumbers(text, address)).toBe(
    'See example/store#12 and (example/store#13), **example/store#14**, `#15`, [#16](https://example.org), a#17, example/index#18, &#19; and #20th.\n',
  );
});

test.each([
  ['without an address of an issue', '[a](a.md) and #1', null],
  ['where nothing is relative', 'a and b', address],
  ['where the text is too long to be parsed', `[a](a.md) and #1 ${'a'.repeat(20_000)}`, address],
])('the text stays as it is %s', (_, text, url) => {
  expect(withAbsoluteLinks(text, url)).toBe(text);
  expect(withAbsoluteNumbers(text, url)).toBe(text);
});
