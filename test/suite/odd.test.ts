/** Every command where it has little to work on: none fails, none hangs, and what is said is said in one sentence. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { extensionId } from '../extension-id';
import { moveUntil } from './quick-open';
import { until } from './until';
import { drafts, findingsOf, open, revert } from './workspace';

const failed = 'This failed. See the log of Mentorship Proposals for the reason.';

/** They ask something before they do anything, or lead away from what is tested. */
const shownByThemselves = /restart|showLog|signIn|focusOnMyChanges|allFindings/;

suite('Commands in odd situations', () => {
  let api: TestApi;
  let commands: string[];
  const refused: string[] = [];
  let listening: vscode.Disposable;

  suiteSetup(async () => {
    const extension = vscode.extensions.getExtension<TestApi>(extensionId);
    const activated = await extension?.activate();
    assert.ok(extension && activated);
    api = activated;
    listening = api.onRefused((why) => refused.push(why));
    const named = extension.packageJSON.contributes.commands as { command: string }[];
    commands = named.map(({ command }) => command).filter((command) => !shownByThemselves.test(command));
  });
  suiteTeardown(async () => {
    listening.dispose();
  });
  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    refused.length = 0;
  });
  teardown(async () => {
    await vscode.commands.executeCommand('mentorshipProposals.clearWorkspaceFindings');
    await vscode.commands.executeCommand('mentorshipProposals.outline.showAll');
    await vscode.commands.executeCommand('mentorshipProposals.outline.sortByOrder');
    await vscode.commands.executeCommand('mentorshipProposals.outline.follow');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Runs every command and leaves each with Escape. */
  async function runAll(): Promise<void> {
    for (const command of commands) {
      let isDone = false;
      const done = vscode.commands.executeCommand(command).then(() => {
        isDone = true;
      });
      await until(`${command} to end`, async () => {
        if (!isDone) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      });
      await done;
    }
  }

  /** Takes back what commands have written into a document: VS Code would ask whether it is to be saved. */
  async function letGo(document: vscode.TextDocument): Promise<void> {
    await vscode.window.showTextDocument(document);
    await revert();
  }

  test('without an editor', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await runAll();
    assert.ok(!refused.includes(failed), refused.join('\n'));
  });

  test('in an untitled document without proposals', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes\n' });
    await vscode.window.showTextDocument(document);
    await runAll();
    assert.ok(!refused.includes(failed), refused.join('\n'));
    await letGo(document);
  });

  test('in either side of a comparison', async () => {
    const { document } = await open(drafts);
    const other = await vscode.workspace.openTextDocument({ language: 'markdown', content: document.getText() });
    await vscode.commands.executeCommand('vscode.diff', other.uri, document.uri, 'Comparison');
    await runAll();
    assert.ok(!refused.includes(failed), refused.join('\n'));
    await letGo(document);
    await letGo(other);
  });

  test('while the server is gone, and it comes back', async () => {
    const { document } = await open(drafts);
    const text = document.getText();
    const before = api.serverProcess();
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    await vscode.commands.executeCommand('mentorshipProposals.nextProposal');
    await vscode.commands.executeCommand('mentorshipProposals.sortProjects');
    await vscode.commands.executeCommand('mentorshipProposals.restart');
    await until('another server', () => api.isRunning() && api.serverProcess() !== before);
    await findingsOf(document, 'missing-field');
    assert.equal(document.getText(), text);
  });

  test('in a file that may only be read', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update('readonlyInclude', { '**/project_ideas.md': true }, vscode.ConfigurationTarget.Global);
    const { document } = await open(drafts);
    const text = document.getText();
    try {
      await vscode.commands.executeCommand('mentorshipProposals.sortProjects');
      await vscode.commands.executeCommand('mentorshipProposals.updateContents');
      await vscode.commands.executeCommand('mentorshipProposals.insertTemplate');
      assert.ok(!refused.includes(failed), refused.join('\n'));
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
      await until('the file as it was', async () => {
        await letGo((await open(drafts)).document);
        return (await open(drafts)).document.getText() === text;
      });
    }
  });

  test('an export to where nothing can be written', async () => {
    const target = vscode.Uri.parse('nowhere:/proposals.csv');
    await vscode.commands.executeCommand('mentorshipProposals.exportProposals', { term: null, format: 'csv', target });
    assert.deepEqual(refused, [`Cannot export: ${target.path} cannot be written.`]);
  });

  test('what was only shown is not held open', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    // A file that no test has opened: what an extension opens stays open for minutes.
    const file = vscode.Uri.joinPath(folder, 'programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md');
    const proposals = ['Zebra one', 'Zebra two'].map((title) => `#### ${title}\n\n- Description: Stripes.\n`);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(`### Harbor\n\n${proposals.join('\n')}`));
    const isOpen = () => vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
    try {
      await until('the file to be read', async () => {
        const found = await vscode.commands.executeCommand<unknown[]>('vscode.executeWorkspaceSymbolProvider', 'zebra');
        return found.length > 1;
      });
      const done = vscode.commands.executeCommand('mentorshipProposals.goToProposal', 'zebra');
      await moveUntil(isOpen);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await done;
      await until('the file to be let go of', () => !isOpen());
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});
