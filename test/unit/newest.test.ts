import { expect, test } from 'vitest';
import { Newest } from '../../client/src/commands/newest';

test('of the tasks that wait for a slow one only the newest runs, and a failure stops none', async () => {
  const newest = new Newest();
  const ran: string[] = [];
  let fail = () => {};
  const slow = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('cannot be opened'));
  });
  newest.run(() => {
    ran.push('first');
    return slow;
  });
  await Promise.resolve();
  for (const name of ['second', 'third', 'fourth']) newest.run(async () => ran.push(name));
  fail();
  await newest.done;
  newest.run(async () => ran.push('fifth'));
  await newest.done;
  expect(ran).toEqual(['first', 'fourth', 'fifth']);
});
