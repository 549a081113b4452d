import { expect, test } from 'vitest';
import { referencesIn } from '../../server/src/core/model/reference';

const references = (text: string): string[] =>
  referencesIn(text, { start: 0, end: text.length }).map(({ url, kind, owner, repo, number, form, span }) => {
    expect(span.start <= url.span.start && url.span.end <= span.end).toBe(true);
    return `${form} ${kind} ${owner}/${repo}#${number} ${url.text}`;
  });

test.each([
  ['https://github.com/o/r/issues/1', 'bare issue o/r#1 https://github.com/o/r/issues/1'],
  ['see https://github.com/o/r/issues/1.', 'bare issue o/r#1 https://github.com/o/r/issues/1'],
  ['(https://github.com/o/r/issues/1)', 'bare issue o/r#1 https://github.com/o/r/issues/1'],
  ['<https://github.com/o/r/issues/1>', 'angle issue o/r#1 https://github.com/o/r/issues/1'],
  ['[text](https://github.com/o/r/issues/1)', 'link issue o/r#1 https://github.com/o/r/issues/1'],
  [
    '[https://github.com/o/r/issues/1](https://github.com/o/r/issues/1)',
    'link issue o/r#1 https://github.com/o/r/issues/1',
  ],
  ['[https://github.com/o/r/issues/1]()', 'link issue o/r#1 https://github.com/o/r/issues/1'],
  ['o/r#1', 'short issue o/r#1 https://github.com/o/r/issues/1'],
  ['https://github.com/o/r/issues/1#issuecomment-2', 'bare issue o/r#1 https://github.com/o/r/issues/1#issuecomment-2'],
  ['https://github.com/o/r/pull/1', 'bare pull o/r#1 https://github.com/o/r/pull/1'],
  ['https://github.com/o/r/discussions/1', 'bare discussion o/r#1 https://github.com/o/r/discussions/1'],
  ['https://github.com/o/r/issues?q=is%3Aopen', 'bare other o/r#null https://github.com/o/r/issues?q=is%3Aopen'],
  ['https://github.com/o/r', 'bare other o/r#null https://github.com/o/r'],
  ['https://github.com/orgs/o/projects/9', 'bare other null/null#null https://github.com/orgs/o/projects/9'],
  ['https://github.com/search?q=o', 'bare other null/null#null https://github.com/search?q=o'],
  ['https://example.org/issues/1', 'bare other null/null#null https://example.org/issues/1'],
])('%s', (text, wanted) => {
  expect(references(text)).toEqual([wanted]);
});

test('several in one field, and none in words', () => {
  expect(references('<https://github.com/o/r/issues/1> <https://github.com/o/r/issues/2>')).toHaveLength(2);
  expect(references('https://github.com/o/r/issues/1 and https://github.com/o/r/issues/2')).toHaveLength(2);
  expect(references('o/ui (TBD)')).toEqual([]);
});

test('what stands in code is no reference', () => {
  expect(references('`https://github.com/o/r/issues/1`')).toEqual([]);
  expect(references('see ``o/r#1`` and https://github.com/o/r/issues/2')).toHaveLength(1);
  expect(references('```\nhttps://github.com/o/r/issues/1\n```\nhttps://github.com/o/r/issues/2')).toHaveLength(1);
  expect(references('a ` alone: https://github.com/o/r/issues/2')).toHaveLength(1);
});
