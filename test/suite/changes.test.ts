/** Findings in one's own changes in a real VS Code without Git: in this sitting. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { grave, onlyIn, setScope } from './scope';
import { until } from './until';
import { drafts, findings, findingsOf, open, rangeOf, revert, testApi } from './workspace';

suite('My changes', () => {
  let api: TestApi;

  setup(async () => {
    api = await testApi();
  });
  teardown(async () => {
    await setScope('all');
    await revert();
  });

  test('without Git, what others have written is a hint until one changes it oneself', async () => {
    const editor = await open(drafts);
    const { document } = editor;
    await findingsOf(document, 'missing-field');
    await until('the findings to be counted', () =>
      /[1-9]\d* findings · .*read in \d+ files/.test(api.findingsStatus.shown),
    );
    // The workspace wants all findings, because its term is over.
    assert.match(api.findingsStatus.shown, /Focus on My Changes/);
    await vscode.commands.executeCommand('mentorshipProposals.focusOnMyChanges');
    await until('hints', () => findings(document).length > 0 && grave(document).length === 0);
    await until('that to be said', () => /No findings, \d+ hints.*Show All/.test(api.findingsStatus.shown));
    const title = rangeOf(document, 'Sample traces for workshops');
    await editor.edit((edit) => edit.insert(title.end, ' and talks'));
    await until('what is wrong with it', () => grave(document).length > 0);
    assert.ok(onlyIn(document, title.start.line));
    await vscode.commands.executeCommand('mentorshipProposals.allFindings');
    await until('the others', () => !onlyIn(document, title.start.line));
  });

  test('Check Whole Workspace shows all findings, also of open files, until one focuses on own changes again', async () => {
    await setScope('auto');
    const { document } = await open(drafts);
    await until('hints', () => findings(document).length > 0 && grave(document).length === 0);
    await vscode.commands.executeCommand('mentorshipProposals.checkWorkspace');
    await until('all findings', () => grave(document).length > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('all findings of the closed file', () => grave(document).length > 0);
    await vscode.commands.executeCommand('mentorshipProposals.focusOnMyChanges');
    await until('none', () => findings(document).length === 0);
    assert.equal(vscode.workspace.getConfiguration('mentorshipProposals').get('scope'), 'auto');
  });
});
