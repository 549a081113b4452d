/** Renaming in a real VS Code, beside its own Markdown: over several files, by the command, and refused. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { until } from './until';
import { drafts, findingsOf, open, rangeOf, revert, testApi } from './workspace';

const unopened = 'programs/summerofcode/2026.md';
const accepted = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const title = 'Explain slow queries in the trace store';
const sibling = 'A keyboard-first trace view';

suite('Rename', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  let api: TestApi;

  setup(async () => {
    api = await testApi();
    editor = await open(drafts);
    // The server is there when it has found something.
    await findingsOf(editor.document, 'missing-field');
    editor = await open(accepted);
    document = editor.document;
  });
  teardown(async () => {
    await revert();
    await open(drafts);
    await revert();
  });

  test('a handle is renamed in all files, and nothing else is', async () => {
    const before = document.getText();
    const handle = rangeOf(document, 'grace-sample');
    const edit = await until('an edit of three files', async () => {
      const answer = await renamed(document, handle.start.translate(0, 3), 'grace-new');
      return answer.size === 3 && answer;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('@grace-sample', '@grace-new'));
    for (const path of [drafts, unopened]) {
      const other = (await open(path)).document;
      assert.ok(other.getText().includes('@grace-new') && !other.getText().includes('@grace-sample'), path);
      await revert();
    }
    await open(accepted);
  });

  test('a heading is renamed by VS Code itself, with its links', async () => {
    const heading = rangeOf(document, title, '### Jaeger');
    const edit = await until('an edit', async () => {
      const answer = await renamed(document, heading.start.translate(0, 3), 'Quick queries');
      return answer.size > 0 && answer;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /^#### Quick queries$/m);
    assert.match(document.getText(), /\(#quick-queries\)/);
    assert.ok(document.getText().includes(`CNCF - Jaeger: ${title} (2026 Term 1)`));
  });

  test('the command renames a proposal with its entry and the name of its program', async () => {
    const before = document.getText();
    moveTo(editor, rangeOf(document, 'nobody can say why'));
    await vscode.commands.executeCommand('mentorshipProposals.renameProposal', 'Quick queries');
    const anchor = '(#explain-slow-queries-in-the-trace-store)';
    const expected = before.replaceAll(title, 'Quick queries').replace(anchor, '(#quick-queries)');
    assert.equal(document.getText(), expected);
  });

  test('a handle that GitHub cannot have is refused with a sentence, and by nobody else', async () => {
    const why = refusal(api);
    const handle = rangeOf(document, 'grace-sample');
    const edit = await renamed(document, handle.start, 'grace.sample');
    assert.equal(edit.size, 0);
    assert.match(await why, /^"grace\.sample" is not a GitHub handle/);
  });

  test('a title that another proposal of the project has is refused with a sentence', async () => {
    const before = document.getText();
    const why = refusal(api);
    moveTo(editor, rangeOf(document, title, '### Jaeger'));
    await vscode.commands.executeCommand('mentorshipProposals.renameProposal', sibling);
    assert.equal(await why, `"Jaeger" already has a proposal "${sibling}".`);
    assert.equal(document.getText(), before);
  });
});

function renamed(document: vscode.TextDocument, at: vscode.Position, name: string): Thenable<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, name);
}

function moveTo(editor: vscode.TextEditor, { start }: vscode.Range): void {
  editor.selection = new vscode.Selection(start, start);
}

/** What a person is told next about a name that is refused. */
function refusal(api: TestApi): Promise<string> {
  return new Promise((resolve) => {
    const listening = api.onRefused((why) => {
      listening.dispose();
      resolve(why);
    });
  });
}
