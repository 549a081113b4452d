import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import {
  configTextRequest,
  foldersRequest,
  type WireConfigText,
  type WireFolder,
} from '../../server/src/protocol/set-up';
import { templateRequest, type WireTemplate } from '../../server/src/protocol/template';
import { folderWith, writeIn } from '../folder';
import { Editor } from './client';
import { found, refreshed } from './pull';

const idea = (title: string) => `## ${title}\n\n**Difficulty:** short\n\n**Mentors:** Ada Example\n`;
const list = `# Ideas\n\n${idea('Faster')}\n${idea('Smaller')}`;
const template = '# Title\n\n**Difficulty:** what\n\n**Mentors:** who\n\n**Weeks:** how long\n';
const config = JSON.stringify({ programs: [{ name: 'Example Summer', files: ['ideas/**'], template: 'T.md' }] });

async function start(
  files: Readonly<Record<string, string>>,
): Promise<{ editor: Editor; folder: string; uri(path: string): string }> {
  const folder = folderWith(files);
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder: URI.file(folder).toString() });
  return { editor, folder, uri: (path) => URI.file(join(folder, path)).toString() };
}

test('a template that the configuration names holds, and is followed when it changes', async () => {
  const { editor, folder, uri } = await start({
    '.mentorship-proposals.json': config,
    'T.md': template,
    'ideas/2026.md': list,
  });
  const opened = await editor.open(list, uri('ideas/2026.md'));
  expect(await found(editor, opened)).toEqual(['missing-field 1', 'missing-field 1']);
  const said = await editor.connection.sendRequest<WireTemplate>(templateRequest, { uri: opened.uri });
  expect(said).toEqual({
    source: 'file',
    path: 'T.md',
    program: 'Example Summer',
    proposals: 0,
    hasForm: false,
    hasUpstream: false,
  });
  writeIn(folder, 'T.md', template.replace('**Weeks:** how long\n', ''));
  const again = refreshed(editor);
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('T.md'), type: 2 }],
  });
  await again;
  expect(await found(editor, opened)).toEqual([]);
});

test('what is no proposals document has no template', async () => {
  const { editor, uri } = await start({});
  const opened = await editor.open('# Hello\n', uri('README.md'));
  expect(await editor.connection.sendRequest(templateRequest, { uri: opened.uri })).toBeNull();
  expect(await editor.connection.sendRequest(templateRequest, {})).toBeNull();
});

test('who sets up a repository hears what is there, and gets the configuration to be written', async () => {
  const { editor, folder } = await start({ 'gsoc/2026.md': list });
  const [first] = await editor.connection.sendRequest<WireFolder[]>(foldersRequest, {});
  expect(first?.files).toEqual([{ path: 'gsoc/2026.md', proposals: 2 }]);
  const params = { folder: first?.uri, name: 'Example', files: ['gsoc/**'], template: null };
  const answer = await editor.connection.sendRequest<WireConfigText>(configTextRequest, params);
  expect(JSON.parse(answer.text ?? '')).toEqual({ programs: [{ name: 'Example', files: ['gsoc/**'] }] });
  writeIn(folder, '.mentorship-proposals.json', '{ "ruls": {} }');
  expect(await editor.connection.sendRequest(configTextRequest, params)).toMatchObject({ text: null });
  expect(await editor.connection.sendRequest(configTextRequest, { ...params, folder: 'file:///elsewhere' })).toBeNull();
});

test('a template that cannot be used is said once, where it is named, and nothing else changes', async () => {
  const { editor, folder, uri } = await start({
    '.mentorship-proposals.json': config,
    'T.md': '# Nothing\n',
    'ideas/2026.md': list,
  });
  const published = await editor.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
  expect(published.diagnostics.map(({ message }) => message)).toEqual([
    'This template cannot be used: it shows no labels such as "Mentors:".',
  ]);
  const opened = await editor.open(list, uri('ideas/2026.md'));
  expect(await found(editor, opened)).toEqual([]);
  const again = editor.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
  writeIn(folder, 'T.md', template);
  const changes = [{ uri: uri('T.md'), type: 2 }];
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  expect((await again).diagnostics).toEqual([]);
});
