/** How files are replaced: whole or not at all, and as what they were. */
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  promises,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeAtomically } from '../../server/src/adapters/files/write-atomically';
import { folderWith } from '../folder';

const old = 'old and longer';
const isRoot = process.getuid?.() === 0;

function disk(): { folder: string; file: string } {
  const folder = folderWith({ 'a.md': old });
  return { folder, file: join(folder, 'a.md') };
}

test('a file is another one afterwards, with the same permissions, and nothing lies beside it', async () => {
  const { folder, file } = disk();
  chmodSync(file, 0o640);
  const before = statSync(file).ino;
  await writeAtomically(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(statSync(file).ino).not.toBe(before);
  expect(readdirSync(folder)).toEqual(['a.md']);
});

test('the temporary file has another name each time, and belongs to nobody else', async () => {
  const { file } = disk();
  const names = new Set<string>();
  const { rename } = promises;
  const renaming = vi.spyOn(promises, 'rename').mockImplementation(async (from, to) => {
    names.add(String(from));
    expect(lstatSync(String(from)).isFile()).toBe(true);
    await rename(from, to);
  });
  onTestFinished(() => renaming.mockRestore());
  for (const text of ['one', 'two']) await writeAtomically(file, text);
  expect(names.size).toBe(2);
  for (const name of names) expect(name).not.toContain(String(process.pid));
});

test('a failure leaves the file as it was, and nothing beside it', async () => {
  const { folder, file } = disk();
  const renaming = vi.spyOn(promises, 'rename').mockRejectedValue(new Error('ENOSPC: no space left on device, rename'));
  onTestFinished(() => renaming.mockRestore());
  await expect(writeAtomically(file, 'new')).rejects.toThrow('no space left');
  expect(readFileSync(file, 'utf8')).toBe(old);
  expect(readdirSync(folder)).toEqual(['a.md']);
});

describe.runIf(process.platform !== 'win32')('what a file is, it stays', () => {
  test('a link', async () => {
    const { folder, file } = disk();
    symlinkSync('a.md', join(folder, 'link.md'));
    await writeAtomically(join(folder, 'link.md'), 'new', folder);
    expect(readlinkSync(join(folder, 'link.md'))).toBe('a.md');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  test('a file with two names', async () => {
    const { folder, file } = disk();
    linkSync(file, join(folder, 'b.md'));
    await writeAtomically(file, 'new');
    expect(readFileSync(join(folder, 'b.md'), 'utf8')).toBe('new');
    expect(statSync(file).nlink).toBe(2);
    expect(readdirSync(folder)).toEqual(['a.md', 'b.md']);
  });

  test.runIf(isRoot)('another owner’s', async () => {
    const { folder, file } = disk();
    chownSync(file, 1234, 2345);
    await writeAtomically(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 2345 });
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('read-only, for root as well', async () => {
    const { folder, file } = disk();
    chmodSync(file, 0o444);
    await expect(writeAtomically(file, 'new')).rejects.toThrow('it is read-only');
    expect(readFileSync(file, 'utf8')).toBe(old);
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  test('in a folder in which nothing can be made', async () => {
    const { folder, file } = disk();
    chmodSync(folder, 0o555);
    onTestFinished(() => chmodSync(folder, 0o755));
    await writeAtomically(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });
});

test('nothing is written outside of the folder, or to what is no file', async () => {
  const { folder, file } = disk();
  mkdirSync(join(folder, 'b'));
  symlinkSync('../a.md', join(folder, 'b/link.md'));
  await expect(writeAtomically(join(folder, 'b/link.md'), 'new', join(folder, 'b'))).rejects.toThrow(
    'it is a link to a place outside the folder',
  );
  await expect(writeAtomically(join(folder, 'b'), 'new')).rejects.toThrow('it is not a regular file');
  await expect(writeAtomically(join(folder, 'none.md'), 'new')).rejects.toThrow('no such file');
  expect(readFileSync(file, 'utf8')).toBe(old);
  expect(readdirSync(folder)).toEqual(['a.md', 'b']);
});
