/** Findings in one's own changes in a real VS Code: by its Git, and in this sitting where there is none. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { until } from './until';
import { drafts, findings, findingsOf, open, rangeOf, revert, testApi } from './workspace';

const setting = 'scope';

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
    assert.equal(vscode.workspace.getConfiguration('mentorshipProposals').get(setting), 'auto');
  });

  test('in a repository, what was changed since the merge base counts', async function () {
    const git = vscode.extensions.getExtension('vscode.git');
    if (!git || !hasGit()) this.skip();
    await vscode.workspace.getConfiguration('git').update('enabled', true, true);
    const exported = await git.activate();
    const repositories = await until('Git', () => exported.enabled && exported.getAPI(1));
    const text = (await open(drafts)).document.getText();
    await revert();
    const folder = repositoryWith(text);
    try {
      await repositories.openRepository(vscode.Uri.file(folder));
      writeFileSync(
        join(folder, 'project_ideas.md'),
        text.replace('Sample traces for workshops', 'Sample traces for talks'),
      );
      await setScope('mine');
      // A document that is asked for stays open for minutes, and its proposals with it; a shown one goes with its editor.
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(join(folder, 'project_ideas.md')));
      const { document } = await until('the editor', () => vscode.window.activeTextEditor);
      await until('what is wrong with it', () => grave(document).length > 0);
      assert.ok(onlyIn(document, rangeOf(document, 'Sample traces for talks').start.line));
    } finally {
      await vscode.workspace.getConfiguration('git').update('enabled', undefined, true);
    }
  });
});

/** Changes the setting of the sample's workspace. */
async function setScope(scope: string): Promise<void> {
  await vscode.workspace.getConfiguration('mentorshipProposals').update(setting, scope, false);
}

/** The findings that are more than hints. */
function grave(document: vscode.TextDocument): vscode.Diagnostic[] {
  return findings(document).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
}

/** Whether all that is wrong stands in the proposal whose heading is in that line. */
function onlyIn(document: vscode.TextDocument, heading: number): boolean {
  const lines = document.getText().split('\n');
  const next = lines.findIndex((line, number) => number > heading && line.startsWith('#'));
  const end = next === -1 ? lines.length : next;
  return grave(document).every(({ range: { start } }) => heading <= start.line && start.line < end);
}

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A folder with a repository of one commit, which holds a drafts file. It stays as long as Git may look at it. */
function repositoryWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mentorship-proposals-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const git = (...given: string[]) => execFileSync('git', given, { cwd: folder, stdio: 'ignore' });
  writeFileSync(join(folder, 'project_ideas.md'), text);
  git('init', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=Ada Example', '-c', 'user.email=ada@example.org', 'commit', '--message=A term');
  return folder;
}
