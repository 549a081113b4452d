/** What strangers write, in everything that VS Code is handed for a person to see or to copy. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import type { Branch } from '../../client/src/tree/branch';
import { aliveIn, hostile } from '../alive';
import { until } from './until';
import { drafts, findingsOf, open, rangeOf, revert, testApi } from './workspace';

const title = 'Sample traces for workshops';

suite('What strangers write', () => {
  let api: TestApi;
  let document: vscode.TextDocument;

  setup(async () => {
    api = await testApi();
    const editor = await open(drafts);
    document = editor.document;
    await findingsOf(document, 'missing-field');
    const ada = rangeOf(document, 'ada@example.org', title);
    assert.ok(
      await editor.edit((edit) => {
        edit.replace(rangeOf(document, title), `Traces ${hostile}`);
        edit.insert(rangeOf(document, '### Prometheus').end, ` ${hostile}`);
        edit.replace(rangeOf(document, 'Linus Specimen'), 'Linus $(bug) \u202egnp');
        edit.insert(document.lineAt(ada.start.line).range.end, '\n  - Tim Muster (@tim-muster, tim@example.org)');
      }),
    );
    await until('the title in the view', async () => (await lines()).some((line) => line.startsWith('Traces')));
  });
  teardown(revert);

  test('is text in the view', async () => {
    const all = await lines();
    const ours = all.filter((line) => line.includes('bug'));
    assert.ok(ours.length >= 4, all.join('\n'));
    assert.deepEqual(ours.flatMap(aliveIn), []);
  });

  test('is text where a handle is not renamed', async () => {
    const why = new Promise<string>((resolve) => {
      const listening = api.onRefused((said) => {
        listening.dispose();
        resolve(said);
      });
    });
    const { start } = rangeOf(document, 'ada-example', 'Traces');
    await vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, start, 'tim-muster');
    assert.match(await why, /^"Traces \[more\] \(command:.* already has @tim-muster\./);
    assert.deepEqual(aliveIn(await why), []);
  });

  test('is text among the symbols of the workspace', async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Traces',
    );
    const names = found
      .map(({ name, containerName }) => [name, containerName])
      .filter(([name]) => /^Traces.*bug/.test(name ?? ''));
    assert.ok(names.length > 0);
    assert.deepEqual(
      names.flat().flatMap((name) => aliveIn(name ?? '')),
      [],
    );
  });

  test('is copied as one writes it, without what acts', async () => {
    const [branch] = (await branches()).filter(({ wire }) => wire.is === 'proposal' && wire.label.startsWith('Traces'));
    await vscode.commands.executeCommand('mentorshipProposals.outline.copyMarkdown', branch);
    const copied = await vscode.env.clipboard.readText();
    assert.ok(copied.startsWith(`#### Traces ${hostile.replace('\u202e', '')}\n`), copied);
  });

  /** Every line of the view. */
  async function branches(): Promise<Branch[]> {
    const { provider } = api.outline;
    const below = async (parent?: Branch): Promise<Branch[]> => {
      const children = await provider.getChildren(parent);
      return (await Promise.all(children.map(async (child) => [child, ...(await below(child))]))).flat();
    };
    return below();
  }

  /** Everything that the view says, in lines: a tooltip has several of them. */
  async function lines(): Promise<string[]> {
    return (await branches()).flatMap((branch) => {
      const item = api.outline.provider.getTreeItem(branch);
      const { label, description, tooltip, accessibilityInformation } = item;
      return [label, description ?? '', ...(tooltip ?? '').split('\n'), accessibilityInformation?.label ?? ''];
    });
  }
});
