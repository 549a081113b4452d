import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { clientTransport } from '../../server/src/adapters/github-client';
import { answerOf } from '../../server/src/adapters/github-rest';
import { get } from '../../server/src/get';
import { Learner } from '../../server/src/host/learner';
import type { IssueAnswer } from '../../server/src/host/ports';
import type { GitHubReply } from '../../server/src/protocol';
import { HandClock } from './hand-clock';
import { loopbackGitHub } from './loopback';

const now = Date.UTC(2026, 0, 15, 12);
const key = { owner: 'o', repo: 'r', number: 1 };
const issue = {
  title: 'T',
  state: 'closed',
  state_reason: 'not_planned',
  html_url: 'https://x',
  closed_at: '2026-01-02T03:04:05Z',
  labels: ['a', { name: 'b' }],
};

function reply(status: number, body: unknown = {}, headers: Record<string, string> = {}): GitHubReply {
  return { is: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

test('an issue is read with its state and labels', () => {
  const closedAt = Date.UTC(2026, 0, 2, 3, 4, 5);
  const facts = {
    title: 'T',
    state: 'closed',
    stateReason: 'not_planned',
    labels: ['a', 'b'],
    url: 'https://x',
    closedAt,
  };
  expect(answerOf(reply(200, issue), now)).toEqual({ is: 'known', facts, asOf: now });
});

test.each([
  [404, false],
  [410, true],
])('%i is missing, for certain: %s', (status, certain) => {
  expect(answerOf(reply(status), now)).toEqual({ is: 'missing', certain, asOf: now });
});

test.each([
  ['', 'not understood'],
  ['null', 'not understood'],
  ['[]', 'not understood'],
  ['{"title":7}', 'not understood'],
  [JSON.stringify({ ...issue, state: 'maybe' }), 'not understood'],
  [JSON.stringify({ ...issue, html_url: null }), 'not understood'],
])('the answer %j is no fact', (body, why) => {
  expect(answerOf(reply(200, body), now)).toMatchObject({ is: 'unknown', why: expect.stringContaining(why) });
});

test('what is odd about labels and reason is left out', () => {
  const odd = { ...issue, labels: [null, 7, {}, { name: 'good' }], state_reason: 'because' };
  expect(answerOf(reply(200, odd), now)).toMatchObject({ facts: { labels: ['good'], stateReason: null } });
});

test.each<[number, Record<string, string>, RegExp]>([
  [
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 600) },
    /no more requests until \d+:\d\d/,
  ],
  [403, { 'retry-after': '60' }, /no more requests until/],
  [429, {}, /for a while/],
  [429, { 'x-ratelimit-reset': 'soon' }, /for a while/],
  [401, {}, /account/],
  [403, {}, /403/],
  [502, {}, /502/],
  [304, {}, /304/],
])('%i with %j is unknown, and says why', (status, headers, why) => {
  expect(answerOf(reply(status, {}, headers), now)).toMatchObject({ is: 'unknown', why: expect.stringMatching(why) });
});

test('a redirect is followed to the same host, with the token', async () => {
  const asked: string[] = [];
  const server = createServer(({ url, headers }, response) => {
    asked.push(`${headers.authorization} ${url}`);
    if (url === '/repos/old') response.writeHead(301, { location: '/repositories/1' });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await get(api, '/repos/old', 't')).toMatchObject({ is: 'answer', status: 200 });
  expect(asked).toEqual(['Bearer t /repos/old', 'Bearer t /repositories/1']);
});

test('a redirect to another host is not followed', async () => {
  const elsewhere = await loopbackGitHub(200, {});
  const github = await loopbackGitHub(301, '', { location: `${elsewhere.address}/repos` });
  expect(await get(github.address, '/repos', 't')).toEqual({ is: 'none', why: 'refused' });
  expect(elsewhere.asked).toEqual([]);
});

test('redirects that go in circles end', async () => {
  const github = await loopbackGitHub(302, '', { location: '/again' });
  expect(await get(github.address, '/again', null)).toEqual({ is: 'none', why: 'refused' });
  expect(github.asked.length).toBeLessThan(10);
});

test.each(['@elsewhere.example.org/', '.elsewhere.example.org/', ':99999/'])(
  'the path %j leads nowhere',
  async (path) => {
    expect(await get('https://api.github.com', path, 't')).toEqual({ is: 'none', why: 'refused' });
  },
);

test('more than a megabyte is not taken', async () => {
  const github = await loopbackGitHub(200, 'x'.repeat(1024 * 1024 + 1));
  expect(await get(github.address, '/', null)).toEqual({ is: 'none', why: 'large' });
});

test('only the headers that are needed are handed on', async () => {
  const github = await loopbackGitHub(200, {}, { 'retry-after': '1', 'x-secret': 's', 'set-cookie': 'c' });
  expect(await get(github.address, '/', null)).toMatchObject({ headers: { 'retry-after': '1' } });
});

test.each([undefined, null, {}, { is: 'answer', status: '200' }, { is: 'none', why: 'because' }])(
  'a client that answers %j has told nothing',
  async (answer) => {
    expect(await clientTransport(async () => answer)('/')).toEqual({ is: 'none', why: 'offline' });
  },
);

test('one issue is asked for once at a time, and again when the answer has grown old', async () => {
  const clock = new HandClock();
  const answers: ((answer: IssueAnswer) => void)[] = [];
  const learner = new Learner({ issue: () => new Promise((resolve) => answers.push(resolve)) }, clock);
  const both = Promise.all([learner.learn([key]), learner.learn([{ ...key, owner: 'O' }])]);
  expect(answers).toHaveLength(1);
  answers[0]?.({ is: 'missing', certain: false, asOf: clock.now() });
  await both;
  await learner.learn([key]);
  expect(answers).toHaveLength(1);
  clock.advance(11 * 60_000);
  const again = learner.learn([key]);
  expect(answers).toHaveLength(2);
  expect(learner.issue(key).is).toBe('missing');
  answers[1]?.({ is: 'unknown', why: 'GitHub cannot be reached.' });
  await again;
  expect(learner.issue(key).is).toBe('missing');
});
