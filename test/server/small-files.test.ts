/** What is read by itself, in the checkout of a stranger. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles, readFile, readFileNow } from '../../server/src/adapters/files/node-files';
import { readRegular, readRegularNow } from '../../server/src/adapters/files/regular-file';
import { readSmallFile, readSmallFileNow } from '../../server/src/adapters/files/small-files';
import { fileStorage } from '../../server/src/adapters/storage/file';
import type { SmallFile } from '../../server/src/host/ports';
import { folderWith } from '../folder';

const hasPipes = process.platform !== 'win32';
const notRegular = { is: 'no-file', why: 'it is not a regular file' };
const outside = { is: 'unreadable', why: 'it is a link to a place outside the folder' };

/** The same from both readers. */
async function small(folder: string, name: string): Promise<SmallFile> {
  const now = readSmallFileNow(join(folder, name), folder);
  expect(await readSmallFile(join(folder, name), folder)).toEqual(now);
  return now;
}

test('a small text is read without its byte order mark', async () => {
  const folder = folderWith({ a: '\uFEFF{}', 'b/c': 'Größe', empty: '', most: 'x'.repeat(1_048_576) });
  symlinkSync('b/c', join(folder, 'link'));
  expect(await small(folder, 'a')).toEqual({ is: 'text', text: '{}' });
  expect(await small(folder, 'link')).toEqual({ is: 'text', text: 'Größe' });
  expect(await small(folder, 'empty')).toEqual({ is: 'text', text: '' });
  expect(await small(folder, 'most')).toMatchObject({ is: 'text' });
  expect(await small(folder, 'none')).toEqual({ is: 'missing' });
  expect(await small(folder, 'a/none')).toEqual({ is: 'missing' });
});

test('what is too large, or no UTF-8, is told', async () => {
  const folder = folderWith({
    large: 'x'.repeat(1_048_577),
    latin1: Buffer.from('Gr\xF6\xDFe', 'latin1'),
    utf16: Buffer.from('{ "rules": {} }', 'utf16le'),
    'utf16-bom': Buffer.from('\uFEFF{}', 'utf16le'),
  });
  expect(await small(folder, 'large')).toEqual({ is: 'unreadable', why: 'it is larger than 1 MB' });
  for (const name of ['latin1', 'utf16', 'utf16-bom'])
    expect(await small(folder, name)).toEqual({ is: 'unreadable', why: 'it is not UTF-8 text' });
});

test('nothing is read that lies outside, whatever leads there', async () => {
  const elsewhere = folderWith({ secret: 'TOKEN=1' });
  const folder = folderWith({ 'a/b': '', beside: '' });
  symlinkSync(join(elsewhere, 'secret'), join(folder, 'file'));
  symlinkSync(elsewhere, join(folder, 'folder'));
  symlinkSync('file', join(folder, 'twice'));
  symlinkSync('../beside', join(folder, 'a/up'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  symlinkSync('circle', join(folder, 'circle'));
  for (const name of ['file', 'folder/secret', 'twice']) expect(await small(folder, name)).toEqual(outside);
  expect(readSmallFileNow(join(folder, 'a/up'), join(folder, 'a'))).toEqual(outside);
  expect(await small(folder, 'dangling')).toEqual({ is: 'unreadable', why: 'it is a broken link' });
  expect(await small(folder, 'circle')).toMatchObject({ is: 'unreadable' });
  expect(readSmallFileNow(`${folder}/../${elsewhere.split('/').at(-1)}/secret`, folder)).toEqual(outside);
});

describe.runIf(hasPipes)('what is no file is not waited for', () => {
  test('a folder, a pipe, a device, a socket', async () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    symlinkSync('pipe', join(folder, 'link'));
    for (const device of ['zero', 'random', 'null']) symlinkSync(`/dev/${device}`, join(folder, device));
    const socket = createServer().listen(join(folder, 's'));
    onTestFinished(() => void socket.close());
    await new Promise((resolve) => socket.once('listening', resolve));
    for (const name of ['folder', 'pipe', 'link', 'zero', 'random', 'null', 's']) {
      expect(await small(folder, name), name).toEqual(notRegular);
      expect(await readFile(join(folder, name))).toEqual({ ...notRegular, is: 'unreadable' });
      expect(readFileNow(join(folder, name))).toEqual({ ...notRegular, is: 'unreadable' });
    }
  });

  // Linux says that these have no size, and goes on for as long as it is asked.
  test.runIf(process.platform === 'linux')('a file that is longer than it says is read up to the bound', async () => {
    for (const most of [1_048_576, 8]) {
      const content = readRegularNow('/proc/self/maps', { most });
      expect((await readRegular('/proc/self/maps', { most })).is).toBe(content.is);
      expect(content.is).toBe(most === 8 ? 'unreadable' : 'bytes');
      if (content.is === 'bytes') expect(content.bytes.length).toBeGreaterThan(100);
    }
  });

  test.runIf(process.getuid?.() !== 0)('a file that nobody may read says so', async () => {
    const folder = folderWith({ a: '{}' });
    chmodSync(join(folder, 'a'), 0);
    expect(await small(folder, 'a')).toEqual({ is: 'unreadable', why: 'permission denied' });
  });
});

test('the server reads documents and lists in the same way', async () => {
  const folder = folderWith({ 'a.md': '# A\n', 'b.md/c.md': '' });
  const files = nodeFiles(expect.fail);
  const uri = (name: string) => URI.file(join(folder, name)).toString();
  const root = URI.file(folder).toString();
  expect(await files.readSmall(uri('a.md'), root)).toEqual({ is: 'text', text: '# A\n' });
  expect(await files.readSmall(uri('b.md'), root)).toEqual(notRegular);
  expect(await files.read(uri('b.md'), root)).toEqual({ is: 'unreadable', why: 'it is not a regular file' });
});

describe('the cache', () => {
  const start = () => {
    const home = folderWith({});
    const folder = join(home, 'mentorship-proposals');
    return { home, folder, storage: fileStorage({ XDG_CACHE_HOME: home }) };
  };

  test('keeps what it is given', async () => {
    const { storage } = start();
    expect(await storage.read('issues')).toBeNull();
    for (const text of ['one', 'two']) {
      await storage.write('issues', text);
      expect(await storage.read('issues')).toBe(text);
    }
  });

  /** What a reader finds, and what lies there after writing, once somebody has changed what one run had left. */
  async function afterwards(change: (folder: string, file: string) => void) {
    const { home, folder, storage } = start();
    await storage.write('issues', 'one');
    change(folder, join(folder, 'issues.json'));
    const found = await storage.read('issues');
    await storage.write('issues', 'two');
    return { found, next: await fileStorage({ XDG_CACHE_HOME: home }).read('issues') };
  }

  test.runIf(hasPipes)('does without a folder that others may write to, or that is a link', async () => {
    for (const mode of [0o777, 0o770, 0o1777, 0o702])
      expect(await afterwards((folder) => chmodSync(folder, mode))).toEqual({ found: null, next: null });
    const linked = await afterwards((folder) => {
      renameSync(folder, `${folder}-moved`);
      symlinkSync(`${folder}-moved`, folder);
    });
    expect(linked).toEqual({ found: null, next: null });
    expect(await afterwards((folder) => chmodSync(folder, 0o755))).toEqual({ found: 'one', next: 'two' });
  });

  test.runIf(hasPipes)('does not believe a file that others may write to, and writes its own', async () => {
    for (const mode of [0o666, 0o660, 0o602])
      expect(await afterwards((_, file) => chmodSync(file, mode))).toEqual({ found: null, next: 'two' });
    expect(await afterwards((_, file) => chmodSync(file, 0o644))).toEqual({ found: 'one', next: 'two' });
  });

  // Only root can give a file away.
  test.runIf(process.getuid?.() === 0)('does without what belongs to somebody else', async () => {
    const nobody = 65_534;
    expect(await afterwards((folder) => chownSync(folder, nobody, nobody))).toEqual({ found: null, next: null });
    expect(await afterwards((_, file) => chownSync(file, nobody, nobody))).toEqual({ found: null, next: 'two' });
  });

  test('neither reads nor writes through a link', async () => {
    const { home, folder, storage } = start();
    writeFileSync(join(home, 'secret'), 'secret');
    await storage.write('issues', 'one');
    rmSync(join(folder, 'issues.json'));
    symlinkSync(join(home, 'secret'), join(folder, 'issues.json'));
    expect(await storage.read('issues')).toBeNull();
    await storage.write('issues', 'two');
    expect(await storage.read('issues')).toBe('two');
    expect(readFileNow(join(home, 'secret'))).toMatchObject({ text: 'secret' });
  });
});
