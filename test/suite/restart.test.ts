/** A server that dies in a real VS Code: it comes back with what has been written meanwhile, until it dies too often. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { until } from './until';
import { drafts, findings, findingsOf, open, rangeOf, revert, ruleOf, testApi } from './workspace';

const outcome = 'Expected Outcome:';
const proposal = 'Check alert rules against recorded samples (';

suite('Restart', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  let api: TestApi;

  setup(async () => {
    api = await testApi();
    await vscode.commands.executeCommand('mentorshipProposals.restart');
    editor = await open(drafts);
    document = editor.document;
    await findingsOf(document, 'empty-field');
  });
  teardown(revert);
  suiteTeardown(() => vscode.commands.executeCommand('mentorshipProposals.restart'));

  test('a killed server comes back with its documents, and no edit is lost', async () => {
    const label = rangeOf(document, outcome, proposal);
    const first = await kill(api);
    // Written while there is no server: what it finds next has to know of it.
    assert.ok(await editor.edit((edit) => edit.insert(label.end, ' A report of every rule that has not fired.')));
    const written = document.getText();
    const second = await running(api);
    assert.notEqual(second, first);
    await until('the finding to go away', () => findings(document).every((each) => ruleOf(each) !== 'empty-field'));
    await findingsOf(document, 'missing-field');
    assert.ok(
      await editor.edit((edit) => edit.delete(new vscode.Range(label.end, document.lineAt(label.end).range.end))),
    );
    await findingsOf(document, 'empty-field');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), written);
  });

  test('a server that dies a sixth time is given up, said once, until somebody wants it back', async () => {
    let told = 0;
    const listening = api.onGivenUp(() => told++);
    for (let crash = 1; crash <= 6; crash++) {
      await running(api);
      await kill(api);
    }
    await until('the end', () => told === 1 && !api.isRunning());
    listening.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('mentorshipProposals.restart');
    await findingsOf(document, 'empty-field');
  });
});

/** Kills the server's process and returns its id, once it is not running any more. */
async function kill(api: TestApi): Promise<number> {
  const id = api.serverProcess();
  assert.ok(id, 'There is no server to kill.');
  process.kill(id, 'SIGKILL');
  await until('the client to notice', () => api.serverProcess() !== id);
  return id;
}

/** Waits until a server runs, and returns the id of its process. */
function running(api: TestApi): Promise<number> {
  return until('a server', () => api.isRunning() && api.serverProcess());
}
