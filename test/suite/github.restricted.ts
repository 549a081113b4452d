/** A workspace that nobody has come to trust: everything works, but GitHub is not asked. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TestAccount } from './account';
import { askedOfGitHub } from './asked';
import { openDraft } from './draft';
import { until } from './until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert, testApi } from './workspace';

const jaegerIssue = 'https://github.com/jaegertracing/jaeger/issues/7101';

suite('A workspace that is not trusted', () => {
  let account: TestAccount;

  suiteSetup(() => {
    account = new TestAccount();
  });
  suiteTeardown(() => account.dispose());
  teardown(revert);

  test('nothing is asked of GitHub, not even by who signs in and looks, and the hover says why', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await open(drafts);
    await findingsOf(document, 'missing-field');
    await account.createSession([]);
    const text = await until('the reason', async () => {
      const answer = await hoverText(document, rangeOf(document, jaegerIssue).start.translate(0, 10));
      return /Trust the workspace to ask GitHub/.test(answer) && answer;
    });
    assert.match(text, /jaegertracing\/jaeger/);
    assert.deepEqual(await askedOfGitHub(), []);
  });

  test('no issue is filed, and no right is asked for', async () => {
    const api = await testApi();
    api.answer = (_, buttons) => buttons[0];
    await account.createSession([]);
    const { document } = await openDraft('Not trusted');
    const place = { uri: document.uri.toString(), position: { line: 4, character: 0 } };
    for (const command of ['fileIssue', 'updateIssue']) {
      const said = await vscode.commands.executeCommand(`mentorshipProposals.${command}`, place);
      assert.equal(said, 'Trust the workspace to send issues to GitHub.');
    }
    assert.ok(!account.asked.some((scopes) => scopes.includes('public_repo')));
    assert.deepEqual(await askedOfGitHub(), []);
    api.answer = null;
  });
});
