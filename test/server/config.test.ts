/** What an editor is told of a repository's configuration that is broken, and what is not done until it is right. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CodeAction, FileChangeType, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import type { SmallFile } from '../../server/src/host/ports';
import { fixAllKind, fixLayoutKind } from '../../server/src/protocol/actions';
import { folderWith, writeIn } from '../folder';
import { Editor, type Opened } from './client';
import { HandClock } from './hand-clock';
import { found, refreshed } from './pull';
import { complete, incomplete } from './texts';

const config = '.mentorship-proposals.json';
const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const published = 'textDocument/publishDiagnostics';
const mislabelled = complete.replace('Expected Outcome', 'Expected Outcomes');
const capabilities = {
  textDocument: { diagnostic: {}, codeAction: { disabledSupport: true } },
  workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
};

/** An editor on a folder of the disk; `said` is what it is told of the configuration at its start. */
async function editorOn(files: Readonly<Record<string, string>>) {
  const root = folderWith(files);
  const uri = (path: string) => URI.file(join(root, path)).toString();
  const folder = URI.file(root).toString();
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder, capabilities });
  const said = editor.next<PublishDiagnosticsParams>(published);
  /** Done with what the server publishes next. */
  const tell = async (type: FileChangeType) => {
    const next = editor.next<PublishDiagnosticsParams>(published);
    const changes = [{ uri: uri(config), type }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    return next;
  };
  const write = (text: string) => {
    writeIn(root, config, text);
    return tell(FileChangeType.Changed);
  };
  return { editor, root, folder, uri, tell, write, said };
}

function actions(editor: Editor, { uri, document }: Opened, only?: string): Promise<CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf('Expected Outcomes'));
  const context = { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) };
  return editor.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context,
  });
}

test('a mistake is a finding at its place, even if the file is closed', async () => {
  const { editor, uri, said } = await editorOn({ [config]: '{\n  "rules": {\n    "mentor-emial": "off"\n  }\n}\n' });
  const { diagnostics, uri: of } = await said;
  expect(of).toBe(uri(config));
  expect(diagnostics).toEqual([
    {
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 18 } },
      severity: 1,
      code: 'configuration',
      source: 'mentorship-proposals',
      message: expect.stringMatching(
        /^"rules\.mentor-emial" is not a rule\. Did you mean "mentor-email"\? Until then,/,
      ),
    },
  ]);
  await editor.logged(/^\.mentorship-proposals\.json: "rules\.mentor-emial" is not a rule/);
});

test.each([
  ['', 'The file is empty.'],
  ['{ "rules": {}, }', 'Line 1 is not JSON: there is a comma too many.'],
  ['{ "files": {} }'.padEnd(1_048_577), 'The file cannot be used: it is larger than 1 MB.'],
])('%.20s is a mistake', async (text, message) => {
  const { said } = await editorOn({ [config]: text });
  expect((await said).diagnostics).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test('the finding disappears when the file is fixed or deleted', async () => {
  const { root, write, tell, said } = await editorOn({ [config]: '{' });
  expect((await said).diagnostics).toHaveLength(1);
  expect((await write('{}')).diagnostics).toEqual([]);
  expect((await write('{ "x": 1, "y": 2 }')).diagnostics).toHaveLength(2);
  rmSync(join(root, config));
  expect((await tell(FileChangeType.Deleted)).diagnostics).toEqual([]);
});

test('the finding goes with its folder, and comes with it', async () => {
  const { editor, folder, said } = await editorOn({ [config]: '{' });
  await said;
  const own = [{ uri: folder, name: 'workspace' }];
  const change = (event: object) => {
    const next = editor.next<PublishDiagnosticsParams>(published);
    void editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    return next;
  };
  expect((await change({ added: [], removed: own })).diagnostics).toEqual([]);
  expect((await change({ added: own, removed: [] })).diagnostics).toHaveLength(1);
});

test('until it is right, many things are not fixed at once, and a person may fix one', async () => {
  const { editor, uri, write, said } = await editorOn({ [config]: '{}}' });
  await said;
  const opened = await editor.open(mislabelled, uri(drafts));
  await editor.change(opened, 'are slow', 'are slower');
  expect(await found(editor, opened)).toEqual(['field-label 3']);
  expect(await actions(editor, opened, fixAllKind)).toEqual([]);
  expect(await actions(editor, opened, fixLayoutKind)).toMatchObject([
    { kind: fixLayoutKind, disabled: { reason: expect.stringContaining(config) } },
  ]);
  const titles = (await actions(editor, opened)).map(({ title }) => title);
  expect(titles[0]).toContain('Expected Outcome');
  expect(titles.filter((title) => /^Fix (all|layout|the layout)/.test(title))).toEqual([]);
  await write('{}');
  for (const kind of [fixAllKind, fixLayoutKind]) expect(await actions(editor, opened, kind)).toMatchObject([{ kind }]);
});

test('until it is right again, the rules are those that were right last', async () => {
  const { editor, uri, write } = await editorOn({ [config]: '{ "rules": { "missing-field": "hint" } }' });
  const opened = await editor.open(incomplete, uri(drafts));
  expect(await found(editor, opened)).toEqual(['missing-field 4']);
  await write('{ "rules": { "missing-field": "off" }, }');
  expect(await found(editor, opened)).toEqual(['missing-field 4']);
});

test('of a configuration that is right nothing is said', async () => {
  const { editor, uri } = await editorOn({ [config]: '{ "rules": { "missing-field": "hint" } }' });
  await found(editor, await editor.open(incomplete, uri(drafts)));
  expect(editor.said).not.toContain(published);
});

test('findings wait for a configuration no longer than a person does, and come again when it is there', async () => {
  let answer: (content: SmallFile) => void = () => {};
  const readSmall = (uri: string) =>
    uri.endsWith(config) ? new Promise<SmallFile>((resolve) => (answer = resolve)) : noFiles.readSmall(uri, '');
  const clock = new HandClock();
  const editor = await Editor.start({ files: { ...noFiles, readSmall }, clock, capabilities });
  const opened = await editor.open(incomplete);
  const first = found(editor, opened);
  await editor.at('textDocument/hover', { ...opened, uri: 'file:///workspace/other.md' });
  clock.advance(10_000);
  expect(await first).toEqual(['missing-field 1']);
  const again = refreshed(editor);
  answer({ is: 'text', text: '{ "rules": { "missing-field": "off" } }' });
  await again;
  expect(await found(editor, opened)).toEqual([]);
});
