/** A new proposal in a real VS Code, by keys alone: step by step into a file and a draft, and as a form in the text. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, findings, findingsOf, open, revert, ruleOf } from './workspace';

const said = {
  project: 'Jaeger',
  title: 'A calmer trace view',
  mentors: 'Lin Probe (@lin-probe, lin@example.org); Tim Muster (@tim-muster, tim@example.org)',
  upstream: 'https://github.com/jaegertracing/jaeger/issues/9901',
};

suite('New proposal', () => {
  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  teardown(async () => {
    while (vscode.window.activeTextEditor) await revert();
  });

  test('what is said step by step stands below its project, with the caret in the first empty field', async () => {
    const { document } = await open(drafts);
    const before = document.getText();
    await acceptAll(vscode.commands.executeCommand('mentorshipProposals.newProposal', said));
    const added = `${[
      '#### A calmer trace view',
      '',
      'CNCF - Jaeger: A calmer trace view (2026 Term 1)',
      '',
      '- Description: ',
      '- Expected Outcome: ',
      '- Recommended Skills: ',
      '- Mentor(s):',
      '  - Lin Probe (@lin-probe, lin@example.org)',
      '  - Tim Muster (@tim-muster, tim@example.org)',
      `- Upstream Issue: ${said.upstream}`,
    ].join('\n')}\n\n`;
    assert.equal(document.getText(), before.replace('### Prometheus\n', `${added}### Prometheus\n`));
    assert.equal(currentLine(), '- Description: ');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('a project that the file lacks gets its heading where it belongs', async () => {
    const { document } = await open(drafts);
    const before = document.getText();
    await acceptAll(vscode.commands.executeCommand('mentorshipProposals.newProposal', { ...said, project: 'Antrea' }));
    assert.match(document.getText(), /^### Antrea\n\n#### A calmer trace view\n[\s\S]*\n\n### Harbor\n/m);
    assert.ok(document.getText().includes(before.slice(before.indexOf('### Harbor'))));
  });

  test('what changes in the document meanwhile is kept', async () => {
    const editor = await open(drafts);
    const done = vscode.commands.executeCommand('mentorshipProposals.newProposal', said);
    await accept();
    assert.ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Meanwhile.\n\n')));
    await acceptAll(done);
    assert.match(editor.document.getText(), /^Meanwhile\.\n\n## Template\n[\s\S]*#### A calmer trace view/);
  });

  test('Escape changes nothing, at whatever step', async () => {
    const { document } = await open(drafts);
    const before = document.getText();
    for (const steps of [0, 1, 3]) {
      const done = vscode.commands.executeCommand('mentorshipProposals.newProposal', said);
      for (let i = 0; i < steps; i++) await accept();
      await pressUntilDone(done, 'workbench.action.closeQuickOpen');
      assert.equal(document.getText(), before);
    }
  });

  test('one may go back and take what was said already', async () => {
    const { document } = await open(drafts);
    const done = vscode.commands.executeCommand('mentorshipProposals.newProposal', said);
    for (let i = 0; i < 4; i++) await accept();
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await vscode.commands.executeCommand('workbench.action.quickInputBack');
    await acceptAll(done);
    assert.equal(document.getText().split('#### A calmer trace view').length, 2);
  });

  test('for a file, its term is not asked for', async () => {
    const { document } = await open(drafts);
    const done = vscode.commands.executeCommand('mentorshipProposals.newProposalHere', document.uri);
    await pressUntilDone(done, 'workbench.action.closeQuickOpen');
    assert.equal(document.isDirty, false);
  });

  for (const draft of ['lfx-mentorship', 'summerofcode']) {
    test(`a draft for ${draft} is filled in by keys until there is no finding`, async () => {
      await acceptAll(vscode.commands.executeCommand('mentorshipProposals.newProposal', { ...said, draft }));
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      assert.equal(document.languageId, 'markdown');
      await type('Traces are hard to read.');
      await findingsOf(document, 'empty-field');
      for (const value of ['A view that is easy to read.', 'TypeScript', 'medium (~175 hours)']) {
        await vscode.commands.executeCommand('cursorDown');
        await vscode.commands.executeCommand('cursorEnd');
        if (/: $/.test(currentLine())) await type(value);
      }
      assert.doesNotMatch(document.getText(), /^- (?!Mentor)[^:]*: ?$/m);
      await until('no finding', () => findings(document).length === 0).catch(() => {
        assert.deepEqual(
          findings(document).map((each) => `${ruleOf(each)}: ${each.message}`),
          [],
        );
      });
    });
  }

  test('the template begins an empty document, and Tab goes through its stops', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('mentorshipProposals.insertTemplate');
    for (const text of ['Jaeger', 'A calmer trace view', 'Traces are hard to read.']) {
      await type(text);
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    assert.match(
      document.getText(),
      /^### Jaeger\n\n#### A calmer trace view\n\n- Description: Traces are hard to read\.\n- Expected Outcome: \n/,
    );
    assert.equal(currentLine(), '- Expected Outcome: ');
  });

  test('the template stands behind the proposal at the caret', async () => {
    const editor = await open(drafts);
    const before = editor.document.getText();
    const caret = editor.document.positionAt(before.indexOf('its first hour.'));
    editor.selection = new vscode.Selection(caret, caret);
    await vscode.commands.executeCommand('mentorshipProposals.insertTemplate');
    await type('Next');
    const text = editor.document.getText();
    assert.match(
      text,
      /\(@ada-example, ada@example\.org\)\n\n#### Next\n\nCNCF - Jaeger: Next \(2026 Term 1\)\n\n- Desc/,
    );
    assert.ok(text.endsWith(before.slice(before.indexOf('### Prometheus'))));
  });
});

function currentLine(): string {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.lineAt(editor.selection.active.line).text : '';
}

function accept(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** Presses Enter in one step after the other. A step that is not there yet takes no notice. */
function acceptAll(done: Thenable<unknown>): Promise<void> {
  return pressUntilDone(done, 'workbench.action.acceptSelectedQuickOpenItem');
}

async function pressUntilDone(done: Thenable<unknown>, command: string): Promise<void> {
  let isDone = false;
  void done.then(() => {
    isDone = true;
  });
  await until('the end of the steps', async () => {
    if (!isDone) await vscode.commands.executeCommand(command);
    return isDone;
  });
  await done;
}

async function type(text: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  for (const key of text) await vscode.commands.executeCommand('type', { text: key });
}
