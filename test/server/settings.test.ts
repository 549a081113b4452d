/** Where an editor may say the person's settings: at the start, when asked, and when they change. */
import { expect, test } from 'vitest';
import type { ClientCapabilities, ConfigurationItem, ConfigurationParams } from 'vscode-languageserver/node';
import { Editor, type Setting } from './client';
import { found, refreshed } from './pull';
import { incomplete } from './texts';

const workspace = { diagnostics: { refreshSupport: true } };
const pushes: ClientCapabilities = { textDocument: { diagnostic: {} }, workspace };
const answers: ClientCapabilities = { ...pushes, workspace: { ...workspace, configuration: true } };
const off = { rules: { 'missing-field': 'off' } };

/** An editor that answers `workspace/configuration` for our section with `settings`, and when it has been asked. */
async function editorWith(settings: unknown, options: object = {}) {
  let wasAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    wasAsked = resolve;
  });
  const answer = ({ items }: ConfigurationParams) => {
    if (items.some(isOurs)) wasAsked();
    return items.map((item) => (isOurs(item) ? settings : null));
  };
  const prepare: Setting['prepare'] = (client) => client.onRequest('workspace/configuration', answer);
  return { editor: await Editor.start({ capabilities: answers, options, prepare }), asked };
}

const isOurs = ({ section }: ConfigurationItem) => section === 'mentorshipProposals';

test('an editor that answers is asked at the start', async () => {
  const { editor } = await editorWith(off);
  await refreshed(editor);
  expect(await found(editor, await editor.open(incomplete))).toEqual([]);
});

test.each([null, {}, 'all', []])('an editor that answers %j keeps what it said at the start', async (answer) => {
  const { editor, asked } = await editorWith(answer, off);
  await asked;
  const opened = await editor.open(incomplete);
  // By the second answer, the server has heard the first thing that was said.
  await found(editor, opened);
  expect(await found(editor, opened)).toEqual([]);
});

test.each([{}, null, { mentorshipProposals: null }, { mentorshipProposals: { scope: 'all' } }])(
  'a change to %j keeps them, too',
  async (settings) => {
    const editor = await Editor.start({ capabilities: pushes, options: off });
    const opened = await editor.open(incomplete);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    expect(await found(editor, opened)).toEqual([]);
  },
);

test('settings that an editor no longer has are those of the start again', async () => {
  const editor = await Editor.start({ capabilities: pushes, options: off });
  const opened = await editor.open(incomplete);
  const tell = async (mentorshipProposals: unknown) => {
    const asked = refreshed(editor);
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: { mentorshipProposals } });
    await asked;
    return found(editor, opened);
  };
  expect(await tell({ scope: 'all', rules: { 'missing-field': 'warning' } })).toContain('missing-field 2');
  expect(await tell(undefined)).toEqual([]);
});
