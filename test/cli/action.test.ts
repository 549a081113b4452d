/** The action, run as GitHub's runner runs it: its steps by bash, in a checkout of a pull request, installed from npm. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderWith, writeIn } from '../folder';
import { drafts, git, proposal } from './program';
import { annotationIn, checkoutOfAction, runAction } from './workflow';

const timeout = 120_000;
const file = 'programs/a,b: 100%/project_ideas.md';
const old = `${drafts('Old')}\n${proposal('Old without skills', ['Recommended Skills'])}`;
let actionFolder = '';

beforeAll(() => {
  actionFolder = checkoutOfAction();
});
afterAll(() => rmSync(actionFolder, { recursive: true }));

/** A checkout of the commit that GitHub makes of a pull request: `main` has gone on, and both are merged. */
async function pullRequest(): Promise<string> {
  const folder = folderWith({ [file]: old });
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  await git(folder, 'switch', '--quiet', '--create', 'change');
  writeFileSync(join(folder, file), `${old}\n${proposal('New | [x](https://example.org)', ['Description'])}`);
  await git(folder, 'commit', '--quiet', '--all', '-m', 'change');
  await git(folder, 'switch', '--quiet', 'main');
  writeIn(folder, 'programs/project_ideas.md', `${drafts('Main')}\n${proposal('Of main', ['Mentor'])}`);
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'main goes on');
  await git(folder, 'update-ref', 'refs/remotes/origin/main', 'main');
  await git(folder, 'switch', '--quiet', '--detach', 'main');
  await git(folder, 'merge', '--quiet', '--no-edit', 'change');
  return folder;
}

const github = { base_ref: 'main', token: 'none' };

test('a pull request is shown what it has changed, and why it fails', { timeout }, async () => {
  const folder = await pullRequest();
  const { code, annotations, summary, log } = await runAction(folder, {
    github: { ...github, action_path: actionFolder },
  });
  expect(log).not.toContain('could not');
  expect(annotations).toEqual([
    {
      command: 'error',
      properties: expect.objectContaining({ file, title: 'missing-field', line: expect.stringMatching(/^\d+$/) }),
      message: '"Description" is missing.',
    },
  ]);
  expect(code).toBe(1);
  expect(summary).toMatch(/^### Mentorship proposals\n\n1 finding in 1 file: 1 error\.\n/);
  expect(summary).toMatch(/\n\| \d+ \| error \| "Description" is missing. \| \[missing-field\]\(<https:.*>\) \|\n$/);
});

test('without a base branch, and with "none", everything is checked', { timeout }, async () => {
  const folder = await pullRequest();
  const action_path = actionFolder;
  for (const run of [
    { github: { action_path } },
    { github: { ...github, action_path }, inputs: { 'changed-since': 'none', path: 'programs\n' } },
  ]) {
    const { code, annotations } = await runAction(folder, run);
    expect(annotations.map(({ message }) => message).sort()).toEqual(
      ['"Description" is missing.', '"Mentor(s)" is missing.', '"Recommended Skills" is missing.'].sort(),
    );
    expect(code).toBe(1);
  }
});

test('published terms are checked where the workflow says so', { timeout }, async () => {
  const folder = await pullRequest();
  const term = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
  writeIn(folder, term, `${drafts('Old')}\n${proposal('Published', ['Description'])}`);
  const inputs = { 'changed-since': 'none', path: term.replace('/README.md', '') };
  const found = async (published: string) => {
    const { annotations } = await runAction(folder, {
      github: { action_path: actionFolder },
      inputs: { ...inputs, published },
    });
    return annotations.map(({ message }) => message);
  };
  expect(await found('false')).toEqual([]);
  expect(await found('true')).toContain('"Description" is missing.');
});

test('a shallow checkout is told what to do', { timeout }, async () => {
  const folder = await pullRequest();
  const clone = folderWith({});
  await git(clone, 'clone', '--quiet', '--depth', '1', `file://${folder}`, 'clone');
  const { code, log, annotations, summary } = await runAction(join(clone, 'clone'), {
    github: { ...github, action_path: actionFolder },
  });
  expect(code).toBe(2);
  expect(log).toContain('Git has no revision "origin/main" where "." is. This clone is shallow');
  expect(log).toContain('"fetch-depth: 0"');
  expect(annotations).toMatchObject([{ command: 'error', properties: { title: 'Mentorship Proposals' } }]);
  expect(summary).toBe('');
});

test('what lies in the pull request does not decide what runs', { timeout }, async () => {
  const folder = await pullRequest();
  const evil = '#!/usr/bin/env node\nconsole.log("evil")\n';
  writeIn(folder, '.npmrc', 'registry=http://127.0.0.1:9/\n');
  writeIn(folder, 'node_modules/mentorship-proposals/package.json', '{"name":"mentorship-proposals"}');
  writeIn(folder, 'node_modules/.bin/mentorship-proposals', evil);
  const fresh = checkoutOfAction();
  const inputs = { path: '$(touch made)\n"; touch made; "\n.' };
  const { code, log } = await runAction(folder, { inputs, github: { ...github, action_path: fresh } });
  rmSync(fresh, { recursive: true });
  expect(code).toBe(2);
  expect(log).toContain('"Description" is missing.');
  expect(log).toMatch(/\$\(touch made\) does not exist\./);
  expect(log).not.toContain('evil');
  expect((await git(folder, 'status', '--porcelain')).out).not.toContain('made');
});

test('the runner undoes the escapes of an annotation where it has undone them', () => {
  expect(annotationIn('::error file=a%2Cb%3A 100%25/x.md,line=1::50%25 %0A::warning::x')).toEqual({
    command: 'error',
    properties: { file: 'a,b: 100%/x.md', line: '1' },
    message: '50% \n::warning::x',
  });
});
