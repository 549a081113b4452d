/** Answers from GitHub that are kept from run to run. */
import { expect, test } from 'vitest';
import type { Storage } from '../../server/src/host/ports';
import type { GitHubQuestion, GitHubReply } from '../../server/src/protocol/github';
import { answerAll, heldIssueStore, issue, key, reply, settled, told } from './held-github';

/** A storage that a test can look into. */
function cache(texts: Record<string, string> = {}): Storage & { texts: Record<string, string> } {
  return {
    texts,
    read: async (name) => texts[name] ?? null,
    write: async (name, text) => {
      texts[name] = text;
    },
  };
}

test('what was learnt is there in the next run, with its age, and needs no GitHub while it is fresh', async () => {
  const storage = cache();
  const one = heldIssueStore({ storage });
  const first = one.issueStore.fetch([key]);
  await settled();
  await answerAll(one.github);
  await first;
  one.clock.advance(2_000);
  await settled();
  const asOf = one.clock.now() - 2_000;
  let news = 0;
  const two = heldIssueStore({ storage, onChange: () => news++ });
  two.clock.advance(2_000);
  await two.issueStore.load();
  expect(news).toBe(1);
  await two.issueStore.fetch([key]);
  expect(two.github.sent).toEqual([]);
  expect(two.issueStore.issue(key)).toMatchObject({ is: 'known', asOf, facts: { title: 'T' } });
});

test('what only an account could see is not kept', async () => {
  const storage = cache();
  const { github, clock, issueStore } = heldIssueStore({ storage });
  const first = issueStore.fetch([key]);
  await settled();
  const { body } = told(github.sent[0]?.question as GitHubQuestion) as Extract<GitHubReply, { is: 'answer' }>;
  await github.answer(reply(200, body.replace('"at0":{', '"at0":{"isPrivate":true,').replace('"T"', '"Secret"')));
  await first;
  clock.advance(2_000);
  await settled();
  expect(JSON.stringify(storage.texts)).not.toContain('Secret');
});

test('what an account has found where an issue was moved to is not kept: nobody knows whether that is public', async () => {
  const storage = cache();
  const { github, clock, issueStore } = heldIssueStore({ storage });
  const first = issueStore.fetch([key]);
  await settled();
  await github.answer(told(github.sent[0]?.question as GitHubQuestion, [1]));
  await github.answer(reply(301, {}, { location: '/repositories/7/issues/7' }));
  await github.answer(reply(200, issue(7, { title: 'Secret' })));
  await first;
  expect(issueStore.issue(key)).toMatchObject({ is: 'known', facts: { title: 'Secret' } });
  clock.advance(2_000);
  await settled();
  expect(JSON.stringify(storage.texts)).not.toContain('Secret');
  github.change('nobody');
  await settled();
  expect(issueStore.issue(key).is).toBe('unknown');
});

/** What a run of its own knows at first of the issue, and what it is told: by one API, for an account or for nobody. */
async function learn(storage: Storage, title: string, [host, account]: readonly [string, string | null]) {
  const access = account === null ? 'nobody' : 'account';
  const { github, issueStore } = heldIssueStore({ storage }, access, { host, account: account ?? '' });
  await issueStore.load();
  const before = issueStore.issue(key);
  const asked = issueStore.fetch([key]);
  await settled();
  const { question } = github.sent[0] ?? {};
  if (question)
    await github.answer(question.is === 'rest' ? reply(200, issue(1, { title })) : told(question, [], { title }));
  await asked;
  await issueStore.save();
  return before;
}

test('what one API has told one account counts for no other API and for nobody else, and is kept for that one', async () => {
  const storage = cache();
  const sources = [
    ['github.com', 'ada-example'],
    ['github.com', 'max-sample'],
    ['github.com', null],
    ['github.example.org', 'ada-example'],
    ['github.example.org', null],
  ] as const;
  for (const [at, source] of sources.entries())
    expect(await learn(storage, `Title ${at}`, source)).toEqual({ is: 'unknown', why: null });
  for (const [at, source] of sources.entries())
    expect(await learn(storage, 'Another', source)).toMatchObject({ is: 'known', facts: { title: `Title ${at}` } });
});

test('where nobody tells who answers whom, answers count until the account changes, and are not stored', async () => {
  const storage = cache();
  const { github, issueStore } = heldIssueStore({ storage });
  github.source = async () => null;
  const first = issueStore.fetch([key]);
  await settled();
  await answerAll(github);
  await first;
  expect(issueStore.issue(key).is).toBe('known');
  await issueStore.save();
  expect(JSON.parse(storage.texts.issues ?? '')).toEqual({ version: 2, issues: [] });
  github.change('account');
  await settled();
  expect(issueStore.issue(key).is).toBe('unknown');
});

test('whoever signs in is told nothing that another account, or nobody, was told', async () => {
  const { github, issueStore } = heldIssueStore({}, 'nobody');
  const first = issueStore.fetch([key]);
  await settled();
  await github.answer(reply(404, { message: 'Not Found' }));
  await first;
  const missing = { is: 'missing', certain: false };
  expect(issueStore.issue(key)).toMatchObject(missing);
  github.change('account');
  await settled();
  expect([issueStore.issue(key).is, issueStore.hasAnswers]).toEqual(['unknown', false]);
  expect(issueStore.isOpenQuestion(key)).toBe(true);
  github.change('nobody');
  await settled();
  expect(issueStore.issue(key)).toMatchObject(missing);
});

test.each([
  'no JSON',
  '7',
  '{"version":1,"issues":[]}',
  '{"version":2,"issues":7}',
  '{"version":2,"issues":[null,7,{"source":"github.com nobody","name":"o/r#1"},{"name":7,"answer":{"is":"missing","asOf":0}}]}',
  '{"version":2,"issues":[{"name":"o/r#1","answer":{"is":"missing","asOf":0}}]}',
  '{"version":2,"issues":[{"source":"github.com nobody","name":"o/r#1","answer":{"is":"known","asOf":0,"facts":{"url":"command:x","title":"T"}}}]}',
  '{"version":2,"issues":[{"source":"github.com nobody","name":"o/r#1","answer":{"is":"missing","asOf":9e15}}]}',
])('the file %j teaches nothing', async (text) => {
  const { issueStore } = heldIssueStore({ storage: cache({ issues: text }) }, 'nobody');
  await issueStore.load();
  expect(issueStore.issue(key)).toEqual({ is: 'unknown', why: null });
});
