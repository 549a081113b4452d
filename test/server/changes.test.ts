import { expect, test } from 'vitest';
import { baseTextRequest, baseTextsMayDiffer, readingRequest } from '../../server/src/protocol/changes';
import { marked } from '../unit/marks';
import { Editor } from './client';
import { found, refreshed } from './pull';
import { incomplete } from './texts';

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

/** An editor that wants to hear of its own changes only. */
async function start(baseText: (() => string | null) | null): Promise<Editor> {
  const editor = await Editor.start({ options: { onlyMyChanges: true, baseText: baseText !== null, caret: true } });
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

test('what was changed since the merge base counts, whoever opened it when', async () => {
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

test('another base is asked for when the client says so', async () => {
  let text: string | null = base;
  const editor = await start(() => text);
  const opened = await editor.open(two);
  let told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
  text = base.replace('Queries are old', 'Queries were new');
  told = refreshed(editor);
  await editor.connection.sendNotification(baseTextsMayDiffer);
  await told;
  told = refreshed(editor);
  await found(editor, opened);
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(grave)]);
});

test('nobody is asked for a base who wants to hear of everything', async () => {
  const editor = await Editor.start({ options: { baseText: true } });
  let asked = 0;
  editor.connection.onRequest(baseTextRequest, () => {
    asked++;
    return base;
  });
  const opened = await editor.open(two);
  expect(await found(editor, opened)).toEqual([skills(grave), skills(grave)]);
  expect(asked).toBe(0);
});

test('the setting is followed', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(two);
  await found(editor, opened);
  const told = refreshed(editor);
  const settings = { mentorshipProposals: { onlyMyChanges: true } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await told;
  expect(await found(editor, opened)).toEqual([skills(calm), skills(calm)]);
});

test('how much has been read is told', async () => {
  const editor = await Editor.start();
  await editor.open(two);
  expect(await editor.connection.sendRequest(readingRequest, {})).toEqual({ files: 1, proposals: 2 });
});
