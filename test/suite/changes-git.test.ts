/** Findings in one's own changes by the Git of a real VS Code. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { grave, onlyIn, setScope } from './scope';
import { until } from './until';
import { drafts, open, rangeOf, revert } from './workspace';

suite('My changes by Git', () => {
  teardown(async () => {
    await setScope('all');
    await revert();
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
