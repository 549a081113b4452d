/** The preview of a submission in a real VS Code: it follows the keys, and leads back into the draft. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import type { PageView, ToPage } from '../../client/src/submission/page-messages';
import { until } from './until';
import { revert, testApi } from './workspace';

const draft = `# Term 03 - 2026 September - November

### Jaeger

#### Faster queries

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

suite('Preview', () => {
  let editor: vscode.TextEditor;
  const shown: ToPage[] = [];

  setup(async () => {
    const api: TestApi = await testApi();
    api.preview.onShown((message) => shown.push(message));
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: draft });
    editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    shown.length = 0;
    await vscode.commands.executeCommand('mentorshipProposals.previewSubmission');
  });
  teardown(async () => {
    // Unsaved documents would be asked about.
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    while (vscode.window.activeTextEditor) await revert();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What the page shows, once `is` holds. */
  const view = (what: string, is: (view: PageView) => boolean) =>
    until(what, () => {
      const last = shown.at(-1);
      return last?.is === 'view' && is(last.view) && last.view;
    });

  test('shows the form, and follows what is typed', async () => {
    const first = await view('the draft', ({ heading }) => heading === 'Faster queries');
    assert.equal(first.summary.text, 'Not ready: 1 error.');
    assert.equal(first.fields.find(({ label }) => label === 'Technologies')?.value, 'Go, Kubernetes');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(11, '  - Ada Example (@ada-example, ada@example.org'.length), ', LFID: adaex'),
    );
    const second = await view('the draft without an error', ({ summary }) => summary.tone === 'good');
    assert.match(second.fields.find(({ label }) => label === 'Mentors')?.value ?? '', /ada@example\.org \| adaex/);
    await editor.edit((edit) => edit.insert(new vscode.Position(4, '#### Faster'.length), ' trace'));
    await view('the new title', ({ heading }) => heading === 'Faster trace queries');
  });

  test('says so where there is no draft', async () => {
    await view('the draft', () => true);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Hello\n' });
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await until('one sentence', () => shown.at(-1)?.is === 'nothing');
  });
});
