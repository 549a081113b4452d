import { join } from 'node:path';
import { expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import { nodeFiles } from '../../server/src/adapters/files/node-files';
import { baseTextRequest, baseTextsChanged, readingRequest } from '../../server/src/protocol/changes';
import { checkFileRequest, filesToCheckRequest, type WireDiagnostic } from '../../server/src/protocol/commands';
import { folderWith } from '../folder';
import { marked } from '../unit/marks';
import { Editor, namedRules } from './client';
import { HandClock } from './hand-clock';
import { found, refreshed } from './pull';
import { incomplete } from './texts';
import { every, wholeOutline } from './whole-outline';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

/** Two proposals, each of which lacks something. */
const two = `${incomplete}
  #### Older queries

  - Description: Queries are old.
  - Expected Outcome: They are new.
  - Recommended Skills: Go
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/2
`;
const base = marked(two).text;
const [grave, calm] = [1, 4];
const skills = (severity: number) => `missing-field ${severity}`;

/** An editor that shows findings of its own changes only. */
async function start(baseText: (() => string | null) | null): Promise<Editor> {
  const editor = await Editor.start({ options: { scope: 'mine', baseText: baseText !== null, caret: true } });
  if (baseText) editor.connection.onRequest(baseTextRequest, baseText);
  return editor;
}

test('without Git, only what was changed in this sitting is more than a hint', async () => {
  const editor = await start(null);
  const opened = await editor.open(two);
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
  await editor.change(opened, 'are old', 'are very old');
  expect(await found(editor, opened)).toEqual([skills(calm), skills(grave)]);
  await editor.change(opened, 'are very old', 'are old');
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
});

test('changes since the merge base count, whenever the file was opened', async () => {
  const editor = await start(() => base.replace('Queries are slow', 'Queries take long').replaceAll('\n', '\r\n'));
  const opened = await editor.open(two);
  const told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(grave), skills(calm)]);
});

test("a new file is all one's own", async () => {
  const editor = await start(() => '');
  const opened = await editor.open(two);
  const told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(grave), skills(grave)]);
});

test('the server asks for the base again when the client reports a change', async () => {
  let text: string | null = base;
  const editor = await start(() => text);
  const opened = await editor.open(two);
  let told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
  text = base.replace('Queries are old', 'Queries were new');
  told = refreshed(editor);
  await editor.connection.sendNotification(baseTextsChanged);
  await told;
  told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(grave)]);
});

test('all findings are shown if a person wants that', async () => {
  const editor = await Editor.start({ options: { baseText: true, scope: 'all' } });
  editor.connection.onRequest(baseTextRequest, () => base);
  const opened = await editor.open(two);
  const told = refreshed(editor);
  expect(await found(editor, opened)).toEqual([skills(grave), skills(grave)]);
  await told;
  expect(await found(editor, opened)).toEqual([skills(grave), skills(grave)]);
});

test('the setting is followed', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(two);
  await found(editor, opened);
  const told = refreshed(editor);
  const settings = { mentorshipProposals: { scope: 'mine', rules: namedRules } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
});

/** The severities of what is missing in a file that nobody has open, as the checked workspace and as the view tell them. */
async function inClosedFile(baseText: (() => string | null) | null): Promise<{ checked: string[]; inView: number }> {
  const root = folderWith({ [drafts]: base });
  const options = { scope: 'mine', baseText: baseText !== null };
  const editor = await Editor.start({ files: nodeFiles(() => {}), folder: URI.file(root).toString(), options });
  if (baseText) editor.connection.onRequest(baseTextRequest, baseText);
  await editor.connection.sendRequest(filesToCheckRequest, { published: false, open: [] });
  const uri = URI.file(join(root, drafts)).toString();
  const found = await editor.connection.sendRequest<WireDiagnostic[]>(checkFileRequest, { uri });
  const checked = found.map(({ code, severity }) => `${code} ${severity}`);
  const projects = every('project', await wholeOutline(editor));
  return { checked, inView: projects.reduce((sum, { errors }) => sum + errors, 0) };
}

test('findings beside own changes are hidden in closed files, too', async () => {
  const ofOthers = await inClosedFile(() => base);
  expect(ofOthers).toEqual({ checked: [skills(calm), skills(calm)], inView: 0 });
  const mine = await inClosedFile(() => base.replace('Queries are old', 'Queries were new'));
  expect(mine).toEqual({ checked: [skills(calm), skills(grave)], inView: 1 });
});

test.each([null, () => null])(
  'without an answer from Git, a closed file is no change of this session',
  async (answer) => {
    expect(await inClosedFile(answer)).toEqual({ checked: [skills(calm), skills(calm)], inView: 0 });
  },
);

/** A finding that is an error, and one that is less. */
const erroneous = `${two}  - Mentor(s):
    - Ada Example (@ada, ada@example)
`;

const year = 365 * 86_400_000;

/** An editor with the usual scope, `later` milliseconds after the drafts' term began to take proposals. */
async function startAuto({ later = 0, scope = 'auto' } = {}): Promise<Editor> {
  const clock = new HandClock();
  clock.advance(later);
  const rules = { 'missing-field': 'warning', 'mentor-count': 'warning', 'mentor-email': 'error' };
  return Editor.start({ clock, options: { scope, rules, caret: true } });
}

test('by default, of what others have written only errors are shown', async () => {
  const editor = await startAuto();
  const opened = await editor.open(erroneous);
  expect(await found(editor, opened)).toEqual(['missing-field 4', 'mentor-count 4', 'mentor-email 1']);
  await editor.change(opened, 'are old', 'are very old');
  expect(await found(editor, opened)).toEqual(['missing-field 4', 'mentor-count 2', 'mentor-email 1']);
});

test('in a term that is over, only what one changes is more than a hint', async () => {
  const editor = await startAuto({ later: year });
  const opened = await editor.open(erroneous);
  expect(await found(editor, opened)).toEqual(['missing-field 4', 'mentor-count 4', 'mentor-email 4']);
  await editor.change(opened, 'are old', 'are very old');
  expect(await found(editor, opened)).toEqual(['missing-field 4', 'mentor-count 2', 'mentor-email 1']);
});

test('what a change does to the rest of the file is found, and is no hint', async () => {
  const template = '## Template\n\n```\n### Project\n\n#### Title\n\n- Description:\n- Mentor(s):\n```\n\n';
  const rules = { 'template-deleted': 'warning', 'missing-field': 'off' };
  const editor = await Editor.start({ options: { scope: 'auto', rules, baseText: true } });
  editor.connection.onRequest(baseTextRequest, () => template + base);
  const opened = await editor.open(two);
  const told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toContain('template-deleted 2');
});

test('a file that was edited, closed and opened again was changed in this session', async () => {
  const editor = await startAuto({ scope: 'mine' });
  const opened = await editor.open(two);
  await editor.change(opened, 'are old', 'are very old');
  await found(editor, opened);
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: opened.uri } });
  const again = await editor.open(opened.document.getText());
  expect(await found(editor, again)).toEqual(['missing-field 4', 'missing-field 2']);
});

test('the number of files and proposals that were read is sent', async () => {
  const editor = await Editor.start();
  await editor.open(two);
  expect(await editor.connection.sendRequest(readingRequest, {})).toEqual({ files: 1, proposals: 2 });
});
