/** Requests to GitHub: for which account and how many at a time, with a clock that tests move. */
import { expect, test } from 'vitest';
import type { GitHubQuestion, GitHubReply } from '../../server/src/protocol/github';
import { restBody } from '../host/github.mjs';
import { answerAll, heldIssueStore, issue, key, MINUTE, many, reply, settled, told } from './held-github';

test('an issue has one request at a time, however many need it and however it is written', async () => {
  const { github, issueStore } = heldIssueStore();
  const both = Promise.all([issueStore.fetch([key, key]), issueStore.fetch([{ ...key, owner: 'O' }], 'background')]);
  await settled();
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'asking' } });
  await answerAll(github);
  await both;
  expect(github.sent).toHaveLength(1);
  expect(issueStore.issue(key).is).toBe('known');
});

test('25 go into a query, at most four requests are under way, and one place is kept for a person', async () => {
  const { github, issueStore } = heldIssueStore();
  const bulk = issueStore.refresh(many(120));
  await settled();
  expect(github.sent).toHaveLength(3);
  const asked = github.sent.map(
    ({ question }) => question.is === 'graphql' && Object.keys(question.variables).length / 3,
  );
  expect(asked).toEqual([25, 25, 25]);
  const looks = [200, 201].map((number) => issueStore.fetch([{ ...key, number }]));
  await settled();
  expect(github.sent).toHaveLength(4);
  await answerAll(github);
  await Promise.all([bulk, ...looks]);
  expect(github.sent).toHaveLength(6);
});

test.each<[string, object, number]>([
  ['open', {}, 60],
  ['closed', { state: 'closed' }, 12 * 60],
])(
  'an issue that is %s holds so many minutes, and an old answer is shown while a new one is fetched',
  async (_, state, minutes) => {
    const { github, clock, issueStore } = heldIssueStore({}, 'nobody');
    const first = issueStore.fetch([key]);
    await settled();
    await github.answer(reply(200, issue(1, state)));
    await first;
    const asOf = clock.now();
    clock.advance(minutes * MINUTE - 1);
    await issueStore.fetch([key]);
    expect(github.sent).toHaveLength(1);
    clock.advance(1);
    await issueStore.fetch([key]);
    await settled();
    expect(github.sent).toHaveLength(2);
    expect(issueStore.issue(key)).toMatchObject({ is: 'known', asOf });
    await github.answer(reply(200, issue(1, { ...state, title: 'New' })));
    expect(issueStore.issue(key)).toMatchObject({ is: 'known', asOf: clock.now(), facts: { title: 'New' } });
  },
);

test('a missing issue is requested again after ten minutes, and a failure keeps the old answer', async () => {
  const { github, clock, issueStore } = heldIssueStore({}, 'nobody');
  const first = issueStore.fetch([key]);
  await settled();
  await github.answer(reply(404, { message: 'Not Found' }));
  await first;
  expect(issueStore.issue(key)).toMatchObject({ is: 'missing', certain: false });
  clock.advance(10 * MINUTE);
  await issueStore.fetch([key]);
  await settled();
  await github.answer({ is: 'none', why: 'offline' });
  expect(github.sent).toHaveLength(2);
  expect(issueStore.issue(key)).toMatchObject({ is: 'missing' });
});

test('a canceled request frees the queue, and others that need it still get the answer', async () => {
  const { github, issueStore } = heldIssueStore();
  const listeners: (() => void)[] = [];
  const cancellation = {
    isCancellationRequested: false,
    onCancellationRequested: (run: () => void) => listeners.push(run),
  };
  const progress: number[] = [];
  const all = issueStore.refresh(many(200), { cancellation, onProgress: (done) => progress.push(done) });
  const mine = issueStore.fetch([{ ...key, number: 150 }], 'background');
  await settled();
  for (const run of listeners) run();
  await all;
  expect(progress.at(-1)).toBe(200);
  expect(issueStore.issue({ ...key, number: 180 })).toEqual({ is: 'unknown', why: null });
  await answerAll(github);
  await mine;
  expect(github.sent).toHaveLength(4);
  expect(issueStore.issue({ ...key, number: 150 }).is).toBe('known');
  expect(issueStore.issue({ ...key, number: 180 }).is).toBe('unknown');
});

test('what was transferred is asked for by its tag, which costs nothing', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const first = issueStore.fetch([key]);
  await settled();
  await github.answer(told(github.sent[0]?.question as GitHubQuestion, [1]));
  await github.answer(reply(301, {}, { location: '/repositories/7/issues/9' }));
  expect(github.sent[2]?.question).toEqual({ is: 'rest', path: '/repositories/7/issues/9', etag: null });
  await github.answer(reply(200, restBody('new', 'home', 9, { title: 'T' }), { etag: 'W/"1"' }));
  await first;
  expect(issueStore.issue(key)).toMatchObject({ facts: { owner: 'new', number: 9 } });
  clock.advance(60 * MINUTE);
  await issueStore.fetch([key]);
  await settled();
  expect(github.sent[3]?.question).toEqual({ is: 'rest', path: '/repos/o/r/issues/1', etag: 'W/"1"' });
  await github.answer(reply(304));
  expect(issueStore.issue(key)).toMatchObject({ asOf: clock.now(), facts: { owner: 'new' } });
});

test('more than GitHub’s answer may hold is asked for in halves', async () => {
  const { github, issueStore } = heldIssueStore();
  const all = issueStore.refresh(many(20));
  await settled();
  await github.answer({ is: 'none', why: 'large' });
  await github.answer({ is: 'none', why: 'large' });
  await answerAll(github, 2);
  await all;
  expect(many(20).every((each) => issueStore.issue(each).is === 'known')).toBe(true);
  expect(github.sent).toHaveLength(5);
});

test('nothing is requested in an untrusted workspace until it is trusted', async () => {
  const { github, issueStore } = heldIssueStore({}, 'untrusted');
  await issueStore.fetch([key]);
  await issueStore.fetch([{ ...key, number: 2 }], 'background');
  expect(github.sent).toEqual([]);
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: { is: 'untrusted' } });
  expect(issueStore.status()).toMatchObject({ access: 'untrusted', trouble: { is: 'untrusted' } });
  github.change('account');
  await settled();
  void issueStore.fetch([key]);
  await settled();
  expect(github.sent).toHaveLength(1);
});

test('who signs out takes along what their account was told, and finds again what everybody may see', async () => {
  let news = 0;
  const { github, issueStore } = heldIssueStore({ onChange: () => news++ });
  const first = issueStore.fetch([key, { ...key, number: 2 }]);
  await settled();
  const question = github.sent[0]?.question as GitHubQuestion;
  const { body } = told(question) as Extract<GitHubReply, { is: 'answer' }>;
  await github.answer(reply(200, body.replace('"at0":{', '"at0":{"isPrivate":true,')));
  await first;
  const late = issueStore.fetch([{ ...key, number: 3 }]);
  await settled();
  const before = news;
  github.change('nobody');
  await answerAll(github, 1);
  await late;
  expect(news).toBe(before + 1);
  const known = () => many(3).map((each) => issueStore.issue(each).is);
  expect(known()).toEqual(['unknown', 'unknown', 'unknown']);
  github.change('account');
  await settled();
  expect(known()).toEqual(['unknown', 'known', 'unknown']);
});

test('recent issues are listed for who has an account, once in five minutes', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const nodes = [{ __typename: 'Issue', title: 'T', url: 'https://github.com/o/r/issues/7' }];
  const two = Promise.all([issueStore.recent(['o/r'], 'slow'), issueStore.recent(['o/r'], 'slow')]);
  await settled();
  expect(github.sent).toHaveLength(1);
  await github.answer(reply(200, { data: { search: { nodes } } }));
  expect(await two).toMatchObject([[{ number: 7, title: 'T' }], [{ number: 7 }]]);
  expect(await issueStore.recent(['o/r'], 'slow')).toHaveLength(1);
  clock.advance(5 * MINUTE);
  const failing = issueStore.recent(['o/r'], 'slow');
  await settled();
  await github.answer({ is: 'none', why: 'offline' });
  expect(await failing).toEqual([]);
  expect(github.sent).toHaveLength(2);
  const signedOut = heldIssueStore({}, 'nobody');
  expect(await signedOut.issueStore.recent(['o/r'], 'slow')).toEqual([]);
  expect(signedOut.github.sent).toEqual([]);
});

test('who called off once calls off nothing that is asked later', async () => {
  const { github, issueStore } = heldIssueStore({}, 'nobody');
  const listeners: (() => void)[] = [];
  const cancellation = {
    isCancellationRequested: false,
    onCancellationRequested: (run: () => void) => listeners.push(run),
  };
  // Nobody asks in the background without an account, so this one is over at once.
  await issueStore.fetch([key], 'background', cancellation);
  const looked = issueStore.fetch([key]);
  for (const run of listeners) run();
  await settled();
  await github.answer(reply(404, { message: 'Not Found' }));
  await looked;
  expect(issueStore.issue(key).is).toBe('missing');
});

test('500 issues an hour are asked for unasked; what a person looks at, or asks for, always is', async () => {
  const { github, clock, issueStore } = heldIssueStore();
  const numbers = () => new Set(github.sent.flatMap(({ question }) => numbersIn(question)));
  const background = issueStore.fetch(many(20_000), 'background');
  await settled();
  await answerAll(github);
  await background;
  expect(numbers().size).toBe(500);
  const more = issueStore.fetch(many(30_000).slice(20_000), 'background');
  const looked = issueStore.fetch([{ ...key, number: 25_000 }]);
  const refreshed = issueStore.refresh(many(600));
  await settled();
  await answerAll(github, 20);
  await Promise.all([more, looked, refreshed]);
  expect(numbers()).toEqual(new Set([...many(600).map(({ number }) => number), 25_000]));
  expect(issueStore.issue({ ...key, number: 20_001 })).toEqual({ is: 'unknown', why: null });
  const before = github.sent.length;
  clock.advance(60 * MINUTE);
  const later = issueStore.fetch(many(30_000).slice(20_000), 'background');
  await settled();
  await answerAll(github, before);
  await later;
  expect(numbers().size).toBe(1_101);
});

test('what was not asked for without an account is not counted', async () => {
  const { github, issueStore } = heldIssueStore({}, 'nobody');
  await issueStore.fetch(many(500), 'background');
  expect(github.sent).toEqual([]);
  github.change('account');
  const background = issueStore.fetch(many(500), 'background');
  await settled();
  await answerAll(github);
  await background;
  expect(github.sent).toHaveLength(20);
});

test('of what GitHub does not answer the last five thousand are remembered', async () => {
  const { github, issueStore } = heldIssueStore();
  const refreshed = issueStore.refresh(many(6_000));
  await settled();
  for (let at = 0; at < github.sent.length; at++) {
    github.sent[at]?.answer(reply(400));
    await settled();
  }
  await refreshed;
  const silent = many(6_000).filter((each) => {
    const answer = issueStore.issue(each);
    return answer.is === 'unknown' && answer.why !== null;
  });
  expect(silent).toEqual(many(6_000).slice(1_000));
});

function numbersIn(question: GitHubQuestion): number[] {
  if (question.is !== 'graphql') return [];
  return Object.entries(question.variables).flatMap(([name, value]) =>
    name.startsWith('number') ? [Number(value)] : [],
  );
}
