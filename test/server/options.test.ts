/** Limits that a repository and a person set: one value for findings, hints, hovers, renaming and new proposals. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileChangeType, type Hover, type InlayHint } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { renameHeadingRequest } from '../../server/src/protocol/rename';
import { folderWith, writeIn } from '../folder';
import { Editor, type Opened } from './client';
import { pull, refreshed } from './pull';

const config = '.mentorship-proposals.json';
const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};
const draft = `### Jaeger

#### $0Faster queries

- Description: Make it fast.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Bo Sample (@bo-sample, bo@example.org)
  - Cy Instance (@cy-instance, cy@example.org)
`;

async function editorOn(rules: unknown, personal: unknown = {}) {
  const root = folderWith({ [config]: JSON.stringify({ rules }), [drafts]: '' });
  const folder = URI.file(root).toString();
  const options = { rules: personal, inlayHints: 'always' };
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder, capabilities, options });
  const opened = await editor.open(draft, URI.file(join(root, drafts)).toString());
  return { editor, opened, root, configUri: URI.file(join(root, config)).toString() };
}

async function labels(editor: Editor, opened: Opened) {
  const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
  const hints = await editor.at<InlayHint[]>('textDocument/inlayHint', opened, { range });
  return hints.map(({ label }) => label);
}

async function found(editor: Editor, opened: Opened, rule: string) {
  const { items = [] } = await pull(editor, opened);
  return items.filter(({ code }) => code === rule).map(({ message, severity }) => ({ message, severity }));
}

test('a limit of the repository holds wherever it is told', async () => {
  const { editor, opened } = await editorOn({ 'program-name': { max: 20 }, 'description-length': { max: 13 } });
  expect(await found(editor, opened, 'program-name')).toMatchObject([
    { message: expect.stringContaining('(43 of 20)') },
  ]);
  expect(await labels(editor, opened)).toEqual(['43/20', '13/13']);
  const hover = await editor.at<Hover>('textDocument/hover', opened);
  expect(hover.contents).toMatchObject({ value: expect.stringContaining('43 of 20 characters') });
});

test('renaming warns at the limit that is set', async () => {
  const { editor, opened } = await editorOn({ 'program-name': { max: 45 } });
  const answer = await editor.connection.sendRequest(renameHeadingRequest, {
    uri: opened.uri,
    position: opened.caret,
    from: 'Faster queries',
    to: 'Much faster queries',
  });
  expect(answer).toMatchObject({ is: 'renamed', warning: expect.stringContaining('(48 of 45)') });
});

test('what the repository leaves open, the person says', async () => {
  const personal = { 'mentor-count': { severity: 'error', max: 9, min: 5 }, 'description-length': { max: 5 } };
  const { editor, opened } = await editorOn({ 'mentor-count': { max: 2 }, 'description-length': 'hint' }, personal);
  expect(await found(editor, opened, 'mentor-count')).toEqual([
    { severity: 1, message: expect.stringContaining('at most 2 of these 3 mentors') },
  ]);
  expect(await found(editor, opened, 'description-length')).toEqual([
    { severity: 4, message: expect.stringContaining('of 5 characters.') },
  ]);
});

test('a limit that changes is followed by findings and hints', async () => {
  const { editor, opened, root, configUri } = await editorOn({});
  expect(await found(editor, opened, 'mentor-count')).toEqual([]);
  expect(await labels(editor, opened)).toEqual(['43/100', '13/3,000']);
  const hints = new Promise<void>((resolve) => {
    editor.connection.onRequest('workspace/inlayHint/refresh', () => resolve());
  });
  const findings = refreshed(editor);
  writeIn(root, config, '{ "rules": { "mentor-count": { "max": 2 }, "description-length": { "max": 14 } } }');
  const changes = [{ uri: configUri, type: FileChangeType.Changed }];
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await Promise.all([hints, findings]);
  expect(await found(editor, opened, 'mentor-count')).toHaveLength(1);
  expect(await labels(editor, opened)).toEqual(['43/100', '13/14']);
});
