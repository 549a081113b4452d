import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/core/model/document';
import { KeptDocuments } from '../../server/src/entry/cli/kept-documents';
import { goodDrafts, goodProposal } from '../good';

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const text = goodDrafts(goodProposal('Faster queries'));

function keptIn(kept: KeptDocuments) {
  let reads = 0;
  const read = () => {
    reads++;
    return readDocument(text, path);
  };
  return { ...kept.keep(read(), read), reads: () => reads };
}

test('the first documents are the same whenever they are asked for', () => {
  const kept = new KeptDocuments(2 * text.length);
  for (const { document, letGo, reads } of [keptIn(kept), keptIn(kept)]) {
    const first = document();
    letGo();
    expect(document()).toBe(first);
    expect(reads()).toBe(1);
  }
});

test('another one is there until it is let go, and is read again then', () => {
  const { document, letGo, reads } = keptIn(new KeptDocuments(text.length - 1));
  const first = document();
  expect(document()).toBe(first);
  letGo();
  letGo();
  expect(document().proposals).toEqual(first.proposals);
  expect(reads()).toBe(2);
});
