import { expect, test } from 'vitest';
import { goodDrafts, goodProposal } from '../../good';
import { findingsOfRule } from '../findings-of-rule';

/** A draft whose description is `value`, below its label. */
const draft = (value: string) =>
  goodDrafts(goodProposal('Faster queries')).replace(/Description: .*/, `Description:\n\n${value}`);
const line = 'A line of twenty-five, ok.';

test('quote marks and indentation do not count, because LFX never sees them', () => {
  const quoted = `${`  > ${line}\n`.repeat(105)}`;
  expect(findingsOfRule('description-length', draft(quoted))).toEqual([]);
  expect(findingsOfRule('description-length', draft(quoted.repeat(2)))).toHaveLength(1);
});
