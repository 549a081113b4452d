/** Upstream issues in a real VS Code: what a hover tells and how soon, and what the commands do. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { askedOfGitHub } from './asked';
import { until } from './until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert, testApi } from './workspace';

const jaegerIssue = 'https://github.com/jaegertracing/jaeger/issues/7101';
const harborIssue = 'https://github.com/goharbor/harbor/issues/22301';
const refusal = /^Place the cursor in a proposal that has an upstream issue\.$/;

suite('Upstream issues', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  let api: TestApi;

  setup(async () => {
    api = await testApi();
    editor = await open(drafts);
    document = editor.document;
    // The server is there when it has found something.
    await findingsOf(document, 'missing-field');
  });
  teardown(revert);

  test('a hover tells what GitHub says, and the second one asks nothing', async () => {
    const at = rangeOf(document, jaegerIssue).start.translate(0, 10);
    const told = await until('the title', async () => {
      const text = await hoverText(document, at);
      return text.includes('Explain slow queries in the trace store') && text;
    });
    assert.match(told, /\$\(issues\) \*\*Open\*\* as of .*jaegertracing\/jaeger\\#7101/);
    assert.match(told, /Opened by .*@ada-example.* ago · updated .* ago · 3 comments/);
    assert.match(told, /`enhancement` `mentorship`/);
    assert.match(told, /Written for the tests\./);
    const before = (await askedOfGitHub()).length;
    const start = performance.now();
    await hoverText(document, at);
    console.log(`      A hover from what is known took ${Math.round(performance.now() - start)} ms.`);
    assert.equal((await askedOfGitHub()).length, before);
  });

  test('an issue in a description has a hover, too', async () => {
    const before = 'its first hour.';
    const end = rangeOf(document, before).end;
    await editor.edit((edit) => edit.insert(end, ' It begins where goharbor/harbor#22301 ends.'));
    const text = await until('the hover', async () => {
      const answer = await hoverText(document, end.translate(0, 22));
      return answer.includes('Replicate only what has changed') && answer;
    });
    assert.match(text, /\*\*Closed as completed\*\*/);
  });

  test('the issue of the proposal at the caret is opened', async () => {
    const opened = next(api.onOpened);
    putCaret(editor, rangeOf(document, 'Explain slow queries in the trace store', 'Jaeger').start);
    await vscode.commands.executeCommand('mentorshipProposals.openUpstream');
    assert.equal(await opened, jaegerIssue);
  });

  test('of several issues one is picked', async () => {
    const issue = rangeOf(document, jaegerIssue);
    await editor.edit((edit) => edit.insert(issue.end, `, ${harborIssue}`));
    putCaret(editor, rangeOf(document, 'Explain slow queries in the trace store', 'Jaeger').start);
    const opened = next(api.onOpened);
    const done = vscode.commands.executeCommand('mentorshipProposals.openUpstream');
    const url = await until('the second one to be picked', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([opened, done.then(() => undefined), pause()]);
    });
    assert.ok([jaegerIssue, harborIssue].includes(url), url);
  });

  test('a reference is copied', async () => {
    putCaret(editor, rangeOf(document, harborIssue).start);
    await vscode.commands.executeCommand('mentorshipProposals.copyReference');
    assert.equal(await vscode.env.clipboard.readText(), 'goharbor/harbor#22301');
  });

  test('where no issue is named a person is told so', async () => {
    const refused = next(api.onRefused);
    putCaret(editor, new vscode.Position(0, 0));
    await vscode.commands.executeCommand('mentorshipProposals.openUpstream');
    assert.match(await refused, refusal);
  });

  test('all issues of open terms are asked about again, and a sentence tells what came of it', async () => {
    const sentence = await vscode.commands.executeCommand<string>('mentorshipProposals.refreshUpstream');
    assert.match(sentence, /^Upstream issues: 1 open, 1 closed, \d+ not found/);
  });

  test('how it stands with GitHub is shown at the language of a document', async () => {
    const shown = await until('the state', () => api.githubStatus.shown || undefined);
    assert.match(shown, /^\$\((?:github|warning)\) GitHub: .* · \d+ of \d+ requests left|until/);
  });
});

function putCaret(editor: vscode.TextEditor, at: vscode.Position): void {
  editor.selection = new vscode.Selection(at, at);
}

/** What is told next. */
function next<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      listener.dispose();
      resolve(value);
    });
  });
}

/** A moment, in which VS Code may do what it was told. */
function pause(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), 50));
}
