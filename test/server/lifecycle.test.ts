import { expect, test } from 'vitest';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { Editor } from './client';
import { incomplete } from './texts';

test('the server says what it can do, and nothing that it cannot', async () => {
  const { started } = await Editor.start();
  expect(started.serverInfo).toEqual({ name: 'mentorship-proposals', version: '1.2.3' });
  const { textDocumentSync, positionEncoding, ...provided } = started.capabilities;
  expect(textDocumentSync).toMatchObject({ openClose: true, change: 2 });
  expect(positionEncoding).toBe('utf-16');
  expect(Object.keys(provided).sort()).toEqual([
    'codeActionProvider',
    'codeLensProvider',
    'completionProvider',
    'definitionProvider',
    'diagnosticProvider',
    'documentHighlightProvider',
    'documentLinkProvider',
    'documentSymbolProvider',
    'hoverProvider',
    'inlayHintProvider',
    'referencesProvider',
    'renameProvider',
    'workspace',
    'workspaceSymbolProvider',
  ]);
});

test('an editor that shows the headings of Markdown by itself gets no second outline', async () => {
  const { started } = await Editor.start({ options: { headings: true } });
  expect(started.capabilities.documentSymbolProvider).toBe(false);
});

test('a client that says nothing about itself is served', async () => {
  const editor = await Editor.start({ capabilities: {}, options: 'nonsense' });
  expect(await editor.connection.sendRequest('shutdown')).toBeNull();
});

test('an error inside a request is one line in the log and an empty answer', async () => {
  const failing = { ...noFiles, read: () => Promise.reject(new Error('unused')) };
  const clock = { now: () => 0, after: (): never => fail('the clock is broken'), pause: async () => {} };
  const editor = await Editor.start({ throwErrors: false, files: failing, clock });
  const opened = await editor.open(incomplete.replace('github.com', 'git$0hub.com').replace('Faster $0', 'Faster '));
  expect(await editor.at('textDocument/hover', opened)).toBeNull();
  expect(editor.log.filter((line) => line.includes('hover failed: the clock is broken'))).toHaveLength(1);
});

test('an error inside a request is loud where a test wants it', async () => {
  const clock = { now: () => 0, after: (): never => fail('the clock is broken'), pause: async () => {} };
  const editor = await Editor.start({ clock });
  const opened = await editor.open(incomplete.replace('github.com', 'git$0hub.com').replace('Faster $0', 'Faster '));
  await expect(editor.at('textDocument/hover', opened)).rejects.toThrow('the clock is broken');
});

function fail(why: string): never {
  throw new Error(why);
}
