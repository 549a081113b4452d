/** What GitHub does not allow, and what fails: with a clock in hand. */
import { expect, test } from 'vitest';
import type { GitHubReply } from '../../server/src/protocol/github';
import { answerAll, heldIssueStore, key, MINUTE, many, reply, settled } from './held-github';

test('a lost network is reported at once; requests are tried again after one, two and four seconds', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  for (const [turn, wait] of [1, 2, 4, 8].entries()) {
    const looked = issueStore.fetch([key]);
    await settled();
    expect(github.sent).toHaveLength(turn + 1);
    await github.answer({ is: 'none', why: 'offline' });
    await looked;
    expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'offline' } });
    expect(issueStore.status().trouble).toEqual({ is: 'offline' });
    clock.advance(wait * 1_000 - 1);
    await issueStore.fetch([key, { ...key, number: 2 }]);
    expect(github.sent).toHaveLength(turn + 1);
    clock.advance(1);
  }
  const looked = issueStore.fetch([key]);
  await settled();
  await answerAll(github, 4);
  await looked;
  expect(issueStore.issue(key).is).toBe('known');
  expect(issueStore.status().trouble).toBeNull();
});

test('what failed at GitHub is tried once more for a person, and three times for who can wait', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const looked = issueStore.fetch([key]);
  await settled();
  await github.answer(reply(502));
  clock.advance(1_000);
  await settled();
  await github.answer(reply(503));
  await looked;
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'server', status: 503 } });
  clock.advance(2_000);
  const refreshed = issueStore.refresh([key]);
  await settled();
  for (const wait of [4, 8, 16]) {
    await github.answer(reply(502));
    clock.advance(wait * 1_000);
    await settled();
  }
  expect(github.sent).toHaveLength(6);
  await answerAll(github, 5);
  await refreshed;
  expect(issueStore.issue(key).is).toBe('known');
});

test('a network that is gone is told of 59 issues after four tries, not after 59 times four', async () => {
  const { github, clock, issueStore } = heldIssueStore({}, 'nobody');
  let done = false;
  void issueStore.refresh(many(59)).then(() => {
    done = true;
  });
  const started = clock.now();
  for (let at = 0; !done && at < 100; ) {
    await settled();
    for (; at < github.sent.length; at++) github.sent[at]?.answer({ is: 'none', why: 'offline' });
    await settled();
    clock.advance(1_000);
  }
  expect(done).toBe(true);
  expect(github.sent.length).toBeLessThan(15);
  expect(clock.now() - started).toBeLessThan(20_000);
  expect(issueStore.issue(many(59)[58] ?? key)).toEqual({ is: 'unknown', why: { is: 'offline' } });
});

test('the primary limit holds until its end by GitHub’s clock, for the API that it is of', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const looked = issueStore.fetch([key]);
  await settled();
  // GitHub's clock is a day ahead of ours.
  const theirs = clock.now() + 24 * 60 * MINUTE;
  const headers = {
    date: new Date(theirs).toUTCString(),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-reset': String(theirs / 1_000 + 600),
  };
  await github.answer(reply(200, { errors: [{ type: 'RATE_LIMITED' }] }, headers));
  await looked;
  const until = clock.now() + 10 * MINUTE;
  const trouble = { is: 'limit', until };
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: trouble });
  expect(issueStore.status()).toMatchObject({ trouble, allowance: { remaining: 0, limit: 5000, reset: until } });
  await issueStore.fetch([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  clock.advance(10 * MINUTE);
  const again = issueStore.fetch([key]);
  await settled();
  await answerAll(github, 1);
  await again;
  expect(issueStore.issue(key).is).toBe('known');
});

test.each<[string, GitHubReply, number]>([
  ['403 with retry-after', reply(403, {}, { 'retry-after': '120' }), 120],
  ['429', reply(429), 60],
  ['403 that says so', reply(403, { message: 'You have exceeded a secondary rate limit.' }), 60],
  ['429 with a strange retry-after', reply(429, {}, { 'retry-after': 'soon' }), 60],
])('the secondary limit, %s, holds for everything', async (_, limited, seconds) => {
  const { github, clock, issueStore } = heldIssueStore({}, 'nobody');
  const looked = issueStore.fetch([key]);
  await settled();
  await github.answer(limited);
  await looked;
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'limit', until: clock.now() + seconds * 1_000 } });
  clock.advance(seconds * 1_000 - 1);
  await issueStore.fetch([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  clock.advance(1);
  void issueStore.fetch([{ ...key, number: 2 }]);
  await settled();
  expect(github.sent).toHaveLength(2);
});

test('who can wait waits for a short limit', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const refreshed = issueStore.refresh([key]);
  await settled();
  await github.answer(reply(403, {}, { 'retry-after': '30' }));
  clock.advance(30_000);
  await settled();
  await answerAll(github, 1);
  await refreshed;
  expect(issueStore.issue(key).is).toBe('known');
});

test('an account that GitHub does not accept is not tried again and again', async () => {
  const { github, issueStore } = heldIssueStore();
  const looked = issueStore.fetch([key]);
  await settled();
  await github.answer(reply(401));
  await looked;
  await issueStore.fetch([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  expect(issueStore.issue({ ...key, number: 2 })).toEqual({ is: 'unknown', why: { is: 'account' } });
  github.change('account');
  await settled();
  void issueStore.fetch([key]);
  await settled();
  expect(github.sent).toHaveLength(2);
});
