/** The sentence that says why nothing is known about an issue. */
import { expect, test } from 'vitest';
import type { UnknownReason } from '../../server/src/core/known/known';
import { whyUnknown } from '../../server/src/core/known/unknown-reason';

const now = new Date(2026, 0, 15, 12).getTime();
const today = new Date(2026, 0, 15, 14, 5).getTime();
const tomorrow = new Date(2026, 0, 16, 9, 30).getTime();

test.each<[UnknownReason | null, string]>([
  [null, 'Nothing is known about this issue yet.'],
  [{ is: 'limit', until: null }, 'GitHub accepts no more requests for a while.'],
  [{ is: 'limit', until: today }, 'GitHub accepts no more requests until 14:05.'],
  [{ is: 'limit', until: tomorrow }, 'GitHub accepts no more requests until 2026-01-16 9:30.'],
  [
    { is: 'budget', until: null },
    'The requests without an account are used up for this hour. Sign in to GitHub to see more.',
  ],
  [
    { is: 'budget', until: today },
    'The requests without an account are used up until 14:05. Sign in to GitHub to see more.',
  ],
  [{ is: 'server', status: 502 }, 'GitHub could not answer (502).'],
  [{ is: 'offline' }, 'GitHub cannot be reached.'],
])('%j', (why, sentence) => {
  expect(whyUnknown(why, now)).toBe(sentence);
});
