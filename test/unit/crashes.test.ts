import { expect, test } from 'vitest';
import { Crashes } from '../../client/src/connection/crashes';

test('a server that crashes is started again five times in three minutes, and not a sixth time', () => {
  const crashes = new Crashes(() => 0);
  expect([1, 2, 3, 4, 5, 6].map(() => crashes.worthAnotherStart())).toEqual([true, true, true, true, true, false]);
});

test('crashes of long ago do not count', () => {
  let now = 0;
  const crashes = new Crashes(() => now);
  for (let crash = 0; crash < 20; crash++, now += 40_000) expect(crashes.worthAnotherStart()).toBe(true);
});
