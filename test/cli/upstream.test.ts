import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folderWith } from '../folder';
import { token } from '../host/github.mjs';
import { startedGitHub } from '../server/loopback';
import { drafts, run } from './program';

const issue = (name: string) => `https://github.com/${name.replace('#', '/issues/')}`;

/** A file with a proposal for each issue, complete in all else. */
function fileOf(...names: string[]): string {
  const text = drafts(...names.map((_, at) => `Title ${at}`));
  const urls = names.map(issue);
  return text.replace(/https:\/\/github\.com\/jaegertracing\/jaeger\/issues\/\d+/g, () => urls.shift() ?? '');
}

beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', folderWith({}));
});
afterEach(() => vi.unstubAllEnvs());

async function checked(names: string[], account: string | null, ...more: string[]) {
  const github = await startedGitHub({
    issues: { 'o/r#1': { title: 'A' }, 'new/home#9': { title: 'B' }, 'o/r#5': { title: 'C', state: 'closed' } },
    moved: { 'o/r#2': { to: 'new/home#9', why: 'transferred' } },
  });
  vi.stubEnv('GITHUB_API_URL', github.address);
  vi.stubEnv('GITHUB_GRAPHQL_URL', '');
  vi.stubEnv('GITHUB_TOKEN', account ?? '');
  const folder = folderWith({ 'project_ideas.md': fileOf(...names) });
  return { github, folder, result: await run(folder, 'check', ...more, 'project_ideas.md') };
}

test('GitHub is asked about upstream issues where somebody wants it, and its answers are kept for the next run', async () => {
  const { github, folder, result } = await checked(['o/r#1', 'o/r#2', 'o/gone#3', 'o/r#4'], token, '--upstream');
  expect(result.code).toBe(1);
  expect(result.out).toMatch(/information upstream-moved .*new\/home\/issues\/9/);
  expect(result.out).toMatch(/error upstream-missing o\/gone#3 was deleted/);
  expect(result.out).toMatch(/warning upstream-missing Check o\/r#4: it is deleted, private or mistyped/);
  expect(result.err).toBe('');
  expect(github.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  const before = github.asked.length;
  expect((await run(folder, 'check', '--upstream', 'project_ideas.md')).out).toBe(result.out);
  // Of the one that has moved, REST does not say whether everybody may see it: that answer is not kept.
  const again = github.asked.slice(before).map(({ method, url }) => `${method} ${url}`);
  const itsNewPlace = expect.stringMatching(/^GET \/repositories\/\d+\/issues\/9$/);
  expect(again).toEqual(['POST /graphql', 'GET /repos/o/r/issues/2', itsNewPlace]);
  expect(result.out + result.err).not.toContain(token);
});

test('what one address has told one account is believed of no other address, account or nobody', async () => {
  const { github, folder, result } = await checked(['o/r#5'], token, '--upstream');
  expect(result.out).toContain('upstream-closed');
  const other = await startedGitHub();
  const before = github.asked.length;
  for (const [address, account] of [
    [other.address, token],
    [github.address, 'another-token'],
  ] as const) {
    vi.stubEnv('GITHUB_API_URL', address);
    vi.stubEnv('GITHUB_TOKEN', account);
    expect((await run(folder, 'check', '--upstream', 'project_ideas.md')).out).not.toContain('upstream-closed');
  }
  const rest = github.asked.slice(before);
  expect(rest.map(({ authorization }) => authorization)).toEqual(['Bearer another-token']);
  vi.stubEnv('GITHUB_TOKEN', token);
  expect(await run(folder, 'check', '--upstream', 'project_ideas.md')).toEqual(result);
  expect(github.asked.slice(before)).toEqual(rest);
});

test('otherwise GitHub is not asked', async () => {
  const { github, result } = await checked(['o/gone#3'], token);
  expect(result).toEqual({ code: 0, out: '', err: '' });
  expect(github.asked).toEqual([]);
});

test('without an account, checks stop at the limit, and one line says how many are left; the exit code stays', async () => {
  const { github, result } = await checked(['o/r#1', 'o/r#2', 'o/limited#3', 'o/r#4'], null, '--upstream');
  expect(github.asked.some(({ url }) => url === '/repos/o/r/issues/1')).toBe(true);
  expect(result.code).toBe(0);
  expect(result.err).toMatch(
    /^mentorship-proposals: GitHub has not answered about \d of 4 references\. GitHub accepts no more requests until .*\. Set GITHUB_TOKEN to use an account\.\n$/,
  );
});

test('what is known in time counts, and one line says how much GitHub has not answered; the exit code stays', async () => {
  const names = ['o/r#2', 'example/slow#1', 'example/slow#3'];
  const { result } = await checked(names, null, '--upstream', '--upstream-timeout', '1');
  expect(result.code).toBe(0);
  expect(result.out).toMatch(/^.* information upstream-moved .*new\/home\/issues\/9.*\n$/);
  expect(result.err).toBe(
    'mentorship-proposals: GitHub has not answered about 2 of 3 references within 1 second (--upstream-timeout). Set GITHUB_TOKEN to use an account.\n',
  );
});

test('who asks to wait for longer than anybody does is not waited for', async () => {
  const { github, result } = await checked(['o/too-many#1'], null, '--upstream');
  expect(result).toMatchObject({ code: 0, out: '' });
  expect(result.err).toMatch(/about 1 of 1 reference\. GitHub accepts no more requests until/);
  expect(github.asked).toHaveLength(1);
});

test('a rejected account is one line and no finding', async () => {
  const { result } = await checked(['o/r#1', 'o/gone#3'], 'a-token-of-old', '--upstream');
  expect(result).toMatchObject({ code: 0, out: '' });
  expect(result.err).toBe(
    'mentorship-proposals: GitHub has not answered about 2 of 2 references. GitHub rejected the account. Sign in again.\n',
  );
});

test('a token is not sent where others could read it, and a line says so', async () => {
  const { folder } = await checked([], token);
  vi.stubEnv('GITHUB_API_URL', 'http://github.invalid/api');
  const { err } = await run(folder, 'check', '--upstream', 'project_ideas.md');
  expect(err).toContain('GITHUB_TOKEN is not used: http://github.invalid/api is no https address.\n');
  expect(err).not.toContain(token);
});
