/** Issues in review: in the view, and read as drafts. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { TestAccount } from './account';
import { labelIssue } from './asked';
import { draftPath, openDraft } from './draft';
import { outline, unfold } from './outline';
import { until } from './until';
import { revert, testApi } from './workspace';

suite('In review', () => {
  let api: TestApi;
  let account: TestAccount;

  suiteSetup(async function () {
    // A desktop VS Code has a GitHub of its own, and there is only one.
    if (vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
    api = await testApi();
    account = new TestAccount();
  });
  suiteTeardown(() => account?.dispose());
  teardown(async () => {
    api.answer = null;
    await account.removeSession();
    await revert();
  });

  test('what has been filed stands in the view, and is read as a draft that cannot be edited', async () => {
    await account.createSession(['public_repo']);
    const { document } = await openDraft('Seen in review');
    api.answer = (_, buttons) => buttons.find((button) => button === 'File Issue');
    const at = { uri: document.uri.toString(), position: { line: 4, character: 0 } };
    await vscode.commands.executeCommand('mentorshipProposals.fileIssue', at);
    const labels = ['lfx mentorship', 'Proposal', 'Validation Passed', 'Awaiting Mentor Confirmation'];
    await labelIssue('Seen in review', labels);
    await vscode.commands.executeCommand('mentorshipProposals.refreshUpstream');
    const view = await outline();
    const issue = await until('the issue in the view', async () => {
      const issues = (await unfold(view, /^2026 Term 3/, /^In review$/, /^Jaeger$/)) ?? [];
      return issues.find(({ wire }) => wire.label === 'Seen in review');
    });
    assert.match(issue.wire.detail, /^waits for @bo-sample · #\d+$/);
    const { command } = view.provider.getTreeItem(issue);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const read = vscode.window.activeTextEditor?.document;
    assert.match(read?.getText() ?? '', /^# 2026 Term 3 \(Sep-Nov\)\n\n### Jaeger\n\n#### Seen in review\n/);
    assert.equal(read && vscode.workspace.fs.isWritableFileSystem(read.uri.scheme), undefined);
    assert.deepEqual(read && vscode.languages.getDiagnostics(read.uri), []);
    const folder = vscode.workspace.workspaceFolders?.[0];
    if (folder) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, draftPath));
  });
});
