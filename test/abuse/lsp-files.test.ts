/** What happens to files below a server: they go, change, are links in circles, or there are far too many. */
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { fileStorage } from '../../server/src/adapters/storage/file';
import { AnswerCache } from '../../server/src/host/github/cache';
import type { Storage } from '../../server/src/host/ports';
import { folderWith, writeIn } from '../folder';
import { Editor } from '../server/client';
import { HandClock } from '../server/hand-clock';
import { complete, incomplete } from '../server/texts';
import { every, wholeOutline } from '../server/whole-outline';
import { dedent } from '../unit/marks';
import { codes, everyRequest, expectServes, paramsAt, settle } from './lsp';

const term = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const text = dedent(complete).replace('$0', '');

/** An editor whose server has read the folder. */
async function editorOn(root: string, log: (line: string) => void = () => {}): Promise<Editor> {
  const editor = await Editor.start({ files: nodeFiles(log), folder: URI.file(root).toString() });
  const read = editor.logged(/^Read \d+ proposals files/);
  await wholeOutline(editor);
  await read;
  return editor;
}

async function titles(editor: Editor): Promise<string[]> {
  return every('proposal', await wholeOutline(editor)).map(({ label }) => label);
}

/** Puts something else in the place of a file. */
function instead(file: string, make: () => void): void {
  rmSync(file);
  make();
}

describe('a file that the server knows', () => {
  const swaps: readonly [string, (file: string, root: string) => void][] = [
    ['is deleted', (file) => rmSync(file)],
    ['is deleted with all its folders', (_, root) => rmSync(join(root, 'programs'), { recursive: true })],
    ['is renamed', (file) => renameSync(file, `${file}.old`)],
    ['is rewritten', (file) => writeFileSync(file, 'nothing of it is left')],
    ['is emptied', (file) => writeFileSync(file, '')],
    ['is binary', (file) => writeFileSync(file, Buffer.alloc(100_000))],
    ['cannot be read', (file) => chmodSync(file, 0o000)],
    ['is a folder', (file) => instead(file, () => mkdirSync(file))],
    ['is a link to itself', (file) => instead(file, () => symlinkSync(file, file))],
    ['is a link to nothing', (file) => instead(file, () => symlinkSync('/nothing/here.md', file))],
    ['is a link to endless bytes', (file) => instead(file, () => symlinkSync('/dev/zero', file))],
  ];

  test.each(swaps)('%s, whether anybody tells the server or not', async (_, swap) => {
    const root = folderWith({ [term]: text, 'programs/summerofcode/2026.md': text.replaceAll('Faster', 'Other') });
    const file = join(root, term);
    const editor = await editorOn(root);
    expect(await titles(editor)).toContain('Faster queries');
    swap(file, root);
    const uri = URI.file(file).toString();
    for (const method of everyRequest) {
      const answer = await settle(editor.connection, method, paramsAt(uri));
      expect(answer instanceof Error ? answer.message : '', method).toBe('');
    }
    for (const type of [FileChangeType.Changed, FileChangeType.Deleted, FileChangeType.Created]) {
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
    }
    await titles(editor);
    await expectServes(editor);
  });

  test('is deleted and rewritten while it is open: its text in the editor counts', async () => {
    const root = folderWith({ [term]: text });
    const editor = await editorOn(root);
    const uri = URI.file(join(root, term)).toString();
    await editor.open(incomplete, uri);
    for (const change of [() => rmSync(join(root, term)), () => writeIn(root, term, '# other\n')]) {
      change();
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: FileChangeType.Changed }],
      });
      expect(await codes(editor, uri)).toEqual(['missing-field']);
    }
    await expectServes(editor);
  });
});

describe('a folder', () => {
  test('with links in circles is read once', async () => {
    const root = folderWith({ [term]: text });
    symlinkSync(root, join(root, 'programs/again'));
    symlinkSync('..', join(root, 'programs/lfx-mentorship/up'));
    symlinkSync('b.md', join(root, 'a.md'));
    symlinkSync('a.md', join(root, 'b.md'));
    const editor = await editorOn(root);
    expect(await titles(editor)).toEqual(['Faster queries']);
    await expectServes(editor);
  });

  test('of 50,000 files of others is read, and the one of ours found', { timeout: 60_000 }, async () => {
    const root = folderWith({ [term]: text });
    for (let part = 0; part < 100; part++) {
      mkdirSync(join(root, `others/${part}`), { recursive: true });
      // As in repositories of code, some of them are Markdown.
      for (let n = 0; n < 500; n++)
        writeFileSync(join(root, `others/${part}/${n}.${n < 20 ? 'md' : 'go'}`), '# Page\n');
    }
    const editor = await editorOn(root);
    expect(await titles(editor)).toEqual(['Faster queries']);
    await expectServes(editor);
    rmSync(root, { recursive: true });
  });

  test('that is not there is empty', async () => {
    const editor = await Editor.start({ files: nodeFiles(() => {}), folder: 'file:///nothing/at/all' });
    expect(await titles(editor)).toEqual([]);
    await expectServes(editor);
  });
});

describe('the cache', () => {
  test.each<[string, Partial<Storage>]>([
    ['is on a full disk', { write: () => Promise.reject(new Error('ENOSPC: no space left')) }],
    ['cannot be read', { read: () => Promise.reject(new Error('EIO: i/o error')) }],
    ['is nonsense', { read: async () => '{"version":1,"issues":[null,7,{"name":[],"answer":"x"}]}' }],
  ])('%s: what was learnt is still known', async (_, broken) => {
    const clock = new HandClock();
    const storage = { read: async () => null, write: async () => {}, ...broken };
    const cache = new AnswerCache(clock, storage, 'github.com');
    await cache.load();
    const answer = { is: 'missing', certain: true, asOf: clock.now() } as const;
    cache.set('o/r#1', { answer, etag: null, isPrivate: false });
    await cache.save();
    cache.renew('o/r#1');
    clock.advance(10_000);
    await cache.load();
    expect(cache.isFresh('o/r#1')).toBe(true);
    await expectServes(await Editor.start({ storage, clock }));
  });

  test('that never answers makes nobody wait', async () => {
    const never = () => new Promise<never>(() => {});
    await expectServes(await Editor.start({ storage: { read: never, write: never } }));
  });

  test('is written by two servers at once: each reads one of the two, whole', async () => {
    const home = folderWith({});
    const [one, other] = [fileStorage({ XDG_CACHE_HOME: home }), fileStorage({ XDG_CACHE_HOME: home })];
    const texts = [JSON.stringify('a'.repeat(300_000)), JSON.stringify('b'.repeat(100_000))];
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        await Promise.all([one.write('issues', texts[0] ?? ''), other.write('issues', texts[1] ?? '')]);
        expect(texts).toContain(await one.read('issues'));
        expect(texts).toContain(await other.read('issues'));
      }),
    );
    expect(readdirSync(join(home, 'mentorship-proposals'))).toEqual(['issues.json']);
  });

  test('is in a place where nothing can be: the server runs without', async () => {
    const home = folderWith({ 'mentorship-proposals': 'a file' });
    for (const place of [home, join(home, 'mentorship-proposals'), '/dev/full']) {
      const storage = fileStorage({ XDG_CACHE_HOME: place });
      await storage.write('issues', 'text');
      expect(await storage.read('issues')).toBeNull();
      await expectServes(await Editor.start({ storage }));
    }
  });
});
