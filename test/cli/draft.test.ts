import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folderWith } from '../folder';
import { loopbackGitHub } from '../server/loopback';
import { run } from './program';

const url = 'https://github.com/example/store/issues/7';
const body = `### Description

It is slow (see #3).

### Expected outcome

- It is fast

### Skills

- Go
- SQL

### Mentors

Ada Example, Example Labs, ada@example.org, @ada-example

### Budget

None of ours
`;
const issue = { url, title: '[LFX 2026 T3] Faster queries', body };
const draft = `#### Faster queries

- Description: It is slow (see example/store#3).
- Expected Outcome:
  - It is fast
- Recommended Skills: Go, SQL
- Technologies:
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: ${url}
`;

test('an issue in a file becomes a draft, and what it has no field for is named', async () => {
  const { code, out, err } = await run(
    folderWith({ 'a.json': JSON.stringify(issue) }),
    'draft',
    '--from-issue',
    'a.json',
  );
  expect([code, out]).toEqual([0, `${draft}\n`]);
  expect(err).toBe(
    'mentorship-proposals: Faster queries: 2 parts of the issue are not in the draft: Mentors, Budget. See them with --json.\n',
  );
});

test('with --json, each issue of a list is told by its fields, in their order', async () => {
  const file = JSON.stringify([issue, { title: 'Empty', body: null }, {}]);
  const { code, out } = await run(folderWith({ 'a.json': file }), 'draft', '--json', '--from-issue', 'a.json');
  expect(code).toBe(0);
  const [first, second, third] = JSON.parse(out);
  expect(first).toEqual({
    url,
    title: 'Faster queries',
    description: 'It is slow (see #3).',
    outcome: ['It is fast'],
    skills: ['Go', 'SQL'],
    technologies: [],
    mentors: [{ name: 'Ada Example', handle: 'ada-example', email: 'ada@example.org', lfid: null }],
    upstream: url,
    rest: '### Mentors\n\nExample Labs\n\n### Budget\n\nNone of ours',
  });
  expect([second.title, second.description, second.upstream, third.title]).toEqual(['Empty', null, null, '']);
});

test('an umbrella issue becomes a draft for each of its projects', async () => {
  const project = (title: string) => `## ${title}\n\n### Description\n\nSlow.\n\n### Mentors\n\n@ada-example\n\n`;
  const umbrella = { ...issue, body: project('Queries') + project('Index') };
  const { out } = await run(folderWith({ 'a.json': JSON.stringify(umbrella) }), 'draft', '--from-issue', 'a.json');
  expect(out.match(/^#### .*$/gm)).toEqual(['#### Queries', '#### Index']);
});

test.each(['no JSON', '[1]', 'null', '"text"'])('a file with %s is no issue', async (text) => {
  const { code, err } = await run(folderWith({ 'a.json': text }), 'draft', '--from-issue', 'a.json');
  expect(code).toBe(2);
  expect(err).toContain('"a.json" is not JSON with an issue, or a list of issues, with "url", "title" and "body".');
});

test('signs that a terminal obeys are shown, not printed', async () => {
  const file = JSON.stringify({ ...issue, body: 'Red \u001b[31m and \u202e turned ##[error]' });
  const { out } = await run(folderWith({ 'a.json': file }), 'draft', '--from-issue', 'a.json');
  expect(out).toContain('Red \\x1b[31m and \\u202e turned #\\x23[error]');
});

const form = `body:
  - { type: textarea, id: description, attributes: { label: Your story, placeholder: Once } }
  - { type: input, id: skills, attributes: { label: Besoins } }
`;
const formed = JSON.stringify({ ...issue, body: '### Your story\n\nSlow.\n\n### Besoins\n\nGo, SQL\n' });

test('the forms of the repository tell what the headings of an issue ask for', async () => {
  const files = { 'a.json': formed, '.git/HEAD': '', 'docs/b.json': formed };
  const kept = { ...files, '.github/ISSUE_TEMPLATE/config.yml': 'body: [', '.github/ISSUE_TEMPLATE/idea.yaml': form };
  const { out } = await run(folderWith(kept), 'draft', '--json', '--from-issue', 'a.json');
  expect(JSON.parse(out)).toMatchObject([{ description: 'Slow.', skills: ['Go', 'SQL'] }]);
  const without = await run(folderWith(files), 'draft', '--json', '--from-issue', 'a.json');
  expect(JSON.parse(without.out)).toMatchObject([{ skills: [] }]);
});

test('--issue-form names the form', async () => {
  const folder = folderWith({ 'a.json': formed, 'form.yml': form, 'no.yml': 'body: [' });
  const draft = (name: string) => run(folder, 'draft', '--from-issue', 'a.json', '--issue-form', name);
  expect((await draft('form.yml')).out).toContain('- Recommended Skills: Go, SQL\n');
  expect(await draft('no.yml')).toMatchObject({ code: 2, out: '' });
  expect((await draft('no.yml')).err).toContain('"no.yml" is no issue form of GitHub');
  expect((await draft('nowhere.yml')).err).toContain('"nowhere.yml" cannot be read.');
});

test('--like writes the draft in the shape of a list, a template or a form', async () => {
  const idea = (title: string) => `## ${title}\n\nSlow.\n\n**Difficulty**: easy\n\n**Mentors**: @bo-sample\n`;
  const folder = folderWith({
    'a.json': JSON.stringify(issue),
    'ideas.md': ['Faster queries', 'Smaller images', 'Better docs'].map(idea).join('\n'),
    'more/TEMPLATE.md': '### Title\n\n#### Mentor\n\n#### Skills\n',
    'more/new.md': '',
    'form.yml': form,
    'no.yml': 'body: [',
  });
  const like = async (name: string) => run(folder, 'draft', '--from-issue', 'a.json', '--like', name);
  const mentors = 'Ada Example (@ada-example, ada@example.org)';
  expect((await like('ideas.md')).out).toBe(
    `## Faster queries\n\nIt is slow (see example/store#3).\n\n**Difficulty**:\n\n**Mentors**: ${mentors}\n\n`,
  );
  const shaped = `### Faster queries\n\nIt is slow (see example/store#3).\n\n#### Mentor\n\n- ${mentors}\n\n#### Skills\n\nGo, SQL\n\n`;
  expect((await like('more/new.md')).out).toBe(shaped);
  expect((await like('more/TEMPLATE.md')).out).toBe(shaped);
  expect((await like('form.yml')).out).toContain('### Besoins\n\nGo, SQL\n');
  expect((await like('no.yml')).err).toContain('"no.yml" is no issue form of GitHub');
  expect((await like('nowhere.md')).err).toContain('"nowhere.md" cannot be read.');
  const both = await run(folder, 'draft', '--for', 'lfx', '--like', 'ideas.md', '--from-issue', 'a.json');
  expect(both.err).toContain('Use "--for" or "--like", not both.');
});

test('a folder of forms that leads out of the repository is not read', async () => {
  const outside = folderWith({ 'idea.yml': form });
  const folder = folderWith({ 'a.json': formed, '.git/HEAD': '', '.github/README': '' });
  symlinkSync(outside, join(folder, '.github/ISSUE_TEMPLATE'));
  const { out } = await run(folder, 'draft', '--json', '--from-issue', 'a.json');
  expect(JSON.parse(out)).toMatchObject([{ skills: [] }]);
});

async function asked(status: number, answer: unknown) {
  const github = await loopbackGitHub(status, answer);
  vi.stubEnv('GITHUB_API_URL', github.address);
  vi.stubEnv('GITHUB_TOKEN', '');
  return { github, ...(await run(folderWith({}), 'draft', '--from-issue', url)) };
}

beforeEach(() => {
  vi.stubEnv('XDG_CACHE_HOME', folderWith({}));
});
afterEach(() => vi.unstubAllEnvs());

test('an address is asked of GitHub', async () => {
  const answer = { html_url: url, number: 7, title: issue.title, state: 'open', body };
  const { github, code, out } = await asked(200, answer);
  expect([code, out]).toEqual([0, `${draft}\n`]);
  expect(github.asked).toEqual(['/repos/example/store/issues/7']);
});

test('what the person should know of the issue is said', async () => {
  const elsewhere = 'https://github.com/example/index/issues/9';
  const moved = await asked(200, { html_url: elsewhere, title: 'A', state: 'closed', body: null });
  expect(moved.code).toBe(0);
  for (const sentence of [
    'The issue has moved to example/index#9.',
    'The issue is closed.',
    'The issue has a title, but no text.',
  ])
    expect(moved.err).toContain(sentence);
  expect(moved.out).toContain(`- Upstream Issue: ${elsewhere}`);
  const pull = await asked(200, { html_url: url.replace('issues', 'pull'), title: 'A', state: 'open', body });
  expect([pull.code, pull.out]).toEqual([2, '']);
  expect(pull.err).toContain('example/store#7 is a pull request, not an issue.');
});

test.each([
  [404, { message: 'Not Found' }, 'GitHub has no such issue, or does not show it to you.'],
  [410, { message: 'This issue was deleted' }, 'The issue was deleted.'],
  [404, 'a page of a proxy', 'GitHub could not answer (404).'],
  [200, { html_url: 'https://example.org/a', title: 'A', state: 'open', body }, 'GitHub'],
])('an answer %i says why there is no draft', async (status, answer, sentence) => {
  const { code, out, err } = await asked(status, answer);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});

test('--for makes the draft of another program, with what only that asks for', async () => {
  const text =
    '### Description\n\nSlow.\n\n### Size\n\n175 hours\n\n### Difficulty\n\nHard\n\n### Intern benefits\n\nLearns Go.\n';
  const folder = folderWith({ 'a.json': JSON.stringify({ ...issue, body: text }) });
  const summer = await run(folder, 'draft', '--for', 'gsoc', '--from-issue', 'a.json');
  expect(summer.out).toContain('- Expected project size: 175 hours\n');
  expect(summer.err).toContain('Intern benefits');
  const other = await run(folder, 'draft', '--for=outreachy', '--from-issue', 'a.json');
  expect(other.out).toContain('**Intern benefits:** Learns Go.\n');
  expect(other.err).toContain('2 parts of the issue are not in the draft: Size, Difficulty.');
  expect((await run(folder, 'draft', '--for', 'nobody', '--from-issue', 'a.json')).err).toContain(
    'There is no program "nobody". Use lfx, gsoc, outreachy.',
  );
});
