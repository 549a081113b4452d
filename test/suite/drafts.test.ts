/** Drafts of something that is there already, in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, findingsOf, open, rangeOf, revert, testApi } from './workspace';

suite('Drafts', () => {
  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  teardown(async () => {
    while (vscode.window.activeTextEditor) await revert();
  });

  test('an earlier proposal that is chosen becomes an unsaved draft, which is checked', async () => {
    await findingsOf((await open(drafts)).document, 'missing-field');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    let isDone = false;
    const done = vscode.commands.executeCommand('mentorshipProposals.proposeAgain', 'Explain slow queries').then(() => {
      isDone = true;
    });
    await until('the draft', async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await done;
    const document = shown();
    assert.match(
      document.getText(),
      /^# 20\d\d Term \d[^\n]*\n\n### Jaeger\n\n#### Explain slow queries in the trace store\n/,
    );
    assert.match(document.getText(), /\n- Technologies:\n/);
    const found = await findingsOf(document, 'proposal-form');
    assert.ok(found.length > 0);
  });

  test('a proposal of the view becomes one without a question', async () => {
    const { document } = await open(drafts);
    const range = rangeOf(document, 'Sample traces for workshops');
    const wire = { id: 'x', is: 'proposal', place: { uri: document.uri.toString(), range } };
    await vscode.commands.executeCommand('mentorshipProposals.proposeAgain', { wire });
    assert.notEqual(shown().uri.toString(), document.uri.toString());
    assert.equal(shown().isUntitled, true);
  });

  test('for another program it becomes an idea with the fields that the program asks for', async () => {
    const { document } = await open(drafts);
    const range = rangeOf(document, 'Sample traces for workshops');
    const wire = { id: 'x', is: 'proposal', place: { uri: document.uri.toString(), range } };
    await vscode.commands.executeCommand('mentorshipProposals.proposeForProgram', { wire }, 'gsoc');
    assert.equal(shown().isUntitled, true);
    assert.match(shown().getText(), /Sample traces for workshops[\s\S]*Expected project size/);
  });

  test('what cannot be imported is said in one sentence', async () => {
    const api = await testApi();
    const why = new Promise<string>((resolve) => {
      const listening = api.onRefused((said) => {
        listening.dispose();
        resolve(said);
      });
    });
    await vscode.commands.executeCommand('mentorshipProposals.importIssue', 'no issue');
    assert.equal(await why, 'Enter the number or the address of an issue.');
  });
});

function shown(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}
