import { expect, test, vi } from 'vitest';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { draftsUri, Editor, namedRules } from './client';
import { HandClock } from './hand-clock';
import { pull, refreshed } from './pull';
import { complete, incomplete } from './texts';
import { childrenOf } from './whole-outline';

test('a pull brings the findings with their places', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  const { kind, items } = await pull(editor, opened);
  expect(kind).toBe('full');
  expect(items).toMatchObject([{ code: 'missing-field', source: 'mentorship-proposals', severity: 1 }]);
  expect(items?.map(({ range }) => opened.document.getText(range))).toEqual(['Faster queries']);
});

test('nothing is sent again that the client has already', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  await editor.change(opened, 'are slow', 'are very slow');
  const { resultId } = await pull(editor, opened);
  expect(await pull(editor, opened, resultId)).toEqual({ kind: 'unchanged', resultId });
  await editor.change(opened, 'are very slow', 'take long');
  expect(await pull(editor, opened, resultId)).toEqual({ kind: 'unchanged', resultId });
  await editor.change(opened, '## Proposed', '\n## Proposed');
  expect((await pull(editor, opened, resultId)).kind).toBe('full');
});

test('a change is seen by the next pull', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  await editor.change(opened, '- Mentor(s):', '- Recommended Skills: Go\n- Mentor(s):');
  expect(await pull(editor, opened)).toMatchObject({ kind: 'full', items: [] });
});

test('positions count UTF-16 units, with any kind of line end', async () => {
  const editor = await Editor.start();
  const source = incomplete.replace('Faster', '🚀🚀 Faster').replace('Queries are slow', 'Slow 🐌 queries');
  const opened = await editor.open(source.replaceAll('\n', '\r\n'));
  const { items } = await pull(editor, opened);
  expect(items?.map(({ range }) => opened.document.getText(range))).toEqual(['🚀🚀 Faster queries']);
});

test('the side of a diff, and text that is no proposals document, are left alone', async () => {
  const editor = await Editor.start();
  const diff = await editor.open(incomplete, draftsUri.replace('file:', 'git:'));
  const prose = await editor.open('# Notes\n\nA mentor helps.\n', 'file:///workspace/notes.md');
  for (const opened of [diff, prose]) expect(await pull(editor, opened)).toMatchObject({ kind: 'full', items: [] });
});

test('an untitled document is read by its content', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete, 'untitled:Untitled-1');
  expect((await pull(editor, opened)).items).toHaveLength(1);
});

test('a document that is not open has no findings', async () => {
  const editor = await Editor.start();
  expect(await pull(editor, { uri: draftsUri })).toMatchObject({ kind: 'full', items: [] });
});

test('a rule is as grave as the person wants it', async () => {
  const editor = await Editor.start({ options: { rules: { 'missing-field': 'hint', 'empty-field': 7 } } });
  const opened = await editor.open(incomplete);
  expect((await pull(editor, opened)).items).toMatchObject([{ severity: 4 }]);
});

test('changed settings make the client ask again', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  const asked = refreshed(editor);
  const settings = { mentorshipProposals: { rules: { ...namedRules, 'missing-field': 'off' } } };
  await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  await asked;
  expect((await pull(editor, opened)).items).toEqual([]);
});

test('a client that cannot pull is pushed to when the person pauses', async () => {
  const clock = new HandClock();
  const editor = await Editor.start({ capabilities: {}, clock });
  const next = () => editor.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics');
  const first = next();
  const opened = await editor.open(incomplete);
  await editor.change(opened, 'are slow', 'take long');
  await clock.waitedFor();
  await editor.at('textDocument/hover', opened);
  clock.advance(200);
  expect(await first).toMatchObject({ uri: opened.uri, version: 2, diagnostics: [{ code: 'missing-field' }] });
  const closed = next();
  await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: opened.uri } });
  expect(await closed).toEqual({ uri: opened.uri, diagnostics: [] });
});

test('a client that cannot pull gets the findings of the edited document first, and those of others when it rests', async () => {
  const clock = new HandClock();
  const editor = await Editor.start({ capabilities: {}, clock });
  const pushed: string[] = [];
  editor.connection.onNotification('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) => {
    pushed.push(uri);
  });
  const other = await editor.open(complete, draftsUri.replace('project_ideas', 'notes'));
  const opened = await editor.open(complete.replace('Faster', 'Slower').replace('Jaeger', 'Harbor'));
  await editor.at('textDocument/hover', opened);
  await childrenOf(editor, null);
  clock.advance(1_000);
  await vi.waitFor(() => expect(pushed).toHaveLength(2));
  pushed.length = 0;
  await editor.change(opened, 'issues/1', 'issues/2');
  await editor.at('textDocument/hover', opened);
  clock.advance(200);
  await vi.waitFor(() => expect(pushed).toEqual([opened.uri]));
  clock.advance(800);
  await vi.waitFor(() => expect(pushed).toContain(other.uri));
});

test('a pull that is called off is answered so', async () => {
  const { CancellationTokenSource, LSPErrorCodes } = await import('vscode-languageserver/node');
  const editor = await Editor.start();
  const { uri } = await editor.open(complete);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri } };
  const answer = editor.connection.sendRequest('textDocument/diagnostic', params, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
