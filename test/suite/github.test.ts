/** GitHub in a real VS Code: without an account, with one, and after it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TestAccount } from './account';
import { askedOfGitHub, token } from './asked';
import { until } from './until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert } from './workspace';

const jaegerIssue = 'https://github.com/jaegertracing/jaeger/issues/7101';
const harborIssue = 'https://github.com/goharbor/harbor/issues/22301';

suite('GitHub', () => {
  let account: TestAccount;

  suiteSetup(function () {
    // A desktop VS Code has a GitHub of its own, and there is only one.
    if (vscode.env.uiKind === vscode.UIKind.Desktop) this.skip();
    account = new TestAccount();
  });
  suiteTeardown(() => account?.dispose());
  teardown(revert);

  test('nobody is asked to sign in, and without an account nothing is asked in the background', async () => {
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    await hoverText(document, rangeOf(document, jaegerIssue).start.translate(0, 10));
    const asked = await askedOfGitHub();
    assert.deepEqual(
      asked.filter(({ authorization, method }) => authorization !== null || method === 'POST'),
      [],
    );
    assert.equal(account.prompts, 0);
  });

  test('who signs in sees what GitHub says in the text, without looking', async () => {
    const { document } = await open(drafts);
    await account.createSession([]);
    const [closed] = await findingsOf(document, 'upstream-closed');
    assert.equal(closed?.range.start.line, rangeOf(document, harborIssue).start.line);
    const queries = (await askedOfGitHub()).filter(({ method }) => method === 'POST');
    assert.deepEqual([...new Set(queries.map(({ authorization }) => authorization))], [`Bearer ${token}`]);
    // Who is signed in already is not asked again.
    await vscode.commands.executeCommand('mentorshipProposals.signIn');
    assert.equal(account.prompts, 1);
  });

  test('who signs out is forgotten at once', async () => {
    const editor = await open(drafts);
    const { document } = editor;
    await account.removeSession();
    const before = (await askedOfGitHub()).length;
    const issue = rangeOf(document, jaegerIssue);
    await editor.edit((edit) => edit.replace(issue, 'https://github.com/example-org/signed-out/issues/12'));
    await until('GitHub to be asked', async () => {
      await hoverText(document, issue.start.translate(0, 10));
      return (await askedOfGitHub()).length > before;
    });
    const asked = (await askedOfGitHub()).slice(before);
    assert.deepEqual([...new Set(asked.map(({ authorization }) => authorization))], [null]);
  });
});
