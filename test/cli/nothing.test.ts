/** A check of nothing passes for no good one, and what is wrong with one path keeps nobody from checking the others. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run, runAsNobody, runOn } from './program';

const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const found = /^[^\n]*project_ideas\.md:\d+:6 error missing-field "Recommended Skills" is missing\.\n$/;
const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const published = `# Term 1\n\nStatus: Completed\n\n### Jaeger\n\n${proposal('Old', ['Upstream Issue'])}`;
const excluding = '{ "files": { "exclude": ["out/**"] } }';

const some = 'Name a file or folder that has some.';

test.each([
  ['an empty folder', 'empty', `There are no proposals in "empty". ${some}`],
  ['a file without proposals', 'README.md', `There are no proposals in "README.md". ${some}`],
  [
    'a file that is excluded',
    'out/project_ideas.md',
    'All proposals in "out/project_ideas.md" are excluded by .mentorship-proposals.json. Change "files" there to check them.',
  ],
  [
    'a folder that is excluded',
    'out',
    'All proposals in "out" are excluded by .mentorship-proposals.json. Change "files" there to check them.',
  ],
  [
    'a folder that Git ignores',
    'built',
    'There are no proposals in "built" apart from what .gitignore names. Add --no-ignore to check that, too.',
  ],
])('%s is said, and the exit code is 2', async (_, path, message) => {
  const folder = folderWith({
    '.mentorship-proposals.json': excluding,
    '.gitignore': 'built/\n',
    'README.md': '# Something else\n',
    'built/project_ideas.md': broken,
    'out/project_ideas.md': broken,
    'project_ideas.md': drafts('One'),
  });
  mkdirSync(join(folder, 'empty'));
  await git(folder, 'init', '--quiet');
  const err = `mentorship-proposals: ${message} Or add --allow-empty.\n`;
  expect(await run(folder, 'check', path)).toEqual({ code: 2, out: '', err });
  expect(await run(folder, 'check', path, 'project_ideas.md')).toEqual({ code: 2, out: '', err });
  const said = `mentorship-proposals: ${message}\n`;
  expect(await run(folder, 'check', '--allow-empty', path)).toEqual({ code: 0, out: '', err: said });
  // A hook names every file of a change.
  expect(await run(folder, 'check', '--allow-empty', path, 'project_ideas.md')).toEqual({ code: 0, out: '', err: '' });
});

test('the current folder, if nobody has named it, may be empty', async () => {
  const err = `mentorship-proposals: There are no proposals in the current folder. ${some}\n`;
  expect(await run(folderWith({}), 'check')).toEqual({ code: 0, out: '', err });
});

test('only published terms: what to do is said, and doing it checks them', async () => {
  const folder = folderWith({ [readme]: published });
  const { code, err } = await run(folder, 'check', 'programs');
  expect(code).toBe(0);
  expect(err).toBe(
    'mentorship-proposals: There are only published terms in "programs". Add --published to check them.\n',
  );
  expect((await run(folder, 'check', '--published', 'programs')).out).toContain('"Upstream Issue" is missing');
});

test('published terms beside drafts that hold no proposal: what to do is said, too', async () => {
  const moved = '# Proposals have moved\n\nOpen an issue instead.\n';
  const folder = folderWith({ [readme]: published, [readme.replace('README', 'project_ideas')]: moved });
  const err = 'mentorship-proposals: There are only published terms in "programs". Add --published to check them.\n';
  expect(await run(folder, 'check', 'programs')).toEqual({ code: 0, out: '', err });
  expect(await run(folder, 'check', '--published', 'programs')).toMatchObject({ code: 1, err: '' });
});

test('files that Git ignores are passed over, unless they are named or asked for', async () => {
  const folder = folderWith({
    '.gitignore':
      '*.tmp.md\n/copy/\n!copy/kept.md\n# a comment\nnested/**/project_ideas.md\n!nested/b/project_ideas.md\n',
    'a/.gitignore': 'project_ideas.md\n',
    ...Object.fromEntries(
      ['project_ideas.md', 'draft.tmp.md', 'copy/project_ideas.md', 'copy/kept.md', 'a/project_ideas.md'].map(
        (path) => [path, broken],
      ),
    ),
    'a/copy/project_ideas.md': broken,
    'nested/a/project_ideas.md': broken,
    'nested/b/project_ideas.md': broken,
    'other/copy/project_ideas.md': broken,
  });
  await git(folder, 'init', '--quiet');
  const { out: unignored } = await git(folder, 'ls-files', '--others', '--exclude-standard', '*.md');
  const pathsIn = (out: string) => [...new Set(out.match(/^[^:\n]+(?=:)/gm))];
  const kept = unignored.trim().split('\n').sort();
  expect(kept).toEqual(['nested/b/project_ideas.md', 'other/copy/project_ideas.md', 'project_ideas.md']);
  expect(pathsIn((await run(folder, 'check', '.')).out).sort()).toEqual(kept);
  const listed = JSON.parse((await run(folder, 'list', '--json', '.')).out).files;
  expect(listed.map(({ file }: { file: string }) => file).sort()).toEqual(kept);
  expect(pathsIn((await run(folder, 'check', '--no-ignore', '.')).out)).toHaveLength(9);
  expect((await run(folder, 'check', 'draft.tmp.md')).out).toContain('draft.tmp.md:');
});

test('list and check call a file the same, and both leave out what is excluded', async () => {
  const folder = folderWith({
    '.mentorship-proposals.json': excluding,
    'programs/project_ideas.md': broken,
    'out/project_ideas.md': broken,
  });
  for (const [cwd, path] of [
    ['', '.'],
    ['', 'programs'],
    ['', 'programs/project_ideas.md'],
    ['out', '../programs'],
  ] as const) {
    const { files } = JSON.parse((await run(join(folder, cwd), 'list', '--json', path)).out);
    const { findings } = JSON.parse((await run(join(folder, cwd), 'check', '--format=json', path)).out);
    expect(files.map(({ file }: { file: string }) => file)).toEqual([findings[0].path]);
  }
});

test('a file that is gone is said, and the rest is checked', async () => {
  const folder = folderWith({ 'project_ideas.md': broken });
  const { code, out, err } = await run(folder, 'check', 'gone.md', 'project_ideas.md');
  expect(out).toMatch(found);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'mentorship-proposals: gone.md does not exist.\nmentorship-proposals: 1 file failed.\n',
  });
});

test('a link that leads to nothing, a pipe and a device are said, and the rest is checked', async () => {
  const folder = folderWith({ 'project_ideas.md': broken });
  symlinkSync('nowhere', join(folder, 'link.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  const { code, out, err } = await run(folder, 'check', 'link.md', 'pipe.md', '/dev/null', 'project_ideas.md');
  expect(out).toMatch(found);
  expect(code).toBe(2);
  expect(err).toBe(
    `${['link.md could not be read: it is a broken link.', 'pipe.md could not be read: it is not a regular file.', '/dev/null could not be read: it is not a regular file.', '3 files failed.'].map((line) => `mentorship-proposals: ${line}\n`).join('')}`,
  );
});

test.skipIf(process.platform === 'win32')('a folder that may not be read is said to be so', async () => {
  const folder = folderWith({ 'closed/project_ideas.md': broken, 'project_ideas.md': broken });
  chmodSync(join(folder, 'closed'), 0);
  const { code, out, err } = await runAsNobody(folder, 'check', '.', 'closed/project_ideas.md');
  chmodSync(join(folder, 'closed'), 0o755);
  expect(out).toMatch(found);
  expect(code).toBe(2);
  expect(err).toContain('closed/project_ideas.md could not be read: permission denied.');
  expect(err).toContain('mentorship-proposals: closed could not be read: permission denied.');
});

test('a path twice, one inside another, and a link to the same file count once', async () => {
  const folder = folderWith({ 'a/project_ideas.md': broken });
  symlinkSync('project_ideas.md', join(folder, 'a/again.md'));
  for (const paths of [
    ['a', 'a'],
    ['.', 'a'],
    ['a', '.'],
    ['a/project_ideas.md', 'a', './a/project_ideas.md'],
    ['a', 'a/project_ideas.md'],
  ]) {
    const { code, out, err } = await run(folder, 'check', ...paths);
    expect(out).toMatch(found);
    expect({ code, err }).toEqual({ code: 1, err: '' });
  }
});

test('a published file that is named is checked, even if its folder is named, too', async () => {
  const folder = folderWith({ [readme]: published });
  for (const paths of [
    ['.', readme],
    [readme, '.'],
  ])
    expect(await run(folder, 'check', ...paths)).toMatchObject({ code: 1, err: '' });
});

test('standard input is checked under the name that it is given, with the configuration of that place', async () => {
  const folder = folderWith({
    'programs/.mentorship-proposals.json': '{ "rules": { "missing-field": "hint" } }',
    'project_ideas.md': broken,
  });
  const name = 'programs/project_ideas.md';
  const { code, out } = await runOn(broken, folder, 'check', '--stdin-filename', name, '-', 'project_ideas.md');
  expect(out.split('\n').map((line) => line.replace(/:.*:\d+/, ''))).toEqual([
    `${name} hint missing-field "Recommended Skills" is missing.`,
    'project_ideas.md error missing-field "Recommended Skills" is missing.',
    '',
  ]);
  expect(code).toBe(1);
  expect(await runOn('# Something else\n', folder, 'check', '-')).toEqual({
    code: 2,
    out: '',
    err: `mentorship-proposals: There are no proposals in standard input. ${some} Or add --allow-empty.\n`,
  });
});
