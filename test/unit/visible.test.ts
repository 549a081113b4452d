import { expect, test } from 'vitest';
import { beginsCommand, jsonText, visible } from '../../server/src/core/text/visible';

test.each([
  ['a\nb\rc\td', 'a\\nb\\rc\\td'],
  ['\0\x07\x1b[2J\x7f', '\\x00\\x07\\x1b[2J\\x7f'],
  ['\x85\x9b31m', '\\x85\\x9b31m'],
  ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
  ['\u202a\u202b\u202c\u202d\u202e', '\\u202a\\u202b\\u202c\\u202d\\u202e'],
  ['\u2066\u2067\u2068\u2069\u200e\u200f\u061c', '\\u2066\\u2067\\u2068\\u2069\\u200e\\u200f\\u061c'],
  [
    'a ##[add-mask]b ##vso[task.setvariable x]c ##VSO[d',
    'a #\\x23[add-mask]b #\\x23vso[task.setvariable x]c #\\x23VSO[d',
  ],
  ['###[error]', '##\\x23[error]'],
])('%j is written as %j', (text, written) => {
  expect(visible(text)).toBe(written);
});

test('what people write stays as it is', () => {
  const text = 'C:\\new "Zoë" · 开源之夏 · עברית · 👩‍💻 “x” — a\u00a0b · ## [a](b) · ##a[0] · a::b';
  expect(visible(text)).toBe(text);
});

test.each([
  ['::set-output name=x::y', true],
  [' \t::error::', true],
  ['a::b', false],
  [':a:', false],
])('whether %j begins a command: %j', (text, is) => {
  expect(beginsCommand(text)).toBe(is);
});

test('in JSON a text is the same for programs, and no command for a runner', () => {
  const value = { '##[a]': ['\\##[error]\n::stop-commands::x', '##vso[task.complete]'] };
  for (const text of [jsonText(value), jsonText(value, 2)]) {
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/##\[|##vso\[|^\s*::/im);
  }
});
