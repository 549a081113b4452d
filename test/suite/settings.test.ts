/** Settings in a real VS Code: what they say of themselves, and that a changed one is followed. Activation, too. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { extensionId } from '../extension-id';
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

  test('the extension is there at once, without its server', async () => {
    const extension = vscode.extensions.getExtension<TestApi | undefined>(extensionId);
    const api = await extension?.activate();
    assert.ok(extension && api, 'The extension is not in its test mode.');
    const loading = timeToLoad(join(extension.extensionPath, 'dist/client.js'));
    console.log(`    activation: ${api.activation.toFixed(1)} ms, after ${loading.toFixed(1)} ms of loading`);
    assert.ok(api.activation > 0 && loading > 0);
  });
});

/** How long it takes to load a script that has been loaded before, as if it had not, in milliseconds. */
function timeToLoad(script: string): number {
  const loaded = require.cache[script];
  delete require.cache[script];
  const began = performance.now();
  require(script);
  const took = performance.now() - began;
  require.cache[script] = loaded;
  return took;
}
