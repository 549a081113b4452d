/** What a mentor does in a browser without Node and without Git, on files that only VS Code can read. */
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { until } from '../suite/until';

const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

async function open(path: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The sample workspace is not open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document, { preview: false });
}

function rules(document: vscode.TextDocument): string[] {
  const own = vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === 'mentorship-proposals');
  return own.map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** The place behind the first `text` after `anchor`. */
function placeBehind(document: vscode.TextDocument, text: string, anchor = ''): vscode.Position {
  const at = document.getText().indexOf(text, document.getText().indexOf(anchor));
  if (at < 0) throw new Error(`The document has no "${text}".`);
  return document.positionAt(at + text.length);
}

function testApi(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi>('mentorship-proposals.mentorship-proposals');
  if (!extension) throw new Error('The extension is not there.');
  return Promise.resolve(extension.activate());
}

const revert = () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');

suite('In a browser', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('mentorshipProposals.clearWorkspaceFindings');
    while (vscode.window.activeTextEditor) await revert();
  });

  test('the findings of a file come and go with its text', async () => {
    const { document } = await open(drafts);
    await until('a finding', () => rules(document).includes('missing-field'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, placeBehind(document, '- Expected Outcome: Three sets of traces'), ' and more');
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was not applied.');
    await until('the finding again', () => rules(document).includes('missing-field'));
  });

  test('a quick fix inserts a missing field', async () => {
    const { document } = await open(drafts);
    await until('a finding', () => rules(document).includes('missing-field'));
    const at = placeBehind(document, '#### Sample traces');
    const range = new vscode.Range(at, at);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const fix = actions.find(({ title }) => title === 'Insert "Upstream Issue"');
    if (!fix?.edit) throw new Error(`There is no fix among ${actions.map(({ title }) => title).join(', ')}.`);
    const before = document.getText().split('- Upstream Issue:').length;
    await vscode.workspace.applyEdit(fix.edit);
    await until('the field', () => document.getText().split('- Upstream Issue:').length === before + 1);
  });

  test('mentors of the other files are completed', async () => {
    const editor = await open(drafts);
    const { document } = editor;
    const end = placeBehind(document, '(@ada-example, ada@example.org)', '#### Sample traces');
    await editor.edit((edit) => edit.insert(end, '\n  - @gra'));
    const at = placeBehind(document, '\n  - @gra');
    const list = await until('people', async () => {
      const all = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return all.items.some(({ label }) => JSON.stringify(label).includes('Grace Sample')) && all;
    });
    if (list.items.length === 0) throw new Error('No completion.');
  });

  test('an upstream issue has a hover, also offline', async () => {
    const { document } = await open(drafts);
    const at = placeBehind(document, 'https://github.com/jaegertracing/jaeger/iss');
    await until('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.length > 0;
    });
  });

  test('the view has the terms, and the whole workspace is checked', async () => {
    await open(drafts);
    const { outline } = await testApi();
    await until('terms', async () => ((await outline.provider.getChildren()) ?? []).length > 0);
    const summary = await vscode.commands.executeCommand<string>('mentorshipProposals.checkWorkspace');
    if (!/^2 files checked: /.test(summary)) throw new Error(summary);
  });

  test('a draft is written and checked', async () => {
    await open(drafts);
    let isDone = false;
    const given = {
      draft: 'lfx-mentorship',
      project: 'Jaeger',
      title: 'A calmer trace view',
      mentors: 'Ada Example (@ada-example)',
    };
    const done = vscode.commands.executeCommand('mentorshipProposals.newProposal', given).then(() => {
      isDone = true;
    });
    await until('the draft', async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await done;
    const document = vscode.window.activeTextEditor?.document;
    if (!document?.isUntitled) throw new Error('No unsaved document.');
    await until('findings', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  });

  test('the server can be started again', async () => {
    const { document } = await open(drafts);
    await until('a finding', () => rules(document).includes('missing-field'));
    await vscode.commands.executeCommand('mentorshipProposals.restart');
    await until('the findings of the new server', () => rules(document).includes('missing-field'));
  });
});
