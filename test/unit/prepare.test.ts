/** Work that is done early, so that no request waits for it. */
import { expect, test } from 'vitest';
import { readDocument } from '../../server/src/core/model/document';
import { FileCache } from '../../server/src/host/workspace/file-cache';
import { summaryOf } from '../../server/src/host/workspace/summary';
import { runYielding } from '../../server/src/host/workspace/yielding';
import { HandClock } from '../server/hand-clock';

const summary = (term: string) => {
  const path = `programs/lfx-mentorship/${term}/README.md`;
  const text = '### Jaeger\n\n#### Faster\n\n- Description: x\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n';
  const made = summaryOf(`file:///${path}`, readDocument(text, path));
  if (!made) throw new Error('That is no proposals document.');
  return made;
};

function shelfWith(...terms: string[]): FileCache {
  const cache = new FileCache();
  for (const term of terms) cache.put(`file:///${term}`, summary(term));
  return cache;
}

test('background work pauses after a few milliseconds', async () => {
  const clock = new HandClock();
  const pauses: number[] = [];
  let done = 0;
  clock.pause = async () => void pauses.push(done);
  await runYielding(
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

test('people are joined in parts, while more files come', () => {
  const cache = shelfWith('2024/01-Mar-May', '2025/01-Mar-May');
  const parts = cache.directory.people().join();
  parts.next();
  cache.put('file:///2026/01-Mar-May', summary('2026/01-Mar-May'));
  for (const _ of parts);
  expect(cache.directory.people().all.map(({ mentions }) => mentions.length)).toEqual([3]);
});
