/** What the server answers for a document with a merge conflict: the finding, and no edit by whatever request. */
import { expect, test } from 'vitest';
import type { Files } from '../../server/src/host/ports';
import { fixAllKind, fixLayoutKind } from '../../server/src/protocol/actions';
import { arrangeRequest } from '../../server/src/protocol/commands';
import { insertTemplateRequest, newProposalRequest } from '../../server/src/protocol/new-proposal';
import { renameHeadingRequest } from '../../server/src/protocol/rename';
import { dedent } from '../unit/marks';
import { draftsUri, Editor, type Opened } from './client';
import { found } from './pull';
import { incomplete } from './texts';

const why = 'Resolve the merge conflict in this file first.';
const olderUri = 'file:///workspace/programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
const plain = dedent(incomplete.replace('$0', ''))
  .replace('Expected Outcome', 'Expected Outcomes')
  .replace('@ada-', '@a$0da-');
const conflicted = `${plain}\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> other\n`;

function actions(editor: Editor, { uri, document }: Opened, only?: string): Promise<unknown[]> {
  const text = document.getText();
  const range = { start: document.positionAt(text.indexOf('####')), end: document.positionAt(text.length) };
  const context = { diagnostics: [], ...(only === undefined ? {} : { only: [only] }) };
  return editor.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
}

test.each([undefined, '', 'quickfix', 'refactor', 'source', 'source.fixAll', fixAllKind, fixLayoutKind])(
  'no action is offered for %s, and those of before are there once it is resolved',
  async (kind) => {
    const editor = await Editor.start();
    const opened = await editor.open(plain);
    // Only edited text is fixed on save.
    await editor.change(opened, 'are slow', 'are very slow');
    const before = await actions(editor, opened, kind);
    expect(before).not.toEqual([]);
    const text = opened.document.getText();
    await editor.change(opened, text, `${text}\n>>>>>>> other\n`);
    expect(await actions(editor, opened, kind)).toEqual([]);
    expect(await found(editor, opened)).toContain('merge-conflict 1');
    await editor.change(opened, '\n>>>>>>> other\n', '');
    expect((await actions(editor, opened, kind)).length).toBe(before.length);
  },
);

test('commands say why they change nothing', async () => {
  const editor = await Editor.start();
  const { uri, document } = await editor.open(conflicted);
  const ask = (method: string, params: object) => editor.connection.sendRequest(method, params);
  const position = document.positionAt(document.getText().indexOf('Faster'));
  for (const what of ['projects', 'contents'])
    expect(await ask(arrangeRequest, { uri, what })).toEqual({ is: 'nothing', why });
  const title = { uri, position, from: 'Faster queries', to: 'Fastest queries' };
  expect(await ask(renameHeadingRequest, title)).toEqual({ is: 'refused', why });
  expect(await ask(insertTemplateRequest, { uri, position })).toEqual({ is: 'refused', why });
  const target = { is: 'file', uri, term: null, program: null };
  const wanted = { target, project: 'Harbor', title: 'New', mentors: [], upstream: '' };
  expect(await ask(newProposalRequest, wanted)).toEqual({ is: 'refused', why });
});

test('a mentor is not renamed in it, and nowhere else where it is in a file that nobody has open', async () => {
  const alone = await Editor.start();
  const here = await alone.open(conflicted);
  await expect(alone.at('textDocument/rename', here, { newName: 'ada-new' })).rejects.toThrow(why);
  const files: Files = {
    list: async () => [{ uri: olderUri, path: olderUri.replace('file:///workspace/', '') }],
    listForms: async () => [],
    read: async () => ({ is: 'text', text: conflicted.replace('$0', '') }),
    readSmall: async () => ({ is: 'missing' }),
  };
  const editor = await Editor.start({ files });
  const opened = await editor.open(plain, draftsUri);
  await expect(editor.at('textDocument/rename', opened, { newName: 'ada-new' })).rejects.toThrow(
    /In programs\/lfx-mentorship\/2025\/03-Sep-Nov\/project_ideas\.md: Resolve the merge conflict in this file first/,
  );
});
