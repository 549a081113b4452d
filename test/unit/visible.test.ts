import { expect, test } from 'vitest';
import { visible } from '../../server/src/core/text/visible';

test.each([
  ['a\nb\rc\td', 'a\\nb\\rc\\td'],
  ['\0\x07\x1b[2J\x7f', '\\x00\\x07\\x1b[2J\\x7f'],
  ['\x85\x9b31m', '\\x85\\x9b31m'],
  ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ['\u202a\u202b\u202c\u202d\u202e', '\\u202a\\u202b\\u202c\\u202d\\u202e'],
  ['\u2066\u2067\u2068\u2069\u200e\u200f\u061c', '\\u2066\\u2067\\u2068\\u2069\\u200e\\u200f\\u061c'],
])('%j is written as %j', (text, written) => {
  expect(visible(text)).toBe(written);
});

test('what people write stays as it is', () => {
  const text = 'C:\\new "Zoë" · 开源之夏 · עברית · 👩‍💻 “x” — a\u00a0b';
  expect(visible(text)).toBe(text);
});
