/** Which configuration applies to a file of the command line, on folders of the disk. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigFiles } from '../../server/src/adapters/files/config-files';
import { folderWith } from '../folder';

const name = '.mentorship-proposals.json';
const hint = '{ "rules": { "toc": "hint" } }';
const off = '{ "rules": { "toc": "off" }, "files": { "exclude": ["sub/old.md"] } }';

test('the nearest one upwards applies, and is read once', () => {
  const folder = folderWith({ '.git/HEAD': '', [name]: off, [`a/${name}`]: hint, 'a/b/c.md': '', 'd/e.md': '' });
  const configs = new ConfigFiles();
  expect(configs.around(join(folder, 'a/b'), folder)).toMatchObject({
    folder: join(folder, 'a'),
    config: { rules: { toc: 'hint' } },
  });
  expect(configs.around(join(folder, 'd'), join(folder, 'd/e.md'))).toMatchObject({
    folder,
    config: { rules: { toc: 'off' } },
  });
  expect(configs.around(join(folder, 'd'), folder)).toBe(configs.around(join(folder, 'd'), folder));
  expect(configs.problems).toEqual([]);
});

test('configurations above the repository, or above the given folder, do not apply', () => {
  const folder = folderWith({ [name]: off, 'repo/.git': 'gitdir: /x', 'repo/a/b.md': '', 'free/a/b.md': '' });
  const configs = new ConfigFiles();
  for (const [below, given] of [
    ['repo/a', 'repo/a'],
    ['repo/a', 'repo/a/b.md'],
    ['free/a', 'free/a'],
    ['free/a', 'free/a/b.md'],
    ['free/a', 'free'],
  ] as const)
    expect(configs.around(join(folder, below), join(folder, given)).folder).toBeNull();
  expect(configs.around(join(folder, 'free/a'), folder).folder).toBe(folder);
});

test('a link that leads into a repository belongs to that repository', () => {
  const folder = folderWith({ [name]: hint, 'repo/.git/HEAD': '', [`repo/${name}`]: off, 'repo/sub/old.md': '' });
  symlinkSync('repo/sub', join(folder, 'link'));
  const placed = new ConfigFiles().around(join(folder, 'link'), join(folder, 'link'));
  expect(placed.config.rules).toEqual({ toc: 'off' });
  expect(placed.covers(join(folder, 'link/old.md'))).toBe(false);
  expect(placed.covers(join(folder, 'link/new.md'))).toBe(true);
});

test('each problem is a sentence behind the place', () => {
  const folder = folderWith({ [name]: '{\n  "ruls": 1,\n  "files": []\n}', [`a/${name}`]: '', 'a/b.md': '' });
  const configs = new ConfigFiles();
  const shown = relative('.', folder);
  configs.around(join(folder, 'a'), folder);
  expect(configs.problems).toEqual([`${shown}/a/${name}:1:1: The file is empty.`]);
  expect(configs.around(folder, folder)).toMatchObject({ folder, config: { rules: {} } });
  expect(configs.problems.slice(1)).toEqual([
    `${shown}/${name}:2:3: "ruls" is not allowed here. Use rules, files or programs.`,
    `${shown}/${name}:3:12: "files" must be an object with "include" and "exclude".`,
  ]);
});

test('what leads out or is too large is a problem', () => {
  const elsewhere = folderWith({ 'config.json': hint });
  const folder = folderWith({ [`large/${name}`]: '{}'.padEnd(1_048_577), 'link/a.md': '', 'above/a.md': '' });
  symlinkSync(join(elsewhere, 'config.json'), join(folder, 'link', name));
  symlinkSync(elsewhere, join(folder, 'above/dir'));
  const configs = new ConfigFiles();
  for (const below of ['large', 'link']) configs.around(join(folder, below), folder);
  const shown = relative('.', folder);
  expect(configs.problems).toEqual([
    `cannot use ${shown}/large/${name}: it is larger than 1 MB.`,
    `cannot use ${shown}/link/${name}: it is a link to a place outside the folder.`,
  ]);
  expect(configs.around(join(folder, 'above/dir'), folder).folder).toBeNull();
});

test.runIf(process.platform !== 'win32')('something that is not a regular file is skipped', () => {
  const folder = folderWith({ [name]: hint, 'a/b.md': '', 'c/d.md': '', 'e/f.md': '' });
  execFileSync('mkfifo', [join(folder, 'a', name)]);
  symlinkSync('/dev/zero', join(folder, 'c', name));
  mkdirSync(join(folder, 'e', name));
  const configs = new ConfigFiles();
  for (const below of ['a', 'c', 'e'])
    expect(configs.around(join(folder, below), folder)).toMatchObject({ folder, config: { rules: { toc: 'hint' } } });
  expect(configs.problems).toEqual([]);
  const shown = relative('.', folder);
  expect(configs.remarks).toEqual(
    ['a', 'c', 'e'].map((below) => `ignored ${shown}/${below}/${name}: it is not a regular file.`),
  );
});
