import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { caretMoved } from '../../server/src/protocol/caret';
import { extensionId } from '../extension-id';
import { folderWith, writeIn } from '../folder';
import { dedent } from '../unit/marks';
import { draftsUri, Editor, type Opened } from './client';
import { found, pull, refreshed } from './pull';
import { complete, incomplete } from './texts';

const config = '.mentorship-proposals.json';
const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const vscode = {
  textDocument: { diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1 as const] } } },
  workspace: { diagnostics: { refreshSupport: true } },
};
const link = `vscode://${extensionId}/rules/`;

/** An editor on a folder of the disk. */
async function editorOn(files: Readonly<Record<string, string>>, options: object = {}) {
  const root = folderWith(files);
  const uri = (path: string) => URI.file(`${root}/${path}`).toString();
  const folder = URI.file(root).toString();
  const editor = await Editor.start({ files: nodeFiles(expect.fail), folder, capabilities: vscode, options });
  const write = async (path: string, text: string, type: FileChangeType = FileChangeType.Changed) => {
    writeIn(root, path, text);
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uri(path), type }],
    });
  };
  return { editor, uri, write };
}

/** Opens a document and waits until the other files of the folder have been read. */
async function openKnowing(editor: Editor, source: string, uri: string): Promise<Opened> {
  const read = editor.logged(/^Read \d+ proposals files/);
  const opened = await editor.open(source, uri);
  await read;
  return opened;
}

function moveCaret(editor: Editor, { uri, document }: Opened, to: string): Promise<void> {
  const position = document.positionAt(document.getText().indexOf(to));
  return editor.connection.sendNotification(caretMoved, { uri, position });
}

test('the repository says how grave a rule is, whatever the person wants', async () => {
  const files = { [config]: '{ "rules": { "missing-field": "warning" } }' };
  const { editor, uri } = await editorOn(files, { rules: { 'missing-field': 'hint' } });
  expect(await found(editor, await editor.open(incomplete, uri(drafts)))).toEqual(['missing-field 2']);
});

test('the configuration is followed when it changes; with mistakes, which are a line in the log, the last one holds', async () => {
  const { editor, uri, write } = await editorOn({ [config]: '{ "rules": { "missing-field": "off" } }' });
  const opened = await openKnowing(editor, incomplete, uri(drafts));
  expect(await found(editor, opened)).toEqual([]);
  const asked = refreshed(editor);
  await write(config, '{ "rules": { "missing-field": "loud" }, "more": 1 }');
  await asked;
  expect(await found(editor, opened)).toEqual([]);
  await editor.logged(/^\.mentorship-proposals\.json: "rules\.missing-field" must be .+ "more" is not allowed .+$/);
  const again = refreshed(editor);
  await write(config, '{ "files": { "exclude": ["programs/**/2026/**"] } }');
  await again;
  expect(await found(editor, opened)).toEqual([]);
});

test('a finding leads to the page of its rule where the client can open it', async () => {
  const { editor, uri } = await editorOn({}, { ruleLink: `${link}{rule}` });
  const { items } = await pull(editor, await editor.open(incomplete, uri(drafts)));
  expect(items).toMatchObject([{ codeDescription: { href: `${link}missing-field` } }]);
});

test.each([undefined, 7, 'no link', 'javascript:alert(1)'])('%j is no place to lead to', async (ruleLink) => {
  const editor = await Editor.start({ options: { ruleLink } });
  const { items } = await pull(editor, await editor.open(incomplete));
  expect(items?.[0]).not.toHaveProperty('codeDescription');
});

test('what can go is marked so, and a twin in another file is named with its place', async () => {
  const { editor, uri } = await editorOn({ [drafts]: dedent(complete).replace('$0', '') });
  const text = `<!-- proposals-disable-file empty-field -->\n${dedent(complete).replace('Faster', 'Other').replace('Jaeger', 'Harbor')}`;
  const opened = await openKnowing(editor, text, uri(drafts.replace('project_ideas', 'notes')));
  const { items = [] } = await pull(editor, opened);
  expect(items.find(({ code }) => code === 'directive')).toMatchObject({ severity: 4, tags: [1] });
  const [related] = items.find(({ code }) => code === 'upstream-duplicate')?.relatedInformation ?? [];
  expect(related?.location.uri).toBe(uri(drafts));
  const lines = dedent(complete).split('\n');
  expect(lines[related?.location.range.start.line ?? 0]).toContain('Upstream Issue');
});

test('a client that shows neither is sent neither', async () => {
  const editor = await Editor.start({ capabilities: {} });
  const text = `<!-- proposals-disable-file empty-field -->\n${dedent(complete)}`;
  const { items = [] } = await pull(editor, await editor.open(text));
  expect(items.map(({ code }) => code)).toEqual(['directive']);
  expect(items[0]).not.toHaveProperty('tags');
});

test('findings come and go with what another file says', async () => {
  const { editor, uri, write } = await editorOn({ [older]: '# Nothing yet\n' });
  const opened = await openKnowing(editor, complete, uri(drafts));
  expect(await found(editor, opened)).toEqual([]);
  const asked = refreshed(editor);
  const other = dedent(complete).replace('$0', '').replace('ada@example.org', 'ada@examples.org');
  await write(older, other);
  await asked;
  expect(await found(editor, opened)).toContain('mentor-conflict 3');
});

test('the proposal that is being written is not scolded, as long as the caret is in it', async () => {
  const editor = await Editor.start({ capabilities: vscode, options: { caret: true } });
  const second = incomplete
    .slice(incomplete.indexOf('#### '))
    .replace('Faster', 'Slower')
    .replace('issues/1', 'issues/2');
  const opened = await editor.open(`${incomplete}\n  ${second.trimStart()}`);
  expect(await found(editor, opened)).toEqual(['missing-field 1', 'missing-field 1']);
  await moveCaret(editor, opened, 'Slower');
  expect(await found(editor, opened)).toEqual(['missing-field 1', 'missing-field 1']);
  await editor.change(opened, 'Slower', 'Slowest');
  expect(await found(editor, opened)).toEqual(['missing-field 1', 'missing-field 4']);
  const asked = refreshed(editor);
  await moveCaret(editor, opened, 'Faster');
  await asked;
  expect(await found(editor, opened)).toEqual(['missing-field 1', 'missing-field 1']);
});

test('while a fence is being typed, the findings below it stay', async () => {
  const rules = { 'unclosed-block': 'error' };
  const editor = await Editor.start({ capabilities: vscode, options: { caret: true, rules } });
  const second = incomplete
    .slice(incomplete.indexOf('#### '))
    .replace('Faster $0', 'Slower ')
    .replace('issues/1', 'issues/2');
  const opened = await editor.open(`${complete}\n  ${second.trimStart()}`);
  await moveCaret(editor, opened, 'Queries are');
  expect(await found(editor, opened)).toEqual(['missing-field 1']);
  await editor.change(opened, 'Queries are slow.', 'Queries are\n\n```\nslow.');
  const { items = [] } = await pull(editor, opened);
  expect(items.some(({ code, severity }) => code === 'unclosed-block' && severity === 4)).toBe(true);
  const grave = items.filter(({ severity }) => severity !== 4);
  expect(grave.map(({ range }) => opened.document.getText(range))).toEqual(['Slower queries']);
  const asked = refreshed(editor);
  await moveCaret(editor, opened, 'Slower');
  await asked;
  expect(await found(editor, opened)).toContain('unclosed-block 1');
});

test('the text of an unsaved file counts as edited', async () => {
  const editor = await Editor.start({ capabilities: vscode, options: { caret: true } });
  const opened = await editor.open(incomplete, 'untitled:Untitled-1');
  expect(await found(editor, opened)).toEqual(['missing-field 1']);
  await moveCaret(editor, opened, 'Faster');
  expect(await found(editor, opened)).toEqual(['missing-field 4']);
});

test('of a client that does not tell of its caret, it is the one edited last, until the file is saved', async () => {
  const editor = await Editor.start({ capabilities: vscode });
  const opened = await editor.open(incomplete);
  await editor.change(opened, 'Faster', 'Fastest');
  expect(await found(editor, opened)).toEqual(['missing-field 4']);
  const asked = refreshed(editor);
  await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: opened.uri } });
  await asked;
  expect(await found(editor, opened)).toEqual(['missing-field 1']);
});

test.each([undefined, null, {}, { uri: draftsUri }, { uri: draftsUri, position: { line: -1, character: 0 } }])(
  'the caret %j is nowhere',
  async (params) => {
    const editor = await Editor.start({ options: { caret: true } });
    const opened = await editor.open(incomplete);
    await editor.change(opened, 'Faster', 'Fastest');
    await editor.connection.sendNotification(caretMoved, params);
    expect(await found(editor, opened)).toEqual(['missing-field 1']);
  },
);

test('of very many findings the gravest are sent, and one says how many are not', async () => {
  const editor = await Editor.start();
  const bare = Array.from({ length: 700 }, (_, i) => `#### Title ${i}\n\n- Description: d\n- Expected Outcome:\n`);
  const opened = await editor.open(`### Jaeger\n\n${bare.join('\n')}`);
  const { items = [] } = await pull(editor, opened);
  expect(items).toHaveLength(1_000);
  expect(items[0]?.message).toMatch(/^\d+ more findings are not shown/);
});
