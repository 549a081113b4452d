/** Proposals from issues, in a real VS Code: imported, filled in, compared, and what they leave out. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { until } from './until';
import { drafts, findingsOf, hoverText, open, rangeOf, revert, testApi } from './workspace';

const address = 'https://github.com/jaegertracing/jaeger/issues/7302';
const begun = `#### Search page

- Description:
- Expected Outcome:
- Recommended Skills: Rust
- Mentor(s):
- Upstream Issue: ${address}

`;
const run = (command: string, ...given: readonly unknown[]) =>
  vscode.commands.executeCommand(`mentorshipProposals.${command}`, ...given);

suite('From issues', () => {
  let api: TestApi;

  setup(async () => {
    api = await testApi();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  teardown(async () => {
    api.answer = null;
    while (vscode.window.activeTextEditor) await revert();
  });

  /** The drafts file with a proposal that says nothing but its issue, and the caret there. */
  async function openBegun(): Promise<vscode.TextEditor> {
    const editor = await open(drafts);
    await findingsOf(editor.document, 'missing-field');
    const before = rangeOf(editor.document, '### Prometheus').start;
    assert.ok(await editor.edit((edit) => edit.insert(before, begun)));
    const caret = rangeOf(editor.document, address).start;
    editor.selection = new vscode.Selection(caret, caret);
    return editor;
  }

  test('a code action at the issue fills in the proposal, and changes no word of it', async () => {
    const { document, selection } = await openBegun();
    const action = await until('the action', async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        selection,
      );
      return all.find(({ title }) => title === 'Fill in from jaegertracing/jaeger#7302');
    });
    const said = asked(api);
    await vscode.commands.executeCommand(action.command?.command ?? '', ...(action.command?.arguments ?? []));
    assert.ok(document.getText().includes(filled), document.getText());
    assert.equal(
      await said,
      'Filled in from jaegertracing/jaeger#7302: Description, Expected Outcome, Mentor(s). Unchanged, because it ' +
        'says something else: Recommended Skills. 2 parts are not in the draft.',
    );
    await vscode.commands.executeCommand('undo');
    assert.ok(document.getText().includes(begun));
  });

  test('what is left out comes back after it was dismissed, and is taken over part by part', async () => {
    const said = asked(api);
    await run('importIssue', 'jaegertracing/jaeger#7302');
    assert.equal(await said, '1 part is not in the draft.');
    const document = shown();
    const before = document.getText();
    assert.match(before, /\n#### Open the search page at once\n/);
    const done = run('showLeftOut').then(() => true);
    await until('the part', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([done, pause()]);
    });
    assert.equal(document.getText(), `${before}- Budget: None is needed.\n`);
  });

  test('an issue is compared with a proposal in an editor, of which the right side is the proposal', async () => {
    const { document } = await openBegun();
    await run('compareIssue');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.modified.toString(), document.uri.toString());
    const issue = await vscode.workspace.openTextDocument(input.original);
    const own = filled
      .replace('#### Search page', '#### Open the search page at once')
      .replace('Rust', 'Go, TypeScript');
    assert.equal(issue.getText(), document.getText().replace(begun, own));
    assert.equal(
      vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      'jaegertracing/jaeger#7302, updated 2026-01-12 ↔ draft',
    );
  });

  test('an address on the clipboard comes first, then the issues with a label of a program', async () => {
    await open(drafts);
    await vscode.env.clipboard.writeText(address);
    const done = run('importIssue').then(() => true);
    await until('the draft', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return Promise.race([done, pause()]);
    });
    assert.match(shown().getText(), /\n#### Open the search page at once\n/);
    assert.equal(shown().isUntitled, true);
  });

  test('a hover makes a draft of its issue, by a link that names the issue', async () => {
    const { document, selection } = await openBegun();
    const link = await until('the link', async () => {
      const text = await hoverText(document, selection.active.translate(0, 10));
      return /\(<command:mentorshipProposals\.importIssue\?([^>]*)>\)/.exec(text)?.[1];
    });
    assert.deepEqual(JSON.parse(decodeURIComponent(link)), ['jaegertracing/jaeger#7302']);
  });

  test('where there is no issue, one sentence says so', async () => {
    const { document } = await open(drafts);
    const at = rangeOf(document, 'Sample traces for workshops').start;
    for (const command of ['fillFromIssue', 'compareIssue', 'showLeftOut']) {
      const why = next(api.onRefused);
      await run(command, { uri: document.uri.toString(), position: { line: at.line, character: at.character } });
      assert.equal(await why, 'This proposal names no upstream issue on GitHub.');
    }
  });
});

const filled = `#### Search page

- Description: The search page reads the names of all services before it shows anything, see jaegertracing/jaeger#7101.

  With a thousand services that takes a minute.
- Expected Outcome:
  - The page opens at once, whatever the number of services
  - A benchmark in the nightly build shows it
- Recommended Skills: Rust
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: ${address}

`;

/** The first message with buttons. Nobody presses one. */
function asked(api: TestApi): Promise<string> {
  return new Promise((resolve) => {
    api.answer = (question) => {
      resolve(question);
      return undefined;
    };
  });
}

function next(event: vscode.Event<string>): Promise<string> {
  return new Promise((resolve) => {
    const listening = event((said) => {
      listening.dispose();
      resolve(said);
    });
  });
}

function pause(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), 100));
}

function shown(): vscode.TextDocument {
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  return document;
}
