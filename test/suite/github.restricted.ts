/** A workspace that nobody has come to trust: everything works, but GitHub is not asked. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { TestAccount } from './account';
import { askedOfGitHub } from './asked';
import { until } from './until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert } from './workspace';

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
});
