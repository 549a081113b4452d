import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { clientFiles } from '../../server/src/adapters/files/client-files';
import { filesByScheme, noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { nodeFiles, readFile } from '../../server/src/adapters/files/node-files';
import { excludeFrom } from '../../server/src/host/workspace/exclude';
import { listFilesRequest, readFileRequest } from '../../server/src/protocol/files';
import { folderWith } from '../folder';

const folder = 'vscode-vfs://github/example/mentoring';

test('the files of a virtual workspace come from the client', async () => {
  const answers: Record<string, unknown> = {
    [listFilesRequest]: [`${folder}/programs/a%20b/project_ideas.md`, 7, null],
    [readFileRequest]: { is: 'text', text: '# Title\n' },
  };
  const files = clientFiles(async (method) => answers[method], expect.fail);
  expect(await files.list(folder, () => false)).toEqual([
    { uri: `${folder}/programs/a%20b/project_ideas.md`, path: 'programs/a b/project_ideas.md' },
  ]);
  expect(await files.read(`${folder}/a.md`, folder)).toEqual({ is: 'text', text: '# Title\n' });
});

test('so do its issue forms', async () => {
  const form = `${folder}/.github/ISSUE_TEMPLATE/idea.yml`;
  const asked: unknown[] = [];
  const files = clientFiles(async (_, params) => {
    asked.push(params);
    return [form];
  }, expect.fail);
  expect(await files.listForms(folder)).toEqual([{ uri: form, path: '.github/ISSUE_TEMPLATE/idea.yml' }]);
  expect(asked).toEqual([{ folder, forms: true }]);
});

test.each([undefined, null, 7, {}, { is: 'text', text: 7 }, { is: 'unreadable' }])(
  'a client that answers %j has given no file',
  async (answer) => {
    const files = clientFiles(async () => answer, expect.fail);
    expect(await files.list(folder, () => false)).toEqual([]);
    expect(await files.read(`${folder}/a.md`, folder)).toEqual({ is: 'unreadable', why: 'The editor gave no answer.' });
  },
);

test('a client that fails is a line in the log, and no files', async () => {
  const log: string[] = [];
  const files = clientFiles(
    () => Promise.reject(new Error('gone')),
    (line) => log.push(line),
  );
  expect(await files.list(folder, () => false)).toEqual([]);
  expect(log).toEqual([`The files of ${folder} could not be listed: Error: gone`]);
  expect(await files.read(folder, folder)).toEqual({ is: 'unreadable', why: 'Error: gone' });
});

test('each scheme has its own files', async () => {
  const own = { ...noFiles, read: async () => ({ is: 'binary' }) as const };
  const files = filesByScheme({ file: own }, noFiles);
  expect(await files.read('file:///a.md', 'file:///')).toEqual({ is: 'binary' });
  expect(await files.read('vscode-vfs://x/a.md', 'vscode-vfs://x')).toMatchObject({ is: 'unreadable' });
});

test('bytes are read as people mean them', async () => {
  const disk = folderWith({
    'bom.md': '\uFEFF# Größe 🚀\r\n',
    'latin1.md': Buffer.from('Gr\xF6\xDFe', 'latin1'),
    'utf16.md': Buffer.from('\uFEFF# Title', 'utf16le'),
    'empty.md': '',
  });
  const read = (name: string) => readFile(`${disk}/${name}`);
  expect(await read('bom.md')).toEqual({ is: 'text', text: '# Größe 🚀\r\n', bom: true, exact: true });
  expect(await read('latin1.md')).toEqual({ is: 'text', text: 'Gr\uFFFD\uFFFDe', bom: false, exact: false });
  expect(await read('utf16.md')).toEqual({ is: 'binary', why: expect.stringMatching(/^it /) });
  expect(await read('empty.md')).toEqual({ is: 'text', text: '', bom: false, exact: true });
  expect(await read('none.md')).toEqual({ is: 'unreadable', why: 'no such file or directory' });
});

test('a folder is listed without files that are hidden, of another kind, or outside of it', async () => {
  const other = folderWith({ 'outside.md': '' });
  const names = ['a.md', 'a/b.MD', 'a/c.txt', 'hidden/d.md', 'node_modules/e.md', 'a/.git/f.md', '.github/g.md'];
  const disk = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
  symlinkSync(join(disk, 'a.md'), join(disk, 'link.md'));
  symlinkSync(join(other, 'outside.md'), join(disk, 'leads-out.md'));
  symlinkSync(other, join(disk, 'folder'));
  const files = nodeFiles(expect.fail);
  const uri = (name: string) => URI.file(join(disk, name)).toString();
  const exclude = excludeFrom({ '**/hidden': true, a: false, '**/*.md': { when: '$(basename).ts' } });
  const listed = await files.list(URI.file(disk).toString(), exclude);
  expect(listed.map(({ path }) => path)).toEqual(['.github/g.md', 'a/b.MD', 'a.md', 'link.md']);
  expect(await files.list(uri('a.md'), exclude)).toEqual([]);
  expect(await files.list(uri('gone'), exclude)).toEqual([]);
  const root = URI.file(disk).toString();
  expect(await files.read(uri('link.md'), root)).toMatchObject({ is: 'text' });
  expect(await files.read(uri('leads-out.md'), root)).toEqual({
    is: 'unreadable',
    why: 'it is a link to a place outside the folder',
  });
});

test.each([
  [{ '**/.*': true }, '.github/a.md', true],
  [{ 'a/': true }, 'a/b/c.md', true],
  [{ 'a/*.md': true }, 'a/b/c.md', false],
  [{ '**/{x,y}': true }, 'b/y/c.md', true],
  [{ '!(a)': true }, 'b/c.md', false],
  [{ '': true, a: 'yes' }, 'a/c.md', false],
  [null, 'a/node_modules/b.md', true],
  ['a', 'a', false],
])('the setting files.exclude as %j hides %s: %s', (setting, path, hides) => {
  expect(excludeFrom(setting)(path)).toBe(hides);
});
