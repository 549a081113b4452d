import { afterEach, expect, test, vi } from 'vitest';
import { githubOfClient } from '../../server/src/adapters/github/client';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import type { GitHubQuestion } from '../../server/src/protocol/github';
import { githubApi, send } from '../../server/src/send';
import { loopbackGitHub } from './loopback';

const at = (address: string) => ({ rest: address, graphql: `${address}/graphql` });
const rest = (path: string, etag: string | null = null): GitHubQuestion => ({ is: 'rest', path, etag });
const query: GitHubQuestion = { is: 'graphql', query: 'query A { viewer { login } }', variables: {} };
const refused = { is: 'none', why: 'refused' };

afterEach(() => vi.unstubAllGlobals());

test('a request goes out with the token and the tag, and comes back with the headers that are needed', async () => {
  const headers = { etag: '"1"', 'retry-after': '1', 'x-secret': 's', 'set-cookie': 'c', date: 'today' };
  const github = await loopbackGitHub(200, { a: 1 }, headers);
  const reply = await send(at(github.address), rest('/repos/o/r/issues/1', 'W/"0"'), 't');
  const handedOn = { etag: '"1"', 'retry-after': '1', date: 'today' };
  expect(reply).toEqual({ is: 'answer', status: 200, headers: handedOn, body: '{"a":1}' });
  expect(github.asked).toEqual(['Bearer t /repos/o/r/issues/1']);
});

test('a redirect is reported as a path, and not followed', async () => {
  const github = await loopbackGitHub(301, '', { location: '/repositories/1/issues/2' });
  const reply = await send(at(github.address), rest('/repos/o/r/issues/1'), 't');
  expect(reply).toMatchObject({ status: 301, headers: { location: '/repositories/1/issues/2' } });
  expect(github.asked).toHaveLength(1);
});

test.each(['http://127.0.0.1:9/repos', '//example.org/x', 'file:///etc/passwd', 'https://github.com.example.org/'])(
  'a redirect to %s leads nowhere',
  async (location) => {
    const github = await loopbackGitHub(301, '', { location });
    expect(await send(at(github.address), rest('/repos'), 't')).toEqual(refused);
  },
);

test.each([
  '@elsewhere.example.org/',
  '.elsewhere.example.org/',
  ':99999/',
  '/repos/../../user',
  '/repos/%2e%2e/user',
  '/repos/a b',
  '//example.org/',
  'https://example.org/',
  '',
])('the path %j is refused, and nothing is sent', async (path) => {
  expect(await send(githubApi, rest(path), 't')).toEqual(refused);
});

test.each<unknown>([
  null,
  7,
  {},
  { is: 'rest' },
  { is: 'rest', path: 7 },
  { is: 'graphql', query: 7 },
  { is: 'graphql', query: 'mutation { a }' },
  { is: 'graphql', query: '{ viewer }' },
  { is: 'delete', path: '/repos/a/b' },
])('the question %j is refused', async (question) => {
  expect(await send(githubApi, question, 't')).toEqual(refused);
});

test('without an account no query is sent', async () => {
  expect(await send(githubApi, query, null)).toEqual(refused);
});

test('a tag with a line break in it is not sent', async () => {
  const github = await loopbackGitHub(200, {});
  expect(await send(at(github.address), rest('/a', '"x"\r\nauthorization: y'), null)).toMatchObject({ status: 200 });
});

test('more than a megabyte is not taken', async () => {
  const github = await loopbackGitHub(200, 'x'.repeat(1024 * 1024 + 1));
  expect(await send(at(github.address), rest('/a'), null)).toEqual({ is: 'none', why: 'large' });
});

test('signing out ends the running requests of the account', async () => {
  const github = await loopbackGitHub(200, {});
  const reply = await send(at(github.address), rest('/a'), 't', AbortSignal.abort());
  expect(reply).toEqual({ is: 'none', why: 'offline' });
  expect(github.asked).toEqual([]);
});

test('the environment of GitHub Actions says where the two APIs are, and who asks', async () => {
  const [one, other] = [await loopbackGitHub(200, {}), await loopbackGitHub(200, { data: {} })];
  const urls = { GITHUB_API_URL: `${one.address}/api/v3/`, GITHUB_GRAPHQL_URL: `${other.address}/api/graphql` };
  const github = githubOverHttp({ ...urls, GITHUB_TOKEN: 'secret' });
  expect(await github.access()).toBe('account');
  await github.send(rest('/repos/o/r/issues/1'));
  await github.send(query);
  expect(one.asked).toEqual(['Bearer secret /api/v3/repos/o/r/issues/1']);
  expect(other.asked).toEqual(['Bearer secret /api/graphql']);
  expect(await githubOverHttp({ ...urls, GITHUB_TOKEN: '' }).access()).toBe('nobody');
});

test('a source is another one for each address and account, and tells neither', async () => {
  const rest = 'https://ada:secret@api.example.org';
  const environments = [{}, { GITHUB_TOKEN: 'token-a' }, { GITHUB_TOKEN: 'token-b' }].flatMap((account) => [
    account,
    { ...account, GITHUB_API_URL: rest },
    { ...account, GITHUB_GRAPHQL_URL: `${rest}/graphql` },
  ]);
  const sources = await Promise.all(environments.map((each) => githubOverHttp(each).source()));
  expect(new Set(sources).size).toBe(environments.length);
  expect(sources).toEqual(sources.map(() => expect.stringMatching(/^[\da-f]{32}$/)));
});

test.each([undefined, null, {}, { is: 'answer', status: '200' }, { is: 'none', why: 'because' }])(
  'a client that answers %j has told nothing',
  async (answer) => {
    const github = githubOfClient(
      async () => answer,
      () => {},
    );
    expect(await github.send(rest('/'))).toEqual({ is: 'none', why: 'offline' });
    expect(await github.access()).toBe('nobody');
    expect(await github.source()).toBeNull();
  },
);

test.each([
  ['https://api.example.org/v3', true],
  ['http://127.0.0.1:1', true],
  ['http://[::1]:1', true],
  ['http://localhost:1', true],
  ['http://api.example.org', false],
  ['http://localhost.example.org', false],
  ['http://127.0.0.1.example.org', false],
  ['http://10.0.0.1', false],
  ['ftp://127.0.0.1', false],
])('whether a token may be sent to %s: %j', async (address, may) => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    sent.push(headers.authorization);
    return Response.json({});
  });
  for (const question of [rest('/repos/o/r/issues/1'), query]) await send(at(address), question, 't');
  expect(sent).toEqual(may ? ['Bearer t', 'Bearer t'] : []);
  // Where only one of the two addresses is safe, the other one hears nothing all the same.
  const halves = { GITHUB_TOKEN: 't', GITHUB_API_URL: 'https://api.example.org', GITHUB_GRAPHQL_URL: address };
  expect(await githubOverHttp(halves).access()).toBe(may || address.startsWith('ftp') ? 'account' : 'nobody');
});
