/** Settings in a real VS Code: what they say of themselves, and that a changed one is followed. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, findings, findingsOf, open, revert, ruleOf } from './workspace';

suite('Settings', () => {
  const settings = () => vscode.workspace.getConfiguration('mentorshipProposals');
  const set = (name: string, value: unknown) => settings().update(name, value, true);

  teardown(async () => {
    for (const name of ['rules', 'inlayHints', 'codeLens']) await set(name, undefined);
    await revert();
  });

  test('a rule is as grave as one wants it', async () => {
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    await set('rules', { 'missing-field': 'information', 'empty-field': 'off' });
    await until('information', () =>
      findings(document).some(
        (each) => ruleOf(each) === 'missing-field' && each.severity === vscode.DiagnosticSeverity.Information,
      ),
    );
    await until('silence', () => findings(document).every((each) => ruleOf(each) !== 'empty-field'));
  });

  test('counts above projects come and go', async () => {
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    const ours = async () => (await lenses()).filter(({ command }) => /proposal/.test(command?.title ?? ''));
    assert.deepEqual(await ours(), []);
    await set('codeLens', true);
    await until('counts', async () => (await ours()).length > 0);
    await set('codeLens', false);
    await until('no counts', async () => (await ours()).length === 0);
  });

  test('budgets show where one wants them', async () => {
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    await set('inlayHints', 'always');
    await until('budgets', async () => (await hints()).length > 0);
    await set('inlayHints', 'off');
    await until('no budgets', async () => (await hints()).length === 0);
  });
});
