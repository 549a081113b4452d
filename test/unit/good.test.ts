import { describe, expect, test } from 'vitest';
import { nothingKnown } from '../../server/src/core/known/known';
import type { RuleSettings } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { goodDrafts, goodProposal, goodTemplate, only } from '../good';

const path = 'programs/lfx-mentorship/2025/02-Jun-Aug/project_ideas.md';
const everyRule: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

function found(text: string, settings: RuleSettings = everyRule): string[] {
  return findingsOf(readDocument(text, path), nothingKnown, settings).map(({ rule, message }) => `${rule}: ${message}`);
}

describe('a good document', () => {
  test.each([
    ['the template alone', goodTemplate],
    ['one proposal', goodDrafts(goodProposal('Faster queries'))],
    ['several', goodDrafts(goodProposal('Faster queries'), goodProposal('Slower queries'))],
  ])('has no finding of any rule: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('is read as what it says', () => {
    const text = goodDrafts(goodProposal('Faster queries', { issue: 7 }), goodProposal('Slower queries'));
    const { proposals } = readDocument(text, path);
    expect(proposals.map(({ body }) => body.title.text)).toEqual(['Faster queries', 'Slower queries']);
    expect(text).toContain('issues/7\n');
  });

  test('has the findings of what is left out', () => {
    const text = goodDrafts(goodProposal('Faster queries', { without: ['Upstream', 'Desc'] }));
    expect(new Set(found(text, only('missing-field')).map((line) => line.split(':')[0]))).toEqual(
      new Set(['missing-field']),
    );
    expect(found(text, only('missing-field'))).toHaveLength(2);
    expect(found(text, only('empty-field'))).toEqual([]);
  });
});

test('a rule that does not exist cannot be turned on', () => {
  expect(() => only('mising-field')).toThrow(RangeError);
});
