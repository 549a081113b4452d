/** What is so in a browser alone, on files that only VS Code can read. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../extension-id';
import { TestAccount } from '../suite/account';
import { openDraft } from '../suite/draft';
import { until } from '../suite/until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert, testApi } from '../suite/workspace';
import { filesOfTests, kept, newTerm } from './files-of-tests';

suite('In a browser', () => {
  teardown(async () => {
    while (vscode.window.activeTextEditor) await revert();
  });

  for (const [format, begin] of [
    ['csv', /^path,line,kind,/],
    ['json', /^{ "version": 1, "files": \[/],
  ] as const)
    test(`an export as ${format} is a document, and no file of the repository`, async () => {
      await vscode.commands.executeCommand('mentorshipProposals.exportProposals', { term: null, format });
      const document = await until('the document', () => {
        const shown = vscode.window.activeTextEditor?.document;
        return shown?.isUntitled && shown;
      });
      assert.match(document.getText(), begin);
      assert.match(document.getText(), /Explain slow queries in the trace store/);
    });

  test('each file is read once, however often the server begins, and again when it has changed', async () => {
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    const { reads } = await filesOfTests();
    const term = await newTerm('2025/01-Mar-May', 3);
    const ofRoom = () => reads.filter((path) => path.endsWith('.md') && path.startsWith(term.folder.path));
    try {
      await until('the files to be read', () => term.files.every((file) => ofRoom().includes(file.path)));
      await vscode.commands.executeCommand('mentorshipProposals.restart');
      await vscode.commands.executeCommand('mentorshipProposals.checkWorkspace');
      assert.deepEqual(ofRoom().sort(), term.files.map(({ path }) => path).sort());
      const [changed] = term.files;
      assert.ok(changed);
      await vscode.workspace.fs.writeFile(changed, new TextEncoder().encode('# Nothing\n'));
      await until('the changed file to be read again', () => ofRoom().length === term.files.length + 1);
    } finally {
      await vscode.commands.executeCommand('mentorshipProposals.clearWorkspaceFindings');
      await vscode.workspace.fs.delete(term.folder, { recursive: true });
    }
  });

  test('Go to Proposal lists what is read while the list is open', async () => {
    await findingsOf((await open(drafts)).document, 'missing-field');
    const files = await filesOfTests();
    const term = await newTerm('2027/01-Mar-May', 1);
    let letGo = () => {};
    files.ready = new Promise((resolve) => {
      letGo = resolve;
    });
    try {
      await vscode.commands.executeCommand('mentorshipProposals.restart');
      const before = files.reads.length;
      const done = vscode.commands.executeCommand('mentorshipProposals.goToProposal', 'one of many');
      await until('the files to be listed', () => files.reads.length > before);
      // The first list, which is empty, does not wait for the files for longer than a second.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      letGo();
      await until('the proposal', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.activeTextEditor?.document.uri.path.includes('/2027/');
      });
      await done;
    } finally {
      letGo();
      files.ready = Promise.resolve();
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await vscode.workspace.fs.delete(term.folder, { recursive: true });
    }
  });

  test('a draft that the browser has sent twice, because the connection was lost, is told of', async () => {
    const api = await testApi();
    const account = new TestAccount();
    try {
      await account.createSession([]);
      const questions: string[] = [];
      api.answer = (question, buttons) => {
        questions.push(question);
        return buttons.find((button) => button === 'File Issue');
      };
      for (const [title, sentence] of [
        [
          'Fault lost behind a tunnel',
          /^Filed as \S+#\d+, and once more as \S+#\d+, because the connection was lost\./,
        ],
        ['Fault cut before anything arrives', /^GitHub did not answer, and the issue is not to be seen yet\./],
      ] as const) {
        const { document } = await openDraft(title);
        const place = { uri: document.uri.toString(), position: { line: 4, character: 0 } };
        const said = await vscode.commands.executeCommand('mentorshipProposals.fileIssue', place);
        assert.match(String(said), sentence, questions.join('\n'));
      }
    } finally {
      api.answer = null;
      await account.removeSession();
      account.dispose();
    }
  });

  test('the page of a rule is opened as a text where nothing shows Markdown', async () => {
    const api = await testApi();
    await api.followUri(vscode.Uri.parse(`vscode://${extensionId}/rules/missing-field`));
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/docs\/rules\/missing-field\.md$/);
  });

  test('what GitHub has said and the texts of files are kept for the next visit', async () => {
    const { document } = await open(drafts);
    // Whoever signs out is forgotten, and with them what they have read.
    await vscode.commands.executeCommand('mentorshipProposals.restart');
    const issue = rangeOf(document, 'https://github.com/jaegertracing/jaeger/issues/7101').start;
    await until('a hover', async () => (await hoverText(document, issue.translate(0, 10))).includes('3 comments'));
    await until('what GitHub has said', async () => (await kept('issues')).includes('Explain slow queries'));
    await until('the texts', async () => (await kept('remote-files')).includes('Explain slow queries'));
  });
});
