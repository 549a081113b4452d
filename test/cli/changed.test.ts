import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, writeIn } from '../folder';
import { drafts, git, proposal, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;

/** A repository with these files in its one commit. */
async function repositoryWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = folderWith(files);
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'before');
  return folder;
}

const branches = '"git branch --all" lists the branches that it has.';

test('the findings of proposals that are new or different are kept, whatever the line ends are', async () => {
  const folder = await repositoryWith({ [file]: `${drafts()}${proposal('Old', ['Mentor'])}` });
  const path = join(folder, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${proposal('New', ['Description'])}`.replaceAll('\n', '\r\n'));
  const { code, out } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  expect(out).toContain('"Description" is missing');
  expect(out).not.toContain('Mentor');
  expect(code).toBe(1);
});

test('what a change does beside the lines that it touches is found: a template that it deletes', async () => {
  const template = '## Template\n\n```\n### Project\n\n#### Title\n\n- Description:\n- Mentor(s):\n```\n\n';
  const folder = await repositoryWith({ [file]: template + drafts('Whole') });
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace(template, ''));
  const { out } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  expect(out).toContain('template-deleted');
  expect((await run(folder, 'check', '.')).out).not.toContain('template-deleted');
});

test('a file that is new has all its findings', async () => {
  const folder = await repositoryWith({ 'other.md': 'Nothing.' });
  writeIn(folder, 'project_ideas.md', broken);
  expect((await run(folder, 'check', '--changed-since=HEAD', '.')).code).toBe(1);
});

test.each([
  ['a blank', 'with blank/project_ideas.md'],
  ['a line break', 'with\nbreak/project_ideas.md'],
  ['two line breaks and a carriage return', 'with\n\nbreak\r/project_ideas.md'],
  ['a sign of a pattern', ':(top)*[a]/project_ideas.md'],
  ['a byte order mark in it', 'project_ideas.md', `\uFEFF${broken}`],
])('a file with %s is the one that it was', async (_, path, text = broken) => {
  const folder = await repositoryWith({ [path]: text, 'last/project_ideas.md': broken });
  expect(await run(folder, 'check', '--changed-since', 'HEAD', '.')).toEqual({ code: 0, out: '', err: '' });
  writeIn(folder, path, text.replace('is to be done', 'was to be done').replace('Without', 'With no'));
  expect((await run(folder, 'check', '--changed-since', 'HEAD', '.')).code).toBe(1);
});

test('a folder and a file that are given by a link belong to the repository that they lie in', async () => {
  const folder = await repositoryWith({ [file]: broken });
  const elsewhere = folderWith({});
  symlinkSync(join(folder, 'programs'), join(elsewhere, 'folder'));
  symlinkSync(join(folder, file), join(elsewhere, 'project_ideas.md'));
  for (const given of ['folder', 'project_ideas.md', join(folder, file)])
    expect(await run(elsewhere, 'check', '--changed-since', 'main', given)).toEqual({ code: 0, out: '', err: '' });
});

test('each path is compared in the repository that it belongs to', async () => {
  const one = await repositoryWith({ [file]: broken });
  const other = await repositoryWith({ [file]: broken });
  expect(await run(one, 'check', '--changed-since', 'main', '.', other)).toMatchObject({ code: 0, out: '' });
  await git(other, 'branch', '--move', 'trunk');
  const { code, err } = await run(one, 'check', '--changed-since', 'main', '.', other);
  expect(code).toBe(2);
  expect(err).toBe(`mentorship-proposals: Git has no revision "main" where "${other}" is. ${branches}\n`);
  const remote = await run(other, 'check', '--changed-since', 'origin/main');
  expect(remote.err).toContain('Git has no revision "origin/main" where "." is. Get it with: git fetch origin main\n');
});

test('a file of a repository inside of the repository is new', async () => {
  const folder = await repositoryWith({ [file]: broken });
  const inner = await repositoryWith({ 'project_ideas.md': broken });
  mkdirSync(join(folder, 'vendor'));
  renameSync(inner, join(folder, 'vendor/inner'));
  const { code, out } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  expect(code).toBe(1);
  expect(out).toMatch(/^vendor\/inner\/project_ideas\.md:[^\n]*\n$/);
});

test('a worktree of a repository is asked as the repository is', async () => {
  const folder = await repositoryWith({ [file]: broken });
  await git(folder, 'worktree', 'add', '--quiet', 'wood', '-b', 'other');
  expect(await run(join(folder, 'wood'), 'check', '--changed-since', 'main', '.')).toMatchObject({ code: 0, err: '' });
});

test('variables of git in the environment lead nowhere else', async () => {
  const folder = await repositoryWith({ [file]: broken });
  const other = await repositoryWith({});
  for (const [name, value] of [
    ['GIT_DIR', join(other, '.git')],
    ['GIT_WORK_TREE', other],
    ['GIT_OBJECT_DIRECTORY', join(other, '.git/objects')],
    ['GIT_CONFIG_PARAMETERS', 'no configuration'],
  ] as const) {
    vi.stubEnv(name, value);
    expect(await run(folder, 'check', '--changed-since', 'main', '.')).toEqual({ code: 0, out: '', err: '' });
    vi.unstubAllEnvs();
  }
});

test.each([
  'nowhere',
  '--help',
  '-h',
  '--output=made',
  '',
  '^HEAD',
  'HEAD..HEAD',
  'HEAD:programs',
  'a\n::stop-commands::b',
])('a revision %j that git does not know is wrong use, and nothing is written', async (name) => {
  const text = drafts('One').replace('- Expected Outcome:', '- Expected Outcomes:');
  const folder = await repositoryWith({ [file]: text });
  const { code, out, err } = await run(folder, 'check', '--fix', `--changed-since=${name}`, '.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  const shown = name.replace('\n', '\\n');
  expect(err).toBe(`mentorship-proposals: Git has no revision "${shown}" where "." is. ${branches}\n`);
  expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
});

test('a folder of no repository has no revisions', async () => {
  const { code, err } = await run(folderWith({ [file]: broken }), 'check', '--changed-since', 'nowhere', '.');
  expect(code).toBe(2);
  expect(err).toBe('mentorship-proposals: Git has no revision "nowhere": "." is not in a repository.\n');
});

test('the reason why git refuses is printed', async () => {
  const folder = await repositoryWith({ [file]: broken });
  rmSync(join(folder, '.git/HEAD'));
  const { code, err } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  expect(code).toBe(2);
  expect(err).toMatch(/^mentorship-proposals: Git cannot read "HEAD" where "\." is: fatal: not a git repository.*\n$/);
});

test('a missing git is reported as such', async () => {
  const folder = await repositoryWith({ [file]: broken });
  vi.stubEnv('PATH', '');
  const { code, err } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  vi.unstubAllEnvs();
  expect(code).toBe(2);
  expect(err).toContain(': git is not installed.\n');
});
