/** Our reader of GitHub's REST API against GitHub's own types. */
import type { components, operations } from '@octokit/openapi-types';
import { expect, test } from 'vitest';
import { absenceIn, issueInBody, issueQuestion } from '../../server/src/host/github/rest';

type Issue = operations['issues/get']['responses'][200]['content']['application/json'];
type User = NonNullable<components['schemas']['simple-user']>;

const user = (login: string) => ({ login, id: 1, node_id: 'U_1', type: 'User', site_admin: false }) as User;

/** As the types want it: what they do not know fails to compile, and so does what they need and is left out. */
const issue: Issue = {
  id: 1,
  node_id: 'I_1',
  url: 'https://api.github.com/repos/o/r/issues/1',
  repository_url: 'https://api.github.com/repos/o/r',
  labels_url: 'https://api.github.com/repos/o/r/issues/1/labels{/name}',
  comments_url: 'https://api.github.com/repos/o/r/issues/1/comments',
  events_url: 'https://api.github.com/repos/o/r/issues/1/events',
  html_url: 'https://github.com/o/r/issues/1',
  number: 1,
  state: 'closed',
  state_reason: 'not_planned',
  title: 'T',
  body: 'B',
  user: user('ada-example'),
  labels: ['old', { id: 1, name: 'new', color: 'a2eeef' }, { id: 2 }],
  assignee: null,
  assignees: [user('max-sample')],
  milestone: { title: 'v1' } as components['schemas']['milestone'],
  locked: false,
  comments: 4,
  created_at: '2026-01-02T03:04:05Z',
  updated_at: '2026-01-03T03:04:05Z',
  closed_at: '2026-01-04T03:04:05Z',
  author_association: 'MEMBER',
};

const read = (changes: object) => issueInBody(JSON.stringify({ ...issue, ...changes }));

test('an issue is read whole', () => {
  expect(read({})).toEqual({
    kind: 'issue',
    owner: 'o',
    repo: 'r',
    number: 1,
    url: 'https://github.com/o/r/issues/1',
    title: 'T',
    state: 'closed',
    stateReason: 'not_planned',
    draft: false,
    merged: false,
    author: 'ada-example',
    createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    updatedAt: Date.UTC(2026, 0, 3, 3, 4, 5),
    closedAt: Date.UTC(2026, 0, 4, 3, 4, 5),
    labels: ['old', 'new'],
    assignees: ['max-sample'],
    milestone: 'v1',
    comments: 4,
    body: 'B',
  });
});

test('a pull request is an issue with something more', () => {
  const pull: NonNullable<Issue['pull_request']> = {
    url: null,
    html_url: null,
    diff_url: null,
    patch_url: null,
    merged_at: '2026-01-04T03:04:05Z',
  };
  const html_url = 'https://github.com/o/r/pull/1';
  expect(read({ html_url, pull_request: pull })).toMatchObject({ kind: 'pull', merged: true, state: 'closed' });
  const open = { html_url, state: 'open', draft: true, pull_request: { ...pull, merged_at: null } };
  expect(read(open)).toMatchObject({ kind: 'pull', merged: false, draft: true, state: 'open' });
});

test('an account that is gone leaves an issue without an author', () => {
  expect(read({ user: null, assignees: null, milestone: null, body: null, closed_at: null })).toMatchObject({
    author: null,
    assignees: [],
    milestone: null,
    body: null,
    closedAt: null,
  });
});

test.each(['', 'null', '[]', '7', '<html>', '{"title":7}', '{"title":"T"'])('%j is no issue', (body) => {
  expect(issueInBody(body)).toBeNull();
});

test.each([
  { state: 'maybe' },
  { title: '' },
  { title: '\u202e\u0007' },
  { html_url: null },
  { html_url: 'javascript:alert(1)//github.com/o/r/issues/1' },
  { html_url: 'https://github.com/o/r/issues/1?x=)[y](command:z' },
  { html_url: 'https://user@github.com/o/r/issues/1' },
])('an issue with %j is none', (changes) => {
  expect(read(changes)).toBeNull();
});

test('whatever is odd about the rest is left out, and what is long is cut', () => {
  const long = `${'x'.repeat(1_999)}\ud83d\ude00${'y'.repeat(100_000)}`;
  const facts = read({
    title: ` a\u202eb\n\u0000c${'d'.repeat(100_000)}`,
    body: long,
    labels: [null, 7, {}, { name: 'good\u2066' }, ...Array(1_000).fill('l')],
    assignees: [{ login: 7 }, 'x'],
    user: 'ada',
    comments: -1,
    state_reason: 'because',
    created_at: 'yesterday',
  });
  expect(facts).toMatchObject({
    labels: ['good', ...Array(16).fill('l')],
    assignees: [],
    author: null,
    comments: null,
    stateReason: null,
    createdAt: null,
    body: 'x'.repeat(1_999),
  });
  expect(facts?.title).toMatch(/^ab cd+$/);
  expect(facts?.title.length).toBe(300);
});

test('an address is made of encoded parts', () => {
  expect(issueQuestion({ owner: 'a/b', repo: '..', number: 1 }, null)).toMatchObject({
    path: '/repos/a%2Fb/../issues/1',
  });
});

test('410 is said of deleted issues, and of repositories that have none', () => {
  expect(absenceIn('{"message":"This issue was deleted"}')).toBe('deleted');
  expect(absenceIn('{"message":"Issues are disabled for this repo"}')).toBe('not found');
  for (const body of ['<html>deleted</html>', '', '{"message":404}', '"deleted"', 'null'])
    expect(absenceIn(body)).toBeNull();
});
