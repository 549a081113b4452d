import { expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Hover, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { githubOverHttp } from '../../server/src/adapters/github/http';
import { Editor, noGitHub, type Opened } from './client';
import { HandClock } from './hand-clock';
import { loopbackGitHub } from './loopback';
import { atIssue, complete, incomplete } from './texts';

function actionsAt(editor: Editor, { uri, caret }: Opened, context: object): Promise<CodeAction[]> {
  const range = { start: caret, end: caret };
  return editor.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
}

function editIn(action: CodeAction | undefined): TextDocumentEdit {
  const [edit] = action?.edit?.documentChanges ?? [];
  if (!edit || !('edits' in edit)) throw new Error('The action has no edit with a version.');
  return edit;
}

test('the quick fix inserts the missing field in its place', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  const [action] = await actionsAt(editor, opened, { diagnostics: [] });
  expect(action).toMatchObject({ kind: 'quickfix', isPreferred: true });
  const { textDocument, edits } = editIn(action);
  expect(textDocument).toEqual({ uri: opened.uri, version: 1 });
  const text = TextDocument.applyEdits(opened.document, edits as TextEdit[]);
  expect(text).toMatch(/They are fast\.\n- Recommended Skills: *\n- Mentor\(s\):/);
});

test('a client that knows snippets has the caret put where writing goes on', async () => {
  const workspaceEdit = { documentChanges: true, snippetEditSupport: true };
  const editor = await Editor.start({ capabilities: { workspace: { workspaceEdit } } });
  const opened = await editor.open(incomplete);
  const [action] = await actionsAt(editor, opened, { diagnostics: [] });
  const { edits } = editIn(action);
  expect(edits).toMatchObject([{ snippet: { kind: 'snippet', value: '- Recommended Skills: $0\n' } }]);
});

test('an action names the findings it takes away, whatever else the client claims', async () => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  const range = { start: opened.caret, end: opened.caret };
  const ours = { range, message: '', source: 'mentorship-proposals', code: 'missing-field', data: { edits: 'evil' } };
  const [action] = await actionsAt(editor, opened, { diagnostics: [ours, { ...ours, source: 'another' }] });
  expect(action?.diagnostics).toEqual([ours]);
  expect(JSON.stringify(action?.edit)).not.toContain('evil');
});

test.each(['source.organizeImports', 'source.fixAll', 'refactor.extract'])('%s is not ours', async (kind) => {
  const editor = await Editor.start();
  const opened = await editor.open(incomplete);
  expect(await actionsAt(editor, opened, { diagnostics: [], only: [kind] })).toEqual([]);
});

function completionsAt(editor: Editor, opened: Opened): Promise<CompletionItem[]> {
  return editor.at('textDocument/completion', opened);
}

test('a mentor of another proposal is completed as a whole entry', async () => {
  const editor = await Editor.start();
  const other = `#### Another\n\n- Mentor(s):\n  - @gr$0\n`;
  const known = complete
    .replace('$0', '')
    .replace('Ada Example (@ada-example, ada@', 'Grace Sample (@grace-sample, grace@');
  const opened = await editor.open(`${known}\n${other.replaceAll(/^/gm, '  ')}`);
  const [item] = await completionsAt(editor, opened);
  expect(item?.textEdit).toMatchObject({ newText: 'Grace Sample (@grace-sample, grace@example.org)' });
});

test('prose, and files without proposals, bring up nothing', async () => {
  const editor = await Editor.start();
  const prose = await editor.open(complete.replace('$0', '').replace('are slow', 'a$0re slow'));
  expect(await completionsAt(editor, prose)).toEqual([]);
  const foreign = await editor.open('# Notes\n\n@a$0', 'file:///workspace/notes.md');
  expect(await completionsAt(editor, foreign)).toEqual([]);
});

test('letters and the at sign are triggers', async () => {
  const { triggerCharacters = [] } = (await Editor.start()).started.capabilities.completionProvider ?? {};
  expect(triggerCharacters).toEqual(expect.arrayContaining(['a', 'Z', '@', ' ', 'é']));
  expect(triggerCharacters.every((each) => each.length === 1)).toBe(true);
  expect(new Set(triggerCharacters).size).toBe(triggerCharacters.length);
});

function textOf(hover: Hover | null): string {
  return hover ? (hover.contents as { value: string }).value : '';
}

test('the hover over an issue tells what GitHub says, asked once', async () => {
  const github = await loopbackGitHub(200, {
    title: 'Slow queries',
    state: 'open',
    html_url: 'https://github.com/jaegertracing/jaeger/issues/1',
    labels: [{ name: 'bug' }],
  });
  const editor = await Editor.start({
    github: githubOverHttp({ GITHUB_API_URL: github.address }),
  });
  const opened = await editor.open(atIssue);
  const [hover] = await Promise.all([1, 2].map(() => editor.at<Hover | null>('textDocument/hover', opened)));
  expect(textOf(hover ?? null)).toMatch(/Slow queries[\s\S]*bug/);
  expect(hover?.range && opened.document.getText(hover.range)).toContain('jaegertracing/jaeger/issues/1');
  expect(github.asked).toEqual(['/repos/jaegertracing/jaeger/issues/1']);
});

test('a GitHub that cannot be reached is said to be so, and is no finding', async () => {
  const github = githubOverHttp({ GITHUB_API_URL: 'http://127.0.0.1:1' });
  const editor = await Editor.start({ github });
  const opened = await editor.open(atIssue);
  expect(textOf(await editor.at('textDocument/hover', opened))).toContain('GitHub cannot be reached');
  const report = await editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: opened.uri } });
  expect(report).toMatchObject({ items: [] });
});

test('a hover waits two seconds for GitHub, and no longer', async () => {
  const clock = new HandClock();
  const editor = await Editor.start({ clock, github: { ...noGitHub, send: () => new Promise(() => {}) } });
  const opened = await editor.open(atIssue);
  const hover = editor.at<Hover | null>('textDocument/hover', opened);
  await clock.waitedFor();
  clock.advance(2_000);
  expect(textOf(await hover)).toContain('GitHub has not answered yet');
});
