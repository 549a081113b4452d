/** A broken configuration of the repository in a real VS Code: it shows where, and nothing is fixed by itself. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixLayoutKind } from '../../server/src/protocol/actions';
import { until } from './until';
import { drafts, findingsOf, open, revert, source } from './workspace';

suite('Configuration', () => {
  let file: vscode.Uri;
  const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const shown = () => vscode.languages.getDiagnostics(file).filter((each) => each.source === source);

  teardown(async () => {
    await vscode.workspace.fs.delete(file).then(undefined, () => {});
    await until('no finding', () => shown().length === 0);
    await revert();
  });

  test('a mistake in it is a finding until it is mended or deleted', async () => {
    const { document } = await open(drafts);
    const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    assert.ok(root);
    file = vscode.Uri.joinPath(root, '.mentorship-proposals.json');
    await findingsOf(document, 'missing-field');
    await write('{\n  "rules": { "missing-feild": "off" }\n}\n');
    const [finding] = await until('a finding', () => shown().length > 0 && shown());
    assert.match(finding?.message ?? '', /^"rules\.missing-feild" is not a rule\. Did you mean "missing-field"\?/);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.deepEqual(finding?.range, new vscode.Range(1, 13, 1, 28));
    const actions = () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        fixLayoutKind,
      );
    assert.deepEqual(
      (await actions()).filter(({ edit }) => edit),
      [],
    );
    const others = vscode.languages.createDiagnosticCollection('json');
    try {
      others.set(file, [new vscode.Diagnostic(new vscode.Range(1, 0, 1, 1), 'Somebody else has seen it.')]);
      await until('no second word on the same line', () => shown().length === 0);
    } finally {
      others.dispose();
    }
    await until('a finding', () => shown().length > 0);
    await write('{ "rules": { "missing-field": "information" } }\n');
    await until('no finding', () => shown().length === 0);
    const [found] = await until('the rule of the repository', async () => {
      const all = await findingsOf(document, 'missing-field');
      return all[0]?.severity === vscode.DiagnosticSeverity.Information && all;
    });
    assert.ok(found);
    await write('{');
    await until('a finding', () => shown().length > 0);
    await vscode.workspace.fs.delete(file);
    await until('no finding', () => shown().length === 0);
  });
});
