/** What `--changed-since` compares with: where the branch began, by whatever name a file had then. */
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, writeIn } from '../folder';
import { drafts, git, proposal, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const old = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const fine = { code: 0, out: '', err: '' };

async function commit(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '-m', message);
}

/** `main` has got something wrong since `change`, which is checked out, has left it. */
async function branched(files: Readonly<Record<string, string>> = { [file]: old }): Promise<string> {
  const folder = folderWith(files);
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await commit(folder, 'before');
  await git(folder, 'branch', 'change');
  writeIn(folder, file, `${old}\n${proposal('Of main', ['Mentor'])}`);
  await commit(folder, 'main goes on');
  await git(folder, 'switch', '--quiet', 'change');
  return folder;
}

function change(folder: string): void {
  writeIn(folder, file, `${readFileSync(join(folder, file), 'utf8')}\n${proposal('Of change', ['Description'])}`);
}

test.each(['main', 'main...', 'main...change', 'main...HEAD', 'change...main'])(
  'a branch answers for what it has changed, and not for what main has done since, with %s',
  async (since) => {
    const folder = await branched();
    expect(await run(folder, 'check', '--changed-since', since, '.')).toEqual(fine);
    change(folder);
    const { code, out } = await run(folder, 'check', '--changed-since', since, '.');
    expect(out).toMatch(/^[^\n]*"Description" is missing\.\n$/);
    expect(code).toBe(1);
  },
);

test('main itself is not blamed where it is merged into the branch', async () => {
  const folder = await branched();
  await git(folder, 'merge', '--quiet', '--no-edit', 'main');
  expect(await run(folder, 'check', '--changed-since', 'main', '.')).toEqual(fine);
});

test.each([
  ['committed', true],
  ['only in the index', false],
])('a file that was renamed keeps its history (%s)', async (_, isCommitted) => {
  const folder = await branched();
  mkdirSync(join(folder, 'programs/new name'));
  renameSync(join(folder, file), join(folder, 'programs/new name/project_ideas.md'));
  if (isCommitted) await commit(folder, 'renamed');
  else await git(folder, 'add', '--all');
  expect(await run(folder, 'check', '--changed-since', 'main', '.')).toEqual(fine);
});

test('a file that git does not track has changed', async () => {
  const folder = await branched();
  writeIn(folder, 'programs/project_ideas.md', old);
  expect((await run(folder, 'check', '--changed-since', 'main', '.')).out).toMatch(
    /^programs\/project_ideas\.md:[^\n]*\n$/,
  );
});

test('what a change causes where it has changed nothing is found: a project without proposals', async () => {
  const before = `${drafts('One')}\n### Thanos\n\n${proposal('Last of Thanos')}`;
  const folder = await branched({ [file]: before });
  writeIn(folder, file, before.slice(0, before.indexOf('#### Last of Thanos')));
  const { out } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(out).toMatch(/^[^\n]* empty-project [^\n]*\n$/);
  await commit(folder, 'emptied');
  // It was there before.
  expect(await run(folder, 'check', '--changed-since', 'HEAD', '.')).toEqual(fine);
});

test('what a change to one file causes in another is found: a mentor who has two handles now', async () => {
  const other = 'programs/lfx-mentorship/2026/02-Jun-Aug/project_ideas.md';
  const folder = await branched({ [file]: drafts('One'), [other]: drafts('Two') });
  const { out: before } = await run(folder, 'check', '.');
  writeIn(folder, file, drafts('One').replaceAll('@ada-example', '@ada-other'));
  const { out: now } = await run(folder, 'check', '.');
  const { out } = await run(folder, 'check', '--changed-since', 'main', '.');
  const caused = now.split('\n').filter((line) => line.startsWith(other) && !before.includes(line));
  expect(caused).not.toEqual([]);
  for (const line of caused) expect(out).toContain(line);
});

test('a shallow clone is told of, and what to do', async () => {
  const folder = await branched();
  const clone = folderWith({});
  await git(clone, 'clone', '--quiet', '--depth', '1', '--no-single-branch', `file://${folder}`, '.');
  const { code, err } = await run(clone, 'check', '--changed-since', 'origin/main', '.');
  expect(code).toBe(2);
  expect(err).toBe(
    'mentorship-proposals: Git knows no commit that "origin/main" and this branch have in common where "." is. ' +
      'This clone is shallow: fetch the whole history, with "fetch-depth: 0" in GitHub Actions or "GIT_DEPTH: 0" in GitLab.\n',
  );
});

test('branches without a common beginning have nothing that can be compared', async () => {
  const folder = await branched();
  await git(folder, 'switch', '--quiet', '--orphan', 'other');
  writeIn(folder, file, old);
  await commit(folder, 'from nothing');
  const { code, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect({ code, err }).toEqual({
    code: 2,
    err: 'mentorship-proposals: Git knows no commit that "main" and this branch have in common where "." is.\n',
  });
});

test('before the first commit, everything has changed since HEAD, and there is no other revision', async () => {
  const folder = folderWith({ [file]: old });
  await git(folder, 'init', '--quiet');
  const whole = await run(folder, 'check', '.');
  expect(whole).toMatchObject({ code: 1, err: '' });
  expect(await run(folder, 'check', '--changed-since', 'HEAD', '.')).toEqual(whole);
  expect(await run(folder, 'check', '--changed-since', 'main', '.')).toMatchObject({
    code: 2,
    err: 'mentorship-proposals: Git has no revision "main" where "." is. "git branch --all" lists the branches that it has.\n',
  });
});

test('a first commit that is damaged is no reason to take everything for new', async () => {
  const folder = await branched();
  rmSync(join(folder, '.git/objects'), { recursive: true });
  mkdirSync(join(folder, '.git/objects'));
  const { code, out } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

/** Only root can give files away. */
test.skipIf(process.getuid?.() !== 0)("a repository of somebody else: git's own reason, and what to do", async () => {
  const folder = await branched();
  chownSync(folder, 12_345, 12_345);
  chownSync(join(folder, '.git'), 12_345, 12_345);
  const { code, err } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect(code).toBe(2);
  expect(err).toMatch(/dubious ownership in repository at '[^']+'\. If you trust it, run: git config --global --add/);
  expect(err.split('\n')).toHaveLength(2);
});

test('objects that are missing are no new files', async () => {
  const folder = await branched();
  const objects = join(folder, '.git/objects');
  for (const name of readdirSync(objects))
    if (/^[0-9a-f]{2}$/.test(name)) rmSync(join(objects, name), { recursive: true });
  const { code, out } = await run(folder, 'check', '--changed-since', 'main', '.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
