/** What is made beforehand, so that no request waits for it. */
import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/core/model/document';
import { Shelf } from '../../server/src/host/workspace/file-cache';
import { summaryOf } from '../../server/src/host/workspace/summary';
import { unhurried } from '../../server/src/host/workspace/yielding';
import { HandClock } from '../server/hand-clock';

const summary = (term: string) => {
  const path = `programs/lfx-mentorship/${term}/README.md`;
  const text = '### Jaeger\n\n#### Faster\n\n- Description: x\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n';
  const made = summaryOf(`file:///${path}`, readDocument(text, path));
  if (!made) throw new Error('That is no proposals document.');
  return made;
};

function shelfWith(...terms: string[]): Shelf {
  const shelf = new Shelf();
  for (const term of terms) shelf.put(`file:///${term}`, summary(term));
  return shelf;
}

test('work that nobody waits for pauses once it has taken a few milliseconds', async () => {
  const clock = new HandClock();
  const pauses: number[] = [];
  let done = 0;
  clock.pause = async () => void pauses.push(done);
  await unhurried(
    (function* () {
      for (; done < 10; done++) {
        clock.advance(2);
        yield;
      }
    })(),
    clock,
  );
  expect(pauses).toEqual([1, 3, 5, 7, 9]);
});

test('people are joined before anybody asks', () => {
  const shelf = shelfWith('2024/01-Mar-May', '2025/01-Mar-May');
  for (const _ of shelf.prepare());
  expect(shelf.people().all.map(({ mentions }) => mentions.length)).toEqual([2]);
});

test('what has changed meanwhile is not remembered as it was', () => {
  const shelf = shelfWith('2024/01-Mar-May', '2025/01-Mar-May');
  const parts = shelf.prepare();
  parts.next();
  shelf.put('file:///2026/01-Mar-May', summary('2026/01-Mar-May'));
  expect(parts.next().done).toBe(true);
  expect(shelf.people().all.map(({ mentions }) => mentions.length)).toEqual([3]);
});
