import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/core/model/document';
import { rosterOf } from '../../server/src/core/submission/roster-of-draft';
import { goodDrafts, goodProposal } from '../good';

test('the lines of the mentors are made once, because each problem of a draft asks for its own', () => {
  const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
  const [proposal] = readDocument(goodDrafts(goodProposal('Faster queries')), path).proposals;
  const body = proposal?.body;
  expect(body && rosterOf(body)).not.toHaveLength(0);
  expect(body && rosterOf(body)).toBe(body && rosterOf(body));
});
