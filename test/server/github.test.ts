/** What is asked of GitHub, when, and what becomes of the answers: over HTTP, against a GitHub of our own. */
import { describe, expect, test, vi } from 'vitest';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import type { IssueAnswer, IssueKey } from '../../server/src/core/known/known';
import { issuesIn } from '../../server/src/core/known/questions';
import { readDocument } from '../../server/src/core/model/document';
import { IssueStore } from '../../server/src/host/github/issue-store';
import type { Storage } from '../../server/src/host/ports';
import { type InventedIssue, type LoopbackGitHub, token, type World } from '../host/github.mjs';
import { noRealFiles, realFiles } from '../unit/real-files';
import { HandClock } from './hand-clock';
import { startedGitHub } from './loopback';

/** `owner/repo#1`, with the kind that its address would say. */
function key(name: string, kind: IssueKey['kind'] = 'issue'): IssueKey {
  const [, owner = '', repo = '', number] = /^(.+)\/(.+)#(\d+)$/.exec(name) ?? [];
  return { owner, repo, number: Number(number), kind };
}

interface Signed {
  readonly github: LoopbackGitHub;
  readonly issueStore: IssueStore;
  readonly clock: HandClock;
  ask(...names: string[]): Promise<IssueAnswer[]>;
}

async function learnerOf(
  world: Partial<World>,
  account: string | null = token,
  storage: Storage | null = null,
): Promise<Signed> {
  const github = await startedGitHub(world);
  const clock = new HandClock();
  const environment = { GITHUB_API_URL: github.address, GITHUB_TOKEN: account ?? '' };
  const issueStore = new IssueStore({ github: githubOverHttp(environment), clock, storage });
  const ask = async (...names: string[]) => {
    await issueStore.fetch(names.map((name) => key(name)));
    return names.map((name) => issueStore.issue(key(name)));
  };
  return { github, issueStore, clock, ask };
}

const open: InventedIssue = { title: 'Slow queries', labels: ['bug'] };

function paths({ asked }: LoopbackGitHub): string[] {
  return asked.map(({ method, url }) => `${method} ${url}`);
}

test('with an account one query answers everything', async () => {
  const pull: InventedIssue = {
    kind: 'pull',
    title: 'Quick',
    state: 'merged',
    draft: false,
    assignees: ['max-sample'],
  };
  const discussion: InventedIssue = { kind: 'discussion', title: 'Talk', state: 'closed', reason: 'resolved' };
  const issues = {
    'o/r#1': { ...open, milestone: 'v2', body: 'Why.' },
    'o/r#2': pull,
    'o/r#3': discussion,
    'o/r#4': { title: 'Twice', state: 'closed', reason: 'duplicate' } as const,
  };
  const { github, ask } = await learnerOf({ issues });
  const facts = (await ask('o/r#1', 'o/r#2', 'o/r#3', 'o/r#4')).map((answer) => answer.is === 'known' && answer.facts);
  expect(facts[0]).toEqual({
    kind: 'issue',
    owner: 'o',
    repo: 'r',
    number: 1,
    url: 'https://github.com/o/r/issues/1',
    title: 'Slow queries',
    state: 'open',
    stateReason: null,
    draft: false,
    merged: false,
    author: 'ada-example',
    createdAt: Date.UTC(2025, 11, 1, 9),
    updatedAt: Date.UTC(2026, 0, 12, 15, 30),
    closedAt: null,
    labels: ['bug'],
    assignees: [],
    milestone: 'v2',
    comments: 3,
    body: 'Why.',
  });
  expect(facts.slice(1)).toMatchObject([
    { kind: 'pull', state: 'closed', merged: true, assignees: ['max-sample'] },
    { kind: 'discussion', state: 'closed', stateReason: 'resolved', url: 'https://github.com/o/r/discussions/3' },
    { kind: 'issue', state: 'closed', stateReason: 'duplicate' },
  ]);
  expect(paths(github)).toEqual(['POST /graphql']);
});

test('without an account what somebody looks at is asked for by REST', async () => {
  const issues = { 'o/r#1': open, 'o/r#2': { kind: 'pull', title: 'Quick', state: 'merged' } as const };
  const { github, issueStore, ask } = await learnerOf({ issues }, null);
  expect(await ask('o/r#1', 'o/r#2')).toMatchObject([
    { facts: { title: 'Slow queries', labels: ['bug'], kind: 'issue', author: 'ada-example', comments: 3 } },
    { facts: { kind: 'pull', merged: true, state: 'closed' } },
  ]);
  await issueStore.fetch([key('o/r#5', 'discussion')]);
  expect(issueStore.issue(key('o/r#5'))).toEqual({ is: 'unknown', why: { is: 'sign-in' } });
  expect(paths(github)).toEqual(['GET /repos/o/r/issues/1', 'GET /repos/o/r/issues/2']);
});

test('what was renamed, transferred, deleted, or is not there', async () => {
  const { ask, github } = await learnerOf({
    issues: { 'new/name#1': open, 'other/home#9': { title: 'Went away' } },
    moved: {
      'old/name#1': { to: 'new/name#1', why: 'renamed' },
      'o/r#2': { to: 'other/home#9', why: 'transferred' },
    },
  });
  const [renamed, transferred, gone, absent, hidden] = await ask(
    'old/name#1',
    'o/r#2',
    'o/gone#3',
    'o/x#4',
    'o/no-issues#5',
  );
  expect(renamed).toMatchObject({ facts: { owner: 'new', repo: 'name', url: 'https://github.com/new/name/issues/1' } });
  expect(transferred).toMatchObject({ facts: { owner: 'other', number: 9, title: 'Went away' } });
  expect(gone).toMatchObject({ is: 'missing', certain: true });
  expect(absent).toMatchObject({ is: 'missing', certain: false });
  expect(hidden).toMatchObject({ is: 'missing', certain: false });
  expect(paths(github).filter((each) => each.startsWith('POST'))).toHaveLength(1);
});

test('a README of 59 issues: three queries, and one request for each that they do not find', async () => {
  const names = Array.from({ length: 59 }, (_, at) => `o/r${at % 7}#${at + 1}`);
  const issues = Object.fromEntries(names.slice(2).map((name) => [name, open]));
  const { github, issueStore } = await learnerOf({ issues });
  await issueStore.load();
  await issueStore.fetch(
    names.map((name) => key(name)),
    'background',
  );
  expect(names.map((name) => issueStore.issue(key(name)).is)).toEqual(
    names.map((_, at) => (at < 2 ? 'missing' : 'known')),
  );
  expect(paths(github).toSorted()).toEqual([
    'GET /repos/o/r0/issues/1',
    'GET /repos/o/r1/issues/2',
    ...Array(3).fill('POST /graphql'),
  ]);
});

test.skipIf(noRealFiles)(`a real README of a term, whole${noRealFiles}`, { tags: 'slow' }, async () => {
  const readmes = realFiles().filter(
    ({ path }) => path.includes('lfx-mentorship/2026/03-') && path.endsWith('README.md'),
  );
  for (const { text, path } of readmes) {
    const keys = issuesIn(readDocument(text, path));
    const names = new Set(keys.map(({ owner, repo, number }) => `${owner}/${repo}#${number}`));
    const issues = Object.fromEntries([...names].map((name) => [name, open]));
    const { github, issueStore } = await learnerOf({ issues });
    await issueStore.fetch(keys, 'background');
    expect(keys.filter((each) => issueStore.issue(each).is !== 'known')).toEqual([]);
    expect(github.asked).toHaveLength(3);
  }
  expect(readmes.length).toBeGreaterThan(0);
});

test('without an account nothing is asked in the background', async () => {
  const names = Array.from({ length: 59 }, (_, at) => key(`o/r#${at + 1}`));
  const { github, issueStore } = await learnerOf({}, null);
  await issueStore.fetch(names, 'background');
  expect(github.asked).toEqual([]);
  expect(issueStore.issue(key('o/r#1'))).toEqual({ is: 'unknown', why: null });
});

test('without an account 30 requests go in an hour, and then the person may sign in', async () => {
  const names = Array.from({ length: 40 }, (_, at) => `o/r#${at + 1}`);
  const { github, issueStore, clock, ask } = await learnerOf({ issues: { 'o/r#31': open } }, null);
  const answers = await ask(...names);
  expect(github.asked).toHaveLength(30);
  const until = clock.now() + 3_600_000;
  expect(answers.slice(30)).toEqual(Array(10).fill({ is: 'unknown', why: { is: 'budget', until } }));
  expect(issueStore.status()).toMatchObject({ access: 'nobody', trouble: { is: 'budget' }, budgetLeft: 0 });
  clock.advance(3_600_001);
  expect(await ask('o/r#31')).toMatchObject([{ is: 'known' }]);
});

const faults = ['offline', 'limited', 'secondary', 'too-many', 'forbidden', 'broken', 'html', 'cut', 'huge'];
const redirects = ['elsewhere', 'circle'];
const queryFaults = ['query-limited', 'query-failed', 'query-html', 'query-offline', 'sso'];

/** Why nothing is known of an issue in a repository with a fault. */
async function whyOf(fault: string, account: string | null): Promise<unknown> {
  const { clock, issueStore } = await learnerOf({}, account);
  let done = false;
  void issueStore.fetch([key(`example/${fault}#1`)]).then(() => {
    done = true;
  });
  // A failure of GitHub's is tried once more after a second.
  await vi.waitFor(() => {
    clock.advance(1_000);
    expect(done).toBe(true);
  });
  const answer = issueStore.issue(key(`example/${fault}#1`));
  return answer.is === 'unknown' ? answer.why : answer;
}

test.each(queryFaults)('a query that is %s leads to no answer, and the reason is told', async (fault) => {
  expect(await whyOf(fault, token)).toMatchObject({ is: expect.stringMatching(/^(limit|server|offline|forbidden)$/) });
});

describe.each([
  ['with an account', token],
  ['without one', null],
])('%s', (_, account) => {
  test.each([...faults, ...redirects])(
    'a GitHub that is %s leads to no answer, and the reason is told',
    async (fault) => {
      expect(await whyOf(fault, account)).toMatchObject({ is: expect.not.stringMatching(/^(known|missing|asking)$/) });
    },
  );

  test('whatever a stranger writes becomes short lines and nothing else', async () => {
    const { issueStore } = await learnerOf({}, account);
    await issueStore.fetch([key('example/hostile#1')]);
    const answer = issueStore.issue(key('example/hostile#1'));
    expect(answer).toMatchObject({ is: 'known', facts: { author: null, comments: null, createdAt: null } });
    if (answer.is !== 'known') return;
    const { title, body, labels } = answer.facts;
    expect([title.length, body?.length, labels.length]).toEqual([300, 2_000, 1]);
    expect(title + labels).not.toMatch(/[\u202e\n]/);
  });
});

test('a GitHub that never ends its answer is given up after ten seconds', async () => {
  const given = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 50);
    return ending.signal;
  });
  const { ask } = await learnerOf({}, null);
  expect(await ask('example/slow#1')).toEqual([{ is: 'unknown', why: { is: 'slow' } }]);
  expect(given).toHaveBeenCalledWith(10_000);
  given.mockRestore();
});

test('a rejected account is reported', async () => {
  const { ask } = await learnerOf({ issues: { 'o/r#1': open } }, 'a-token-of-old');
  expect(await ask('o/r#1')).toEqual([{ is: 'unknown', why: { is: 'account' } }]);
});

test('an issue that has not changed is told by its tag', async () => {
  const { github, clock, issueStore, ask } = await learnerOf({
    issues: { 'new/home#9': open },
    moved: { 'o/r#1': { to: 'new/home#9', why: 'transferred' } },
  });
  await ask('o/r#1');
  clock.advance(3_600_000);
  await issueStore.refresh([key('o/r#1')]);
  expect(issueStore.issue(key('o/r#1'))).toMatchObject({ asOf: clock.now(), facts: { number: 9 } });
  expect(github.asked.map(({ tag }) => tag).filter(Boolean)).toHaveLength(1);
});
