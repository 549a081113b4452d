import { expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noFiles } from '../../server/src/adapters/files/files-by-scheme';
import { fixAllKind, fixLayoutKind } from '../../server/src/protocol/actions';
import { draftsUri, Editor, type Opened } from './client';
import { found, pull } from './pull';
import { complete, incomplete } from './texts';

/** Two proposals, each with a label that is no longer written so. */
const second = complete
  .slice(complete.indexOf('#### '))
  .replace('Faster $0', 'Slower ')
  .replace('issues/1', 'issues/2');
const mislabelled = `${complete}\n  ${second}`.replaceAll('Expected Outcome', 'Expected Outcomes');

async function ask(editor: Editor, { uri, document }: Opened, at: string, context: object = {}): Promise<CodeAction[]> {
  const position = document.positionAt(document.getText().indexOf(at));
  const range = { start: position, end: position };
  const params = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
  return editor.connection.sendRequest('textDocument/codeAction', params);
}

/** The text after the action with that title. */
function after(opened: Opened, actions: readonly CodeAction[], title: string): string {
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`There is no "${title}" in: ${actions.map((each) => each.title).join(', ')}`);
  const [edit] = (action.edit?.documentChanges ?? []) as TextDocumentEdit[];
  return TextDocument.applyEdits(opened.document, (edit?.edits ?? []) as TextEdit[]);
}

/** Makes the document what an action has made of it. */
async function take(editor: Editor, opened: Opened, text: string): Promise<void> {
  await editor.change(opened, opened.document.getText(), text);
}

test('a fix of one place, of one rule in the file, and of the whole file', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(mislabelled);
  const text = opened.document.getText();
  expect(await found(editor, opened)).toEqual(['field-label 3', 'field-label 3']);
  const actions = await ask(editor, opened, 'Expected Outcomes');
  const all = text.replaceAll('Expected Outcomes', 'Expected Outcome');
  expect(after(opened, actions, 'Fix all "field-label" in this file')).toBe(all);
  const [first] = actions;
  expect(first).toMatchObject({ kind: 'quickfix' });
  expect(after(opened, actions, first?.title ?? '')).toBe(text.replace('Expected Outcomes', 'Expected Outcome'));
  const layout = await ask(editor, opened, '## Proposed', { only: [fixLayoutKind] });
  expect(layout).toMatchObject([{ kind: fixLayoutKind, title: 'Fix layout in file' }]);
  expect(after(opened, layout, 'Fix layout in file')).toBe(all);
});

test('a fix is offered beside the finding, too, where the editor sends the findings of the line', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(mislabelled);
  const text = opened.document.getText();
  const [line = ''] = text.split('\n').filter((each) => each.includes('Expected Outcomes'));
  const { items: diagnostics = [] } = await pull(editor, opened);
  expect(await ask(editor, opened, line)).toEqual([]);
  const [first] = await ask(editor, opened, line, { diagnostics: diagnostics.slice(0, 1) });
  expect(after(opened, [first as CodeAction], first?.title ?? '')).toBe(text.replace('Outcomes', 'Outcome'));
  expect(await ask(editor, opened, line, { diagnostics: [{ source: 'other', code: 'field-label' }] })).toEqual([]);
});

test.each(['source.fixAll', fixAllKind])('%s touches nothing but proposals that were edited', async (kind) => {
  const editor = await Editor.start();
  const opened = await editor.open(mislabelled);
  expect(await ask(editor, opened, '## Proposed', { only: [kind] })).toEqual([]);
  await editor.change(opened, 'Slower', 'Slowest');
  const actions = await ask(editor, opened, '## Proposed', { only: [kind] });
  const text = opened.document.getText();
  const at = text.lastIndexOf('Expected Outcomes');
  expect(actions).toMatchObject([{ kind: fixAllKind }]);
  expect(after(opened, actions, actions[0]?.title ?? '')).toBe(
    text.slice(0, at) + text.slice(at).replace('Outcomes', 'Outcome'),
  );
});

test('a finding can be ignored here or in the file, and another one after it', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete.replace('They are fast.', ''));
  const text = opened.document.getText();
  const atLabel = await ask(editor, opened, 'Expected Outcome');
  const line = '<!-- proposals-disable-next-line empty-field -->\n- Expected';
  expect(after(opened, atLabel, 'Ignore "empty-field" here')).toBe(text.replace('- Expected', line));
  const file = `<!-- proposals-disable-file empty-field -->\n${text}`;
  expect(after(opened, atLabel, 'Ignore "empty-field" in this file')).toBe(file);
  await take(editor, opened, file);
  expect(await found(editor, opened)).toEqual(['missing-field 1']);
  const atTitle = await ask(editor, opened, 'Faster queries');
  const both = after(opened, atTitle, 'Ignore "missing-field" in this file');
  expect(both).toBe(file.replace('empty-field -->', 'empty-field missing-field -->'));
  const here = after(opened, atTitle, 'Ignore "missing-field" here');
  await take(editor, opened, here);
  expect(await found(editor, opened)).toEqual([]);
});

test('a comment is indented like its line, and goes behind front matter', async () => {
  const editor = await Editor.start();
  const text = `---\ntitle: x\n---\n${complete.replaceAll('\n  ', '\n')}`.replace(
    '(@max-sample, max@',
    '(@ada-example, max@',
  );
  const opened = await editor.open(text);
  const actions = await ask(editor, opened, 'ada-example, max');
  const comment = '  <!-- proposals-disable-next-line duplicate-mentor -->\n';
  const now = opened.document.getText();
  expect(after(opened, actions, 'Ignore "duplicate-mentor" here')).toBe(now.replace('  - Max', `${comment}  - Max`));
  expect(after(opened, actions, 'Ignore "duplicate-mentor" in this file')).toContain(
    '---\n<!-- proposals-disable-file',
  );
});

test('the comment that suppresses nothing can be removed', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(
    `<!-- proposals-disable-file toc empty-field -->\n${complete.replaceAll('\n  ', '\n')}`,
  );
  const actions = await ask(editor, opened, 'empty-field');
  expect(after(opened, actions, 'Remove the name')).toContain('<!-- proposals-disable-file toc -->');
});

test('missing fields are inserted from anywhere in the proposal, where somebody asks', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  expect(await ask(editor, opened, 'Queries are slow')).toEqual([]);
  for (const context of [{ triggerKind: 1 }, { only: ['refactor'] }, { only: ['refactor.rewrite.missing-field'] }]) {
    const actions = await ask(editor, opened, 'Queries are slow', context);
    expect(actions).toMatchObject([{ kind: 'refactor.rewrite.missing-field' }]);
    expect(after(opened, actions, 'Insert "Recommended Skills"')).toContain('- Recommended Skills:');
  }
  const titles = (await ask(editor, opened, '#### ', { triggerKind: 1 })).map(({ title }) => title);
  expect(titles.filter((title) => title === 'Insert "Recommended Skills"')).toHaveLength(1);
});

test('what repairs the finding at the caret comes before what hides it, once', async () => {
  const editor = await Editor.start();
  const contents = '## Table of Contents\n\n- [Jaeger](#jaeger)\n- [Gone](#gone)\n';
  const opened = await editor.open(`${contents}\n${complete.replaceAll('\n  ', '\n')}`);
  for (const context of [{}, { triggerKind: 1 }, { only: ['quickfix'] }]) {
    const actions = await ask(editor, opened, 'Gone', context);
    expect(actions[0]).toMatchObject({ title: 'Update table of contents', kind: 'quickfix', isPreferred: true });
    expect(actions.filter(({ title }) => title === 'Update table of contents')).toHaveLength(1);
    expect(after(opened, actions, 'Update table of contents')).not.toContain('#gone');
  }
});

test('projects are sorted from anywhere in the file', async () => {
  const editor = await Editor.start();
  const project = complete.slice(complete.indexOf('### ')).replace('$0', '');
  const others = ['Keda', 'Knative', 'Linkerd', 'Harbor'].map((name, i) =>
    project.replace('Jaeger', name).replace('issues/1', `issues/${i + 2}`),
  );
  const opened = await editor.open(`${complete}\n  ${others.join('\n  ')}`);
  const [sort] = await ask(editor, opened, '## Proposed', { only: ['refactor.rewrite.project-order'] });
  const text = after(opened, sort ? [sort] : [], sort?.title ?? '');
  expect(text.indexOf('Harbor')).toBeLessThan(text.indexOf('Jaeger'));
  expect(text).toHaveLength(opened.document.getText().length);
});

test('nothing is offered where the repository does not want a file looked at, or there are no proposals', async () => {
  const readSmall = async () => ({ is: 'text', text: '{ "files": { "exclude": ["programs"] } }' }) as const;
  const editor = await Editor.start({ files: { ...noFiles, readSmall } });
  const excluded = await editor.open(incomplete, draftsUri);
  const prose = await editor.open('# Notes\n\nA mentor helps.\n', 'file:///workspace/notes.md');
  for (const opened of [excluded, prose]) expect(await ask(editor, opened, '#', { triggerKind: 1 })).toEqual([]);
});
