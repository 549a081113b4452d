/** The one request of ours that changes something: what is not exactly that is not sent. */
import { expect, test, vi } from 'vitest';
import { githubApi, type IssueWrite, send, sendIssue } from '../../server/src/send';
import { loopbackGitHub } from './loopback';

const at = (address: string) => ({ rest: address, graphql: `${address}/graphql` });
const issue: IssueWrite = { repository: 'cncf/mentoring', number: null, title: 'A', body: 'b' };
const refused = { is: 'none', why: 'refused' };

test.each<Partial<IssueWrite>>([
  { repository: 'cncf' },
  { repository: 'cncf/mentoring/issues/1/comments?' },
  { repository: 'cncf/..' },
  { repository: '../user' },
  { repository: 'cncf/%2e%2e' },
  { repository: 'cncf/a b' },
  { repository: 'cncf/a#' },
  { repository: '/example.org' },
  { number: 0 },
  { number: -1 },
  { number: 1.5 },
  { number: '1/comments' as unknown as number },
  { title: ' ' },
  { title: 'x'.repeat(257) },
  { body: 'x'.repeat(65_537) },
])('%j is refused', async (wrong) => {
  const github = await loopbackGitHub(201, {});
  expect(await sendIssue(at(github.address), { ...issue, ...wrong }, 't')).toEqual(refused);
  expect(github.asked).toEqual([]);
});

test('nothing is written without an account, and no token goes where others can read it', async () => {
  expect(await sendIssue(githubApi, issue, '')).toEqual(refused);
  expect(await sendIssue(at('http://api.example.org'), issue, 't')).toEqual(refused);
});

test('no question of the server can write', async () => {
  const github = await loopbackGitHub(201, {});
  for (const is of ['write', 'issue', 'post', 'patch', undefined])
    expect(await send(at(github.address), { is, ...issue, method: 'POST' }, 't')).toEqual(refused);
  expect(github.asked).toEqual([]);
});

test('what a browser hides of a redirect is not followed, and is told as one', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    sent.push(url);
    return { type: 'opaqueredirect', redirected: false };
  });
  expect(await sendIssue(githubApi, issue, 't')).toMatchObject({ is: 'answer', status: 307 });
  expect(sent).toEqual(['https://api.github.com/repos/cncf/mentoring/issues']);
  vi.unstubAllGlobals();
});
