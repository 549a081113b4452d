/** A file of the index that became a link without an event: the target is neither read nor changed. */
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { checkFileRequest, exportFileRequest, exportRequest, termsRequest } from '../../server/src/protocol/commands';
import { folderWith } from '../folder';
import { dedent } from '../unit/marks';
import { Editor } from './client';
import { complete } from './texts';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const text = dedent(complete);
const plain = text.replace('$0', '');

/** An editor on a folder in which `change` has been done to a file since it was read. */
async function editorAfter(change: (file: string, outside: string) => void) {
  const root = folderWith({ [drafts]: plain, [older]: plain });
  const outside = folderWith({ 'outside.md': `\n\n${plain.replace('Faster', 'Secret')}` });
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder: URI.file(root).toString() });
  await editor.connection.sendRequest(termsRequest, {});
  change(join(root, older), join(outside, 'outside.md'));
  const uri = (path: string) => URI.file(join(root, path)).toString();
  const ask = <T>(method: string, params: object) => editor.connection.sendRequest<T>(method, params);
  return { editor, ask, uri };
}

const changes: Record<string, (file: string, outside: string) => void> = {
  'a link that leads out': (file, outside) => {
    rmSync(file);
    symlinkSync(outside, file);
  },
  'below a folder that leads out': (file, outside) => {
    const folder = join(file, '..');
    renameSync(folder, `${folder}-before`);
    renameSync(outside, join(outside, '..', 'project_ideas.md'));
    symlinkSync(join(outside, '..'), folder);
  },
};

test.each(Object.entries(changes))('a file that is now %s is neither exported nor checked', async (_, change) => {
  const { ask, uri } = await editorAfter(change);
  expect(await ask(exportRequest, { term: null, format: 'json' })).toMatchObject({ files: [uri(older), uri(drafts)] });
  expect(await ask(exportFileRequest, { uri: uri(older), format: 'json' })).toBeNull();
  expect(await ask(exportFileRequest, { uri: uri(drafts), format: 'json' })).toContain('Faster queries');
  expect(await ask(checkFileRequest, { uri: uri(older) })).toBeNull();
});

test.each(Object.entries(changes))('nothing is renamed if one of the files is now %s', async (_, change) => {
  const { editor, uri } = await editorAfter(change);
  const opened = await editor.open(text.replace('$0', '').replace('@ada-', '@a$0da-'), uri(drafts));
  const renaming = editor.at<WorkspaceEdit>('textDocument/rename', opened, { newName: 'ada-sample' });
  await expect(renaming).rejects.toThrow(`${older} cannot be read: it is a link to a place outside the folder`);
});

test('an unchanged file is exported, checked and renamed', async () => {
  const { editor, ask, uri } = await editorAfter(() => {});
  expect(await ask(exportFileRequest, { uri: uri(older), format: 'json' })).toContain('Faster queries');
  expect(await ask(checkFileRequest, { uri: uri(older) })).not.toBeNull();
  const opened = await editor.open(text.replace('$0', '').replace('@ada-', '@a$0da-'), uri(drafts));
  const edit = await editor.at<WorkspaceEdit>('textDocument/rename', opened, { newName: 'ada-sample' });
  expect(edit.documentChanges).toHaveLength(2);
});
