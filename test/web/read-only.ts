/** A workspace that can only be read: everything that is looked at works, and what would write says why it does not. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { outline, unfold } from '../suite/outline';
import { until } from '../suite/until';
import { drafts, findings, findingsOf, hoverText, open, rangeOf, revert, testApi } from '../suite/workspace';
import { runFiles } from './index';

const sentence = 'Cannot write to the file.';

export function run(): Promise<void> {
  return runFiles(() => {
    suite('In a folder that can only be read', () => {
      let api: TestApi;
      let document: vscode.TextDocument;
      let text: string;
      const refused: string[] = [];

      suiteSetup(async () => {
        api = await testApi();
        api.onRefused((why) => refused.push(why));
        // The server begins by itself where there are proposals, before any file is opened.
        assert.equal(vscode.window.activeTextEditor, undefined);
        await until('the server', () => api.isRunning());
      });
      setup(async () => {
        ({ document } = await open(drafts));
        text = document.getText();
        await findingsOf(document, 'missing-field');
        refused.length = 0;
      });
      teardown(async () => {
        while (vscode.window.activeTextEditor) await revert();
      });

      const run = <T>(name: string, ...given: unknown[]) =>
        vscode.commands.executeCommand<T>(`mentorshipProposals.${name}`, ...given);

      function assertUntouched(): void {
        assert.equal(document.getText(), text);
        assert.equal(document.isDirty, false);
      }

      test('findings, hover, the view and the check of the workspace are there', async () => {
        assert.equal(vscode.workspace.fs.isWritableFileSystem(document.uri.scheme), false);
        const issue = rangeOf(document, 'https://github.com/jaegertracing/jaeger/issues/7101').start;
        await until('the hover', async () => (await hoverText(document, issue.translate(0, 10))).includes('jaeger'));
        const view = await outline();
        await until('the terms', () => unfold(view, /^2026 Term 1 \(Mar-May\)$/, /^Proposed$/));
        assert.match(await run<string>('checkWorkspace'), /^2 files checked: /);
        await run('clearWorkspaceFindings');
        assert.ok(findings(document).length > 0);
      });

      test('commands that would change the file say in a sentence that they cannot', async () => {
        const heading = rangeOf(document, 'Sample traces for workshops').start;
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor);
        editor.selection = new vscode.Selection(heading, heading);
        // The projects of this folder are out of order.
        assert.equal(await run('sortProjects'), sentence);
        await run('renameProposal', 'Traces for workshops');
        await run('insertTemplate');
        await run('fixLayout');
        assert.deepEqual(refused, [sentence, sentence, sentence]);
        assertUntouched();
      });

      test('a new proposal for the file is not lost: it is in a document of its own', async () => {
        const given = { project: 'Jaeger', title: 'A calmer trace view', mentors: 'Ada Example (@ada-example)' };
        let isDone = false;
        const done = run('newProposal', given).then(() => {
          isDone = true;
        });
        await until('the proposal', async () => {
          if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return isDone;
        });
        await done;
        assert.deepEqual(refused, ['This file can only be read. The proposal is in a new document instead.']);
        const draft = vscode.window.activeTextEditor;
        assert.ok(draft?.document.isUntitled);
        assert.match(draft.document.getText(), /#### A calmer trace view\n[\s\S]*- Ada Example \(@ada-example\)/);
        assert.match(draft.document.lineAt(draft.selection.active.line).text, /^- Description: $/);
        assertUntouched();
      });

      test('an export to such a folder is refused', async () => {
        const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
        assert.ok(folder);
        const target = vscode.Uri.joinPath(folder, 'proposals.csv');
        await run('exportProposals', { term: null, format: 'csv', target });
        assert.deepEqual(refused, ['Cannot export: proposals.csv cannot be written.']);
        assertUntouched();
      });
    });
  });
}
