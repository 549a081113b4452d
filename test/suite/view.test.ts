/** The view of terms, projects and proposals in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Branch } from '../../client/src/tree/branch';
import { decorations } from '../../client/src/tree/decorations';
import type { Outline } from '../../client/src/tree/tree';
import { outline, unfold } from './outline';
import { until } from './until';
import { drafts, open, rangeOf, revert, writeBehind } from './workspace';

const term = /^2026 Term 1 \(Mar-May\)$/;
const proposed = /^Proposed$/;
const incomplete = 'Sample traces for workshops';

suite('The view', () => {
  let view: Outline;
  let editor: vscode.TextEditor;

  setup(async () => {
    view = await outline();
    editor = await open(drafts);
    await until('the projects', () => unfold(view, term, proposed));
  });
  teardown(async () => {
    await run('showAll');
    await run('sortByOrder');
    await revert();
  });

  test('a proposal shows its mentors, and below itself the fields that it lacks', async () => {
    const branch = await proposal(incomplete);
    const item = view.provider.getTreeItem(branch);
    assert.equal(item.description, 'Ada Example');
    assert.match(
      String(item.accessibilityInformation?.label),
      /^Sample traces for workshops, a proposal of Jaeger, mentored by Ada Example\. It names no upstream issue\. 2 errors/,
    );
    const fields = await view.provider.getChildren(branch);
    const shown = fields.map(({ wire }) => `${wire.label}: ${wire.detail}`);
    assert.ok(shown.includes('Recommended Skills: missing'), shown.join('\n'));
    assert.ok(shown.includes('Upstream Issue: missing'), shown.join('\n'));
  });

  test('a number beside it counts what was found, in words too', async () => {
    const { resourceUri } = view.provider.getTreeItem(await proposal(incomplete));
    assert.ok(resourceUri);
    const decoration = await decorations.provideFileDecoration(resourceUri, new vscode.CancellationTokenSource().token);
    assert.equal(decoration?.badge, 'E2');
    assert.equal(decoration?.tooltip, '2 errors');
    assert.equal(view.provider.getTreeItem(await proposal('Replicate only what has changed')).resourceUri, undefined);
  });

  test('a click leads to what is meant', async () => {
    const [field] = await view.provider.getChildren(await proposal(incomplete));
    const command = field && view.provider.getTreeItem(field).command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const { active } = vscode.window.activeTextEditor?.selection ?? {};
    assert.equal(active?.line, rangeOf(editor.document, incomplete).start.line);
  });

  test('what is written shows', async () => {
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, incomplete), 'Traces with a story'));
    await until('the new title', () => unfold(view, term, proposed, /^Jaeger$/, /^Traces with a story$/));
  });

  test('only with problems, and all again', async () => {
    await run('onlyProblems');
    const some = await until('the proposals with problems', async () => {
      const found = await titles();
      return found.length > 0 && found.length < 5 && found;
    });
    assert.ok(some.includes(incomplete));
    assert.ok(!some.includes('Replicate only what has changed'));
    assert.equal(view.view.title, 'only with problems');
    await run('showAll');
    assert.equal((await titles()).length, 5);
  });

  test('only mine, by the name that a person has set', async () => {
    const settings = vscode.workspace.getConfiguration('mentorshipProposals');
    await settings.update('me', '@tim-muster', vscode.ConfigurationTarget.Workspace);
    try {
      await run('onlyMine');
      assert.deepEqual(await titles(), ['Replicate only what has changed']);
    } finally {
      await settings.update('me', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('sorted by name, and in the order of the file', async () => {
    const inFile = (await unfold(view, term, proposed, /^Prometheus$/))?.map(({ wire }) => wire.label);
    await run('sortByName');
    const sorted = (await unfold(view, term, proposed, /^Prometheus$/))?.map(({ wire }) => wire.label);
    assert.deepEqual(sorted, [...(inFile ?? [])].sort());
  });

  test('it follows the editor while it is shown, unless told not to', async () => {
    await vscode.commands.executeCommand('mentorshipProposals.outline.focus');
    await until('the view', () => view.view.visible);
    await goTo(incomplete);
    await until('the proposal', () => selected() === incomplete);
    await goTo('Harbor');
    await until('the project', () => selected() === 'Harbor');
    await run('unfollow');
    await goTo(incomplete);
    await run('follow');
    await until('the proposal again', () => selected() === incomplete);
  });

  test('it follows a caret that rests, even if the view changes while a branch is selected', async () => {
    await vscode.commands.executeCommand('mentorshipProposals.outline.focus');
    await until('the view', () => view.view.visible);
    await goTo('Harbor');
    await until('the project', () => selected() === 'Harbor');
    const shown = view.view as { reveal: typeof view.view.reveal };
    const { reveal } = shown;
    let refused = false;
    shown.reveal = async () => {
      shown.reveal = reveal;
      refused = true;
      throw new Error('Cannot resolve tree item');
    };
    await goTo(incomplete);
    await until('the proposal', () => selected() === incomplete);
    assert.ok(refused);
  });

  test('copies a proposal as it is written, and a link to it', async () => {
    const branch = await proposal(incomplete);
    await run('copyMarkdown', branch);
    assert.match(await vscode.env.clipboard.readText(), /^#### Sample traces for workshops\n\n- Description: [^#]+\n$/);
    await run('copyLink', branch);
    assert.equal(await vscode.env.clipboard.readText(), `${drafts}#sample-traces-for-workshops`);
  });

  test('refreshes at most once a second, whatever is typed', async () => {
    await vscode.commands.executeCommand('mentorshipProposals.outline.focus');
    await until('the view', () => view.view.visible);
    let refreshes = 0;
    const listener = view.provider.onDidChangeTreeData(() => void refreshes++);
    const start = Date.now();
    const { end } = rangeOf(editor.document, 'its first hour.', incomplete);
    for (let k = 0; k < 20; k++) await writeBehind(editor, new vscode.Range(end, end), 'x');
    await until('a refresh', () => refreshes > 0);
    listener.dispose();
    assert.ok(refreshes <= 1 + (Date.now() - start) / 1_000, `${refreshes} refreshes`);
  });

  async function proposal(title: string): Promise<Branch> {
    const project = title === incomplete ? /^Jaeger$/ : /^Harbor$/;
    return until(title, async () =>
      (await unfold(view, term, proposed, project))?.find(({ wire }) => wire.label === title && wire.is === 'proposal'),
    );
  }

  /** The proposed ones of the term. */
  async function titles(): Promise<string[]> {
    const found: string[] = [];
    const walk = async (parent?: Branch): Promise<void> => {
      for (const branch of await view.provider.getChildren(parent)) {
        if (branch.wire.is === 'proposal') {
          if (branch.wire.place?.uri === editor.document.uri.toString()) found.push(branch.wire.label);
        } else await walk(branch);
      }
    };
    await walk();
    return found;
  }

  async function goTo(text: string): Promise<void> {
    const { start } = rangeOf(editor.document, `# ${text}`);
    await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(start, start) });
  }

  function selected(): string | undefined {
    return view.view.selection[0]?.wire.label;
  }

  function run(name: string, ...given: unknown[]): Thenable<unknown> {
    return vscode.commands.executeCommand(`mentorshipProposals.outline.${name}`, ...given);
  }
});
