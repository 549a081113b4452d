/** What the release command writes, and when it writes nothing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, writeIn } from '../folder';

const script = resolve(import.meta.dirname, '../../scripts/release.mjs');
const unreleased = '# Changelog\n\n## Unreleased\n\n- Better.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';
const files = {
  'package.json': '{\n  "name": "a",\n  "version": "0.1.0",\n  "keywords": ["b"]\n}\n',
  'package-lock.json': JSON.stringify(
    { version: '0.1.0', packages: { '': { version: '0.1.0' }, c: { version: '0.1.0' } } },
    null,
    2,
  ),
  'CHANGELOG.md': unreleased,
};

/** A repository with one commit, in which 0.1.0 is tagged or not. */
function repository({ changelog = unreleased, tagged = true } = {}) {
  const folder = folderWith({ ...files, 'CHANGELOG.md': changelog });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '.');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'First');
  if (tagged) git('tag', 'v0.1.0');
  const release = (version: string) =>
    spawnSync(process.execPath, [script, version], { cwd: folder, encoding: 'utf8' });
  return { folder, release, read: (file: string) => readFileSync(join(folder, file), 'utf8') };
}

describe('npm run release', { tags: 'slow' }, () => {
  test('the version is set, the changelog dated, and what to press next is said', () => {
    const { release, read } = repository();
    const { status, stdout } = release('0.2.0');
    expect(status).toBe(0);
    expect(stdout).toMatch(/0\.2\.0, which is a release\.[\s\S]*git tag v0\.2\.0\n {2}git push origin HEAD v0\.2\.0/);
    expect(read('package.json')).toBe(files['package.json'].replace('0.1.0', '0.2.0'));
    const { version, packages } = JSON.parse(read('package-lock.json'));
    expect([version, packages[''].version, packages.c.version]).toEqual(['0.2.0', '0.2.0', '0.1.0']);
    expect(read('CHANGELOG.md').replace(/0\.2\.0 \(20\d\d-\d\d-\d\d\)/, 'Unreleased')).toBe(unreleased);
  });

  test('a version that was never tagged can be released as it is', () => {
    const { release, read } = repository({
      tagged: false,
      changelog: '# Changelog\n\n## 0.1.0 (unreleased)\n\n- First.\n',
    });
    expect(release('0.1.0').stdout).toContain('a pre-release');
    expect(read('CHANGELOG.md')).toMatch(/^## 0\.1\.0 \(20\d\d-\d\d-\d\d\)$/m);
  });

  test.each([
    ['', {}, 'Name the new version'],
    ['v0.2.0', {}, 'Name the new version'],
    ['0.2.0-beta', {}, 'Name the new version'],
    ['0.0.9', {}, '0.0.9 is not newer than 0.1.0.'],
    ['0.1.0', {}, 'There is a tag v0.1.0 already.'],
    ['0.2.0', { changelog: '# Changelog\n\n## 0.1.0 (2026-01-01)\n' }, 'no heading "## Unreleased"'],
    ['0.2.0', { changelog: '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-01-01)\n' }, 'says nothing below'],
  ])('%j with %j is refused in a sentence, and nothing is written', (version, options, why) => {
    const { release, read } = repository(options);
    const before = Object.keys(files).map(read);
    const { status, stderr } = release(version);
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(Object.keys(files).map(read)).toEqual(before);
  });

  test('a tree with changes is refused', () => {
    const { folder, release } = repository();
    writeIn(folder, 'new.txt', '');
    expect(release('0.2.0').stderr).toContain('Commit or stash your changes first.');
  });
});
