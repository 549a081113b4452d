/** When GitHub is asked, and when not: with a clock in hand, and a GitHub that answers when the test says so. */
import { expect, test } from 'vitest';
import type { IssueKey } from '../../server/src/core/known/known';
import { Learner, type LearnerWorld } from '../../server/src/host/learner';
import type { GitHub, Storage } from '../../server/src/host/ports';
import type { GitHubAccess, GitHubQuestion, GitHubReply } from '../../server/src/protocol';
import { restBody } from '../host/github.mjs';
import { HandClock } from './hand-clock';

const MINUTE = 60_000;

/** A GitHub that waits for the test to answer. */
class HeldGitHub implements GitHub {
  readonly sent: { readonly question: GitHubQuestion; readonly answer: (reply: GitHubReply) => void }[] = [];
  access_: GitHubAccess = 'account';
  private listener = () => {};

  async access(): Promise<GitHubAccess> {
    return this.access_;
  }

  send(question: GitHubQuestion): Promise<GitHubReply> {
    return new Promise((answer) => this.sent.push({ question, answer }));
  }

  onAccessChanged(run: () => void): void {
    this.listener = run;
  }

  change(access: GitHubAccess): void {
    this.access_ = access;
    this.listener();
  }

  /** Answers the last question. */
  answer(reply: GitHubReply): Promise<void> {
    this.sent.at(-1)?.answer(reply);
    return settled();
  }
}

/** Done when everything has happened that needs neither time nor GitHub. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

function heldLearner(more: Partial<LearnerWorld> = {}, access: GitHubAccess = 'account') {
  const github = new HeldGitHub();
  github.access_ = access;
  const clock = new HandClock();
  return { github, clock, learner: new Learner({ github, clock, storage: null, ...more }) };
}

const key: IssueKey = { owner: 'o', repo: 'r', number: 1, kind: 'issue' };
const many = (count: number): IssueKey[] => Array.from({ length: count }, (_, at) => ({ ...key, number: at + 1 }));

function reply(status: number, body: unknown = {}, headers: Record<string, string> = {}): GitHubReply {
  return { is: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

const issue = (number = 1, more: object = {}) => ({ ...restBody('o', 'r', number, { title: 'T' }), ...more });

/** What a query is told: an open issue for each it asks about, none for the numbers in `missing`. */
function told(question: GitHubQuestion, missing: readonly number[] = [], more: object = {}): GitHubReply {
  if (question.is !== 'graphql') throw new Error('That is no query.');
  const numbers = Object.entries(question.variables).flatMap(([name, value]) =>
    name.startsWith('number') ? [Number(value)] : [],
  );
  const data = Object.fromEntries(
    numbers.map((number, at) => {
      const url = `https://github.com/o/r/issues/${number}`;
      const found = { __typename: 'Issue', title: 'T', url, issueState: 'OPEN', ...more };
      return [`at${at}`, { issueOrPullRequest: missing.includes(number) ? null : found }];
    }),
  );
  const errors = numbers.flatMap((number, at) =>
    missing.includes(number) ? [{ type: 'NOT_FOUND', path: [`at${at}`, 'issueOrPullRequest'] }] : [],
  );
  return reply(200, { data, errors });
}

async function answerAll(github: HeldGitHub, from = 0): Promise<void> {
  for (let at = from; at < github.sent.length; at++) {
    const { question, answer } = github.sent[at] ?? {};
    if (question && answer) answer(question.is === 'graphql' ? told(question) : reply(200, issue()));
    await settled();
  }
}

test('one issue is asked for once at a time, however many want it and however it is written', async () => {
  const { github, learner } = heldLearner();
  const both = Promise.all([learner.learn([key, key]), learner.learn([{ ...key, owner: 'O' }], 'background')]);
  await settled();
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: { is: 'asking' } });
  await answerAll(github);
  await both;
  expect(github.sent).toHaveLength(1);
  expect(learner.issue(key).is).toBe('known');
});

test('25 go into a query, at most four requests are under way, and one place is kept for a person', async () => {
  const { github, learner } = heldLearner();
  const bulk = learner.refresh(many(120));
  await settled();
  expect(github.sent).toHaveLength(3);
  const asked = github.sent.map(
    ({ question }) => question.is === 'graphql' && Object.keys(question.variables).length / 3,
  );
  expect(asked).toEqual([25, 25, 25]);
  const looks = [200, 201].map((number) => learner.learn([{ ...key, number }]));
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
    const { github, clock, learner } = heldLearner({}, 'nobody');
    const first = learner.learn([key]);
    await settled();
    await github.answer(reply(200, issue(1, state)));
    await first;
    const asOf = clock.now();
    clock.advance(minutes * MINUTE - 1);
    await learner.learn([key]);
    expect(github.sent).toHaveLength(1);
    clock.advance(1);
    await learner.learn([key]);
    await settled();
    expect(github.sent).toHaveLength(2);
    expect(learner.issue(key)).toMatchObject({ is: 'known', asOf });
    await github.answer(reply(200, issue(1, { ...state, title: 'New' })));
    expect(learner.issue(key)).toMatchObject({ is: 'known', asOf: clock.now(), facts: { title: 'New' } });
  },
);

test('what is missing is asked for again after ten minutes, and a failure takes nothing away', async () => {
  const { github, clock, learner } = heldLearner({}, 'nobody');
  const first = learner.learn([key]);
  await settled();
  await github.answer(reply(404));
  await first;
  expect(learner.issue(key)).toMatchObject({ is: 'missing', certain: false });
  clock.advance(10 * MINUTE);
  await learner.learn([key]);
  await settled();
  await github.answer({ is: 'none', why: 'offline' });
  expect(github.sent).toHaveLength(2);
  expect(learner.issue(key)).toMatchObject({ is: 'missing' });
});

test('who looks is told at once that the network is gone; it is tried again after one second, two, four', async () => {
  const { github, clock, learner } = heldLearner();
  for (const [turn, wait] of [1, 2, 4, 8].entries()) {
    const looked = learner.learn([key]);
    await settled();
    expect(github.sent).toHaveLength(turn + 1);
    await github.answer({ is: 'none', why: 'offline' });
    await looked;
    expect(learner.issue(key)).toEqual({ is: 'unknown', why: { is: 'offline' } });
    expect(learner.status().trouble).toEqual({ is: 'offline' });
    clock.advance(wait * 1_000 - 1);
    await learner.learn([key, { ...key, number: 2 }]);
    expect(github.sent).toHaveLength(turn + 1);
    clock.advance(1);
  }
  const looked = learner.learn([key]);
  await settled();
  await answerAll(github, 4);
  await looked;
  expect(learner.issue(key).is).toBe('known');
  expect(learner.status().trouble).toBeNull();
});

test('what failed at GitHub is tried once more for a person, and three times for who can wait', async () => {
  const { github, clock, learner } = heldLearner();
  const looked = learner.learn([key]);
  await settled();
  await github.answer(reply(502));
  clock.advance(1_000);
  await settled();
  await github.answer(reply(503));
  await looked;
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: { is: 'server', status: 503 } });
  clock.advance(2_000);
  const refreshed = learner.refresh([key]);
  await settled();
  for (const wait of [4, 8, 16]) {
    await github.answer(reply(502));
    clock.advance(wait * 1_000);
    await settled();
  }
  expect(github.sent).toHaveLength(6);
  await answerAll(github, 5);
  await refreshed;
  expect(learner.issue(key).is).toBe('known');
});

test('a network that is gone is told of 59 issues after four tries, not after 59 times four', async () => {
  const { github, clock, learner } = heldLearner({}, 'nobody');
  let done = false;
  void learner.refresh(many(59)).then(() => {
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
  expect(learner.issue(many(59)[58] ?? key)).toEqual({ is: 'unknown', why: { is: 'offline' } });
});

test('the primary limit holds until its end by GitHub’s clock, for the API that it is of', async () => {
  const { github, clock, learner } = heldLearner();
  const looked = learner.learn([key]);
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
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: trouble });
  expect(learner.status()).toMatchObject({ trouble, allowance: { remaining: 0, limit: 5000, reset: until } });
  await learner.learn([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  clock.advance(10 * MINUTE);
  const again = learner.learn([key]);
  await settled();
  await answerAll(github, 1);
  await again;
  expect(learner.issue(key).is).toBe('known');
});

test.each<[string, GitHubReply, number]>([
  ['403 with retry-after', reply(403, {}, { 'retry-after': '120' }), 120],
  ['429', reply(429), 60],
  ['403 that says so', reply(403, { message: 'You have exceeded a secondary rate limit.' }), 60],
  ['429 with a strange retry-after', reply(429, {}, { 'retry-after': 'soon' }), 60],
])('the secondary limit, %s, holds for everything', async (_, limited, seconds) => {
  const { github, clock, learner } = heldLearner({}, 'nobody');
  const looked = learner.learn([key]);
  await settled();
  await github.answer(limited);
  await looked;
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: { is: 'limit', until: clock.now() + seconds * 1_000 } });
  clock.advance(seconds * 1_000 - 1);
  await learner.learn([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  clock.advance(1);
  void learner.learn([{ ...key, number: 2 }]);
  await settled();
  expect(github.sent).toHaveLength(2);
});

test('who can wait waits for a short limit', async () => {
  const { github, clock, learner } = heldLearner();
  const refreshed = learner.refresh([key]);
  await settled();
  await github.answer(reply(403, {}, { 'retry-after': '30' }));
  clock.advance(30_000);
  await settled();
  await answerAll(github, 1);
  await refreshed;
  expect(learner.issue(key).is).toBe('known');
});

test('what is called off frees the queue, and whoever else wants it still gets it', async () => {
  const { github, learner } = heldLearner();
  const listeners: (() => void)[] = [];
  const cancellation = {
    isCancellationRequested: false,
    onCancellationRequested: (run: () => void) => listeners.push(run),
  };
  const progress: number[] = [];
  const all = learner.refresh(many(200), { cancellation, onProgress: (done) => progress.push(done) });
  const mine = learner.learn([{ ...key, number: 150 }], 'background');
  await settled();
  for (const run of listeners) run();
  await all;
  expect(progress.at(-1)).toBe(200);
  expect(learner.issue({ ...key, number: 180 })).toEqual({ is: 'unknown', why: null });
  await answerAll(github);
  await mine;
  expect(github.sent).toHaveLength(4);
  expect(learner.issue({ ...key, number: 150 }).is).toBe('known');
  expect(learner.issue({ ...key, number: 180 }).is).toBe('unknown');
});

test('what was transferred is asked for by its tag, which costs nothing', async () => {
  const { github, clock, learner } = heldLearner();
  const first = learner.learn([key]);
  await settled();
  await github.answer(told(github.sent[0]?.question as GitHubQuestion, [1]));
  await github.answer(reply(301, {}, { location: '/repositories/7/issues/9' }));
  expect(github.sent[2]?.question).toEqual({ is: 'rest', path: '/repositories/7/issues/9', etag: null });
  await github.answer(reply(200, restBody('new', 'home', 9, { title: 'T' }), { etag: 'W/"1"' }));
  await first;
  expect(learner.issue(key)).toMatchObject({ facts: { owner: 'new', number: 9 } });
  clock.advance(60 * MINUTE);
  await learner.learn([key]);
  await settled();
  expect(github.sent[3]?.question).toEqual({ is: 'rest', path: '/repos/o/r/issues/1', etag: 'W/"1"' });
  await github.answer(reply(304));
  expect(learner.issue(key)).toMatchObject({ asOf: clock.now(), facts: { owner: 'new' } });
});

test('more than GitHub’s answer may hold is asked for in halves', async () => {
  const { github, learner } = heldLearner();
  const all = learner.refresh(many(20));
  await settled();
  await github.answer({ is: 'none', why: 'large' });
  await github.answer({ is: 'none', why: 'large' });
  await answerAll(github, 2);
  await all;
  expect(many(20).every((each) => learner.issue(each).is === 'known')).toBe(true);
  expect(github.sent).toHaveLength(5);
});

test('nothing is asked in a workspace that nobody trusts, until somebody does', async () => {
  const { github, learner } = heldLearner({}, 'untrusted');
  await learner.learn([key]);
  await learner.learn([{ ...key, number: 2 }], 'background');
  expect(github.sent).toEqual([]);
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: { is: 'untrusted' } });
  expect(learner.status()).toMatchObject({ access: 'untrusted', trouble: { is: 'untrusted' } });
  github.change('account');
  await settled();
  void learner.learn([key]);
  await settled();
  expect(github.sent).toHaveLength(1);
});

test('an account that GitHub does not accept is not tried again and again', async () => {
  const { github, learner } = heldLearner();
  const looked = learner.learn([key]);
  await settled();
  await github.answer(reply(401));
  await looked;
  await learner.learn([{ ...key, number: 2 }]);
  expect(github.sent).toHaveLength(1);
  expect(learner.issue({ ...key, number: 2 })).toEqual({ is: 'unknown', why: { is: 'account' } });
  github.change('account');
  await settled();
  void learner.learn([key]);
  await settled();
  expect(github.sent).toHaveLength(2);
});

test('who signs out takes along what only their account could see, and what was on its way', async () => {
  let news = 0;
  const { github, learner } = heldLearner({ onLearnt: () => news++ });
  const first = learner.learn([key, { ...key, number: 2 }]);
  await settled();
  const question = github.sent[0]?.question as GitHubQuestion;
  const { body } = told(question) as Extract<GitHubReply, { is: 'answer' }>;
  await github.answer(reply(200, body.replace('"at0":{', '"at0":{"isPrivate":true,')));
  await first;
  const late = learner.learn([{ ...key, number: 3 }]);
  await settled();
  const before = news;
  github.change('nobody');
  await answerAll(github, 1);
  await late;
  expect(news).toBe(before + 1);
  expect(many(3).map((each) => learner.issue(each).is)).toEqual(['unknown', 'known', 'unknown']);
});

test('recent issues are listed for who has an account, once in five minutes', async () => {
  const { github, clock, learner } = heldLearner();
  const nodes = [{ __typename: 'Issue', title: 'T', url: 'https://github.com/o/r/issues/7' }];
  const two = Promise.all([learner.recent(['o/r'], 'slow'), learner.recent(['o/r'], 'slow')]);
  await settled();
  expect(github.sent).toHaveLength(1);
  await github.answer(reply(200, { data: { search: { nodes } } }));
  expect(await two).toMatchObject([[{ number: 7, title: 'T' }], [{ number: 7 }]]);
  expect(await learner.recent(['o/r'], 'slow')).toHaveLength(1);
  clock.advance(5 * MINUTE);
  const failing = learner.recent(['o/r'], 'slow');
  await settled();
  await github.answer({ is: 'none', why: 'offline' });
  expect(await failing).toEqual([]);
  expect(github.sent).toHaveLength(2);
  const signedOut = heldLearner({}, 'nobody');
  expect(await signedOut.learner.recent(['o/r'], 'slow')).toEqual([]);
  expect(signedOut.github.sent).toEqual([]);
});

/** A storage that a test can look into. */
function shelf(texts: Record<string, string> = {}): Storage & { texts: Record<string, string> } {
  return {
    texts,
    read: async (name) => texts[name] ?? null,
    write: async (name, text) => {
      texts[name] = text;
    },
  };
}

test('what was learnt is there in the next run, with its age, and needs no GitHub while it is fresh', async () => {
  const storage = shelf();
  const one = heldLearner({ storage });
  const first = one.learner.learn([key]);
  await settled();
  await answerAll(one.github);
  await first;
  one.clock.advance(2_000);
  await settled();
  const asOf = one.clock.now() - 2_000;
  let news = 0;
  const two = heldLearner({ storage, onLearnt: () => news++ }, 'nobody');
  two.clock.advance(2_000);
  await two.learner.wake();
  expect(news).toBe(1);
  await two.learner.learn([key]);
  expect(two.github.sent).toEqual([]);
  expect(two.learner.issue(key)).toMatchObject({ is: 'known', asOf, facts: { title: 'T' } });
});

test('what only an account could see is not kept', async () => {
  const storage = shelf();
  const { github, clock, learner } = heldLearner({ storage });
  const first = learner.learn([key]);
  await settled();
  const { body } = told(github.sent[0]?.question as GitHubQuestion) as Extract<GitHubReply, { is: 'answer' }>;
  await github.answer(reply(200, body.replace('"at0":{', '"at0":{"isPrivate":true,').replace('"T"', '"Secret"')));
  await first;
  clock.advance(2_000);
  await settled();
  expect(JSON.stringify(storage.texts)).not.toContain('Secret');
});

test.each([
  'no JSON',
  '7',
  '{"version":0,"issues":[]}',
  '{"version":1,"issues":7}',
  '{"version":1,"issues":[null,7,{"name":"o/r#1"},{"name":7,"answer":{"is":"missing","asOf":0}}]}',
  '{"version":1,"issues":[{"name":"o/r#1","answer":{"is":"known","asOf":0,"facts":{"url":"command:x","title":"T"}}}]}',
  '{"version":1,"issues":[{"name":"o/r#1","answer":{"is":"missing","asOf":9e15}}]}',
])('the file %j teaches nothing', async (text) => {
  const { learner } = heldLearner({ storage: shelf({ issues: text }) }, 'nobody');
  await learner.wake();
  expect(learner.issue(key)).toEqual({ is: 'unknown', why: null });
});
