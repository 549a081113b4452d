/** What can be done about findings in a real VS Code: fixes, ignoring, the layout of a file, the page of a rule. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../extension-id';
import { until } from './until';
import { drafts, findings, findingsOf, open, rangeOf, revert, ruleOf, testApi } from './workspace';

const title = 'Sample traces for workshops';

suite('Help', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  setup(async () => {
    editor = await open(drafts);
    document = editor.document;
    await findingsOf(document, 'missing-field');
  });
  teardown(revert);

  test('"Ignore here" takes the finding away', async () => {
    const heading = rangeOf(document, title);
    const ignore = await action(document, heading, 'Ignore "missing-field" here');
    assert.ok(ignore.edit && (await vscode.workspace.applyEdit(ignore.edit)));
    assert.match(document.lineAt(heading.start.line).text, /^<!-- proposals-disable-next-line missing-field -->$/);
    await until('the finding to go away', () => findings(document).every((each) => ruleOf(each) !== 'missing-field'));
  });

  test('a layout fix changes the label and nothing else', async () => {
    const { label, before } = await misspell(editor);
    const fix = await action(document, label, 'Rename to "Recommended Skills"');
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.getText(), before);
  });

  test('the command fixes the layout of the file', async () => {
    const { before } = await misspell(editor);
    await vscode.commands.executeCommand('mentorshipProposals.fixLayout');
    await until('the label to be right', () => document.getText() === before);
  });

  test('a finding leads to the page of its rule', async () => {
    const [finding] = await findingsOf(document, 'missing-field');
    const { code } = finding ?? {};
    assert.ok(typeof code === 'object', 'The finding has no link.');
    await follow(code.target);
    const tab = await until('the page', () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('missing-field')),
    );
    await vscode.window.tabGroups.close(tab);
  });

  test('an address that leads to the extension opens the page of a rule, and nothing else', async () => {
    const api = await testApi();
    const address = `${vscode.env.uriScheme}://${extensionId}`;
    for (const path of ['/', '/rules/', '/rules/../../package.json', '/other/missing-field'])
      await api.followUri(vscode.Uri.parse(address + path));
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.equal(tabs().length, 1);
    await api.followUri(vscode.Uri.parse(`${address}/rules/missing-field`));
    const page = await until('the preview', () => tabs().find(({ label }) => /Preview.*missing-field/.test(label)));
    assert.ok(page.input instanceof vscode.TabInputWebview);
    await vscode.window.tabGroups.close(page);
  });
});

/** Opens a link as a click does; a browser is not asked, which would ask the person. */
async function follow(link: vscode.Uri): Promise<void> {
  if (vscode.env.uiKind === vscode.UIKind.Desktop) assert.ok(await vscode.env.openExternal(link));
  else await vscode.commands.executeCommand('vscode.open', link);
}

/** Waits until an action with that title is offered. */
function action(document: vscode.TextDocument, range: vscode.Range, name: string): Promise<vscode.CodeAction> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return until(`"${name}"`, async () => {
    const command = 'vscode.executeCodeActionProvider';
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, document.uri, range, kind, 20);
    return all.find((each) => each.title === name);
  });
}

/** Misspells a label, and says what the file was before. */
async function misspell(editor: vscode.TextEditor): Promise<{ label: vscode.Range; before: string }> {
  const { document } = editor;
  const before = document.getText();
  const label = rangeOf(document, 'Recommended Skills', 'Replicate only what has changed');
  assert.ok(await editor.edit((edit) => edit.replace(label, 'Recommend Skills')));
  await findingsOf(document, 'field-label');
  return { label, before };
}
