import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CompletionItem, FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import type { FileContent, Files } from '../../server/src/host/ports';
import { outlineChanged } from '../../server/src/protocol/outline';
import { folderWith, writeIn } from '../folder';
import { dedent } from '../unit/marks';
import { Editor } from './client';
import { complete } from './texts';
import { every, type QueryResult, wholeOutline } from './whole-outline';

const term = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const newer = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const text = dedent(complete).replace('$0', '');
const ofGrace = text.replaceAll('Ada Example', 'Grace Sample').replaceAll('ada', 'grace');

/** A folder on the disk, and the files of the server in which it stands for the workspace. */
function diskWith(files: Readonly<Record<string, string>>) {
  const root = folderWith(files);
  const uri = (path: string) => URI.file(join(root, path)).toString();
  return {
    write: (path: string, content: string) => writeIn(root, path, content),
    remove: (path: string) => rmSync(join(root, path)),
    uri,
    root: URI.file(root).toString(),
  };
}

type Disk = ReturnType<typeof diskWith>;

async function editorOn(disk: Disk, files: Files = nodeFiles(() => {})): Promise<Editor> {
  const editor = await Editor.start({ files, folder: disk.root });
  await settledOutline(editor);
  return editor;
}

function outlineOf(editor: Editor): Promise<readonly QueryResult[]> {
  return wholeOutline(editor);
}

/** The outline when the server has read the folder: it tells of every change until there are none. */
async function settledOutline(editor: Editor): Promise<readonly QueryResult[]> {
  const read = editor.logged(/^Read \d+ proposals files/);
  await outlineOf(editor);
  await read;
  return outlineOf(editor);
}

function titles(terms: readonly QueryResult[]): string[] {
  return every('proposal', terms).map(({ label }) => label);
}

test('the outline has the files of the folder, newest term first, with their places', async () => {
  const disk = diskWith({ [term]: text, [newer]: text.replace('Faster', 'Newer'), 'notes.md': '# Notes\n' });
  const editor = await editorOn(disk);
  const terms = await outlineOf(editor);
  expect(titles(terms)).toEqual(['Newer queries', 'Faster queries']);
  const place = every('proposal', terms)[0]?.place;
  const line = text.split('\n').indexOf('#### Faster queries');
  expect(place).toEqual({
    uri: disk.uri(newer),
    range: { start: { line, character: 5 }, end: { line, character: 5 + 'Newer queries'.length } },
  });
});

test('an open document wins over the disk, until it is closed', async () => {
  const disk = diskWith({ [term]: text });
  const editor = await editorOn(disk);
  const opened = await editor.open(complete, disk.uri(term));
  await editor.change(opened, 'Faster queries', 'Edited');
  expect(titles(await outlineOf(editor))).toEqual(['Edited']);
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: opened.uri } });
  expect(titles(await outlineOf(editor))).toEqual(['Faster queries']);
});

test('the client hears once of changes, until it asks again', async () => {
  const disk = diskWith({ [term]: text });
  const editor = await editorOn(disk);
  let told = 0;
  editor.connection.onNotification(outlineChanged, () => void told++);
  const opened = await editor.open(complete, disk.uri(term));
  await editor.change(opened, 'Faster', 'Quicker');
  await editor.change(opened, 'Quicker', 'Quickest');
  expect(titles(await outlineOf(editor))).toEqual(['Quickest queries']);
  expect(told).toBe(1);
});

test('files that come, change and go on the disk are followed', async () => {
  const disk = diskWith({ [term]: text });
  const editor = await editorOn(disk);
  const tell = async (path: string, type: FileChangeType) => {
    const changed = editor.next(outlineChanged);
    const changes = [{ uri: disk.uri(path), type }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await changed;
    return titles(await outlineOf(editor));
  };
  disk.write(newer, text.replace('Faster', 'Newer'));
  expect(await tell(newer, FileChangeType.Created)).toEqual(['Newer queries', 'Faster queries']);
  disk.write(newer, '# Nothing left\n');
  expect(await tell(newer, FileChangeType.Changed)).toEqual(['Faster queries']);
  disk.remove(term);
  expect(await tell('programs', FileChangeType.Deleted)).toEqual([]);
});

test('folders that come and go are followed', async () => {
  const disk = diskWith({ [term]: text });
  const other = diskWith({ [newer]: text.replace('Faster', 'Other') });
  const capabilities = { workspace: { workspaceFolders: true } };
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder: disk.root, capabilities });
  await settledOutline(editor);
  const change = async (event: object) => {
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  };
  const read = editor.logged(/^Read 2 proposals files/);
  await change({ added: [{ uri: other.root, name: 'other' }], removed: [] });
  await read;
  expect(titles(await outlineOf(editor))).toEqual(['Other queries', 'Faster queries']);
  await change({ added: [], removed: [{ uri: disk.root, name: 'workspace' }] });
  expect(titles(await outlineOf(editor))).toEqual(['Other queries']);
});

test('an answer that comes late says nothing against a newer one', async () => {
  const reads: ((text: string) => void)[] = [];
  const disk = diskWith({});
  const read = (uri: string) =>
    new Promise<FileContent>((resolve) => {
      if (uri.endsWith('.md')) reads.push((text) => resolve({ is: 'text', text }));
      else resolve({ is: 'binary' });
    });
  const editor = await editorOn(disk, { ...noFiles, read });
  const tell = (type: FileChangeType) =>
    editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: disk.uri(term), type }],
    });
  await tell(FileChangeType.Created);
  await tell(FileChangeType.Changed);
  await outlineOf(editor);
  const changed = editor.next(outlineChanged);
  reads[1]?.(text.replace('Faster', 'Newest'));
  await changed;
  reads[0]?.(text);
  expect(titles(await outlineOf(editor))).toEqual(['Newest queries']);
  await tell(FileChangeType.Changed);
  await tell(FileChangeType.Deleted);
  await outlineOf(editor);
  reads[2]?.(text);
  expect(titles(await outlineOf(editor))).toEqual([]);
});

test('mentors of files that are not open are known', async () => {
  const disk = diskWith({ [newer]: ofGrace });
  const editor = await editorOn(disk);
  const opened = await editor.open(
    `${complete.replace('$0', '')}\n  #### Another\n\n  - Mentor(s):\n    - $0\n`,
    disk.uri(term),
  );
  const items = await editor.at<CompletionItem[]>('textDocument/completion', opened);
  expect(items.map(({ label }) => label)).toContain('Grace Sample (@grace-example)');
});

test('a workspace is left unread until there are proposals to see', async () => {
  const asked: string[] = [];
  const files: Files = {
    list: async (folder) => {
      asked.push(folder);
      return [];
    },
    listForms: async () => [],
    read: async () => ({ is: 'binary' }),
    readSmall: async () => ({ is: 'missing' }),
  };
  const editor = await Editor.start({ files });
  const notes = await editor.open('# Notes\n\nA mentor helps.$0\n', 'file:///workspace/notes.md');
  await editor.at('textDocument/hover', notes);
  await editor.at('textDocument/completion', notes);
  expect(asked).toEqual([]);
  const opened = await editor.open(complete);
  await editor.at('textDocument/hover', opened);
  expect(asked).toEqual(['file:///workspace']);
});
