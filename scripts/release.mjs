/**
 * `npm run release -- X.Y.Z` prepares a release in the current folder: sets the version in package.json and its lock, and
 * dates the newest entries of CHANGELOG.md. It commits, tags and pushes nothing, but prints the commands that do.
 */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { isPreRelease } from './version.mjs';

/** The heading of what is not released yet: `## Unreleased`, or `## 1.2.3 (unreleased)`. */
const unreleased = /^## (?:unreleased|\d+\.\d+\.\d+ \(unreleased\))$/im;

try {
  const version = process.argv[2] ?? '';
  prepare(version);
  tellNext(version);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Writes the three files, or none: throws a sentence if something is in the way. */
function prepare(version) {
  const [manifest, lock, changelog] = ['package.json', 'package-lock.json', 'CHANGELOG.md'].map((file) => ({
    file,
    text: fs.readFileSync(file, 'utf8'),
  }));
  const current = JSON.parse(manifest.text).version;
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version))
    throw new Error(`Name the new version as three numbers: npm run release -- 1.2.3 (now it is ${current}).`);
  if (git('status', '--porcelain') !== '') throw new Error('Commit or stash your changes first.');
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`There is a tag v${version} already.`);
  const isTagged = git('tag', '--list', `v${current}`) !== '';
  if (compared(version, current) < (isTagged ? 1 : 0)) throw new Error(`${version} is not newer than ${current}.`);
  const files = [
    withVersion(manifest, current, version, 1),
    withVersion(lock, current, version, 2),
    { ...changelog, text: dated(changelog.text, version) },
  ];
  for (const { file, text } of files) fs.writeFileSync(file, text);
}

/** The first `times` versions of a file are its own, all others those of packages. */
function withVersion({ file, text }, current, version, times) {
  let left = times;
  const own = new RegExp(`("version": )"${current.replaceAll('.', '\\.')}"`, 'g');
  const changed = text.replace(own, (all, before) => (left-- > 0 ? `${before}"${version}"` : all));
  if (left > 0) throw new Error(`${file} does not have the version ${current}.`);
  return { file, text: changed };
}

function dated(changelog, version) {
  const today = new Date().toISOString().slice(0, 10);
  const [heading] = unreleased.exec(changelog) ?? [];
  if (!heading) throw new Error('CHANGELOG.md has no heading "## Unreleased".');
  const [, own = ''] = changelog.split(heading);
  if (own.split(/^## /m)[0]?.trim() === '') throw new Error(`CHANGELOG.md says nothing below "${heading}".`);
  return changelog.replace(heading, () => `## ${version} (${today})`);
}

function tellNext(version) {
  console.log(`package.json, package-lock.json and CHANGELOG.md now say ${version}, which is a ${
    isPreRelease(version) ? 'pre-release (its second number is odd)' : 'release'
  }. Look at them, then:

  npm test
  npm run package && npm run package:npm
  git commit --all --message "Release ${version}"
  git tag v${version}
  git push origin HEAD v${version}

The pushed tag starts .github/workflows/release.yml. Until then, "git restore ." undoes everything.`);
}

function compared(a, b) {
  const [left, right] = [a, b].map((each) => each.split('.').map(Number));
  return left.map((number, i) => number - right[i]).find((difference) => difference !== 0) ?? 0;
}

function git(...args) {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}
