/** Who reads another language reads all of it: every translation is whole, and says what the English says. */
import { expect, test } from 'vitest';
import bundle from '../../l10n/bundle.l10n.json';
import { clientTexts, translations, troublesOf } from '../../scripts/l10n.mjs';

test('the strings of the client are gathered: run `node scripts/l10n.mjs` where they are not', () => {
  expect(Object.keys(bundle)).toEqual(clientTexts());
});

test('there is Simplified Chinese, of the manifest and of the client', () => {
  const files = translations().map(({ file }) => file);
  expect(files).toEqual(['package.nls.zh-cn.json', 'l10n/bundle.l10n.zh-cn.json']);
});

test.each(translations())('$file is whole', (translation) => {
  expect(troublesOf(translation)).toEqual([]);
});

test.each([
  ['is missing', {}],
  ['is empty', { 'Open {0}': '' }],
  ['is used nowhere', { 'Open {0}': '打开 {0}', Close: '关闭' }],
  ['lacks a placeholder', { 'Open {0}': '打开' }],
])('a translation that %s is found', (_, own) => {
  expect(troublesOf({ source: { 'Open {0}': 'Open {0}' }, own })).toHaveLength(1);
});
