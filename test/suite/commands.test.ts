/** The commands of the palette in a real VS Code: each by its effect on the editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../extension-id';
import { moveUntil } from './quick-open';
import { until } from './until';
import { drafts, findings, findingsOf, open, rangeOf, revert, ruleOf, source } from './workspace';

const accepted = drafts.replace('project_ideas', 'README');
const summer = 'programs/summerofcode/2026.md';
const config = '.mentorship-proposals.json';

suite('Commands', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  setup(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    editor = await open(drafts);
    document = editor.document;
    // The server is there when it has found something.
    await findingsOf(document, 'missing-field');
  });
  teardown(async () => {
    await run('clearWorkspaceFindings');
    await open(drafts);
    await revert();
  });

  test('every command of the manifest is there', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    const named = extension?.packageJSON.contributes.commands as { command: string }[];
    const all = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      named.map(({ command }) => command).filter((command) => !all.has(command)),
      [],
    );
  });

  test('Go to Proposal shows what one moves to, and Enter goes there', async () => {
    const done = run('goToProposal', 'harbor');
    await moveUntil(() => pathOf() !== drafts && pathOf());
    // The editor is told of before its tab.
    await until('a preview', () => tabOf(pathOf())?.isPreview);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await done;
    assert.match(currentLine(), /^#{4,5} \S/);
    assert.ok(vscode.window.activeTextEditor?.selection.isEmpty);
  });

  test('Escape leads back to where one was, and closes what was only shown', async () => {
    const caret = rangeOf(document, 'its first hour.').start;
    editor.selection = new vscode.Selection(caret, caret);
    const done = run('goToProposal', 'harbor');
    await moveUntil(() => pathOf() !== drafts);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
    assert.equal(pathOf(), drafts);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, caret);
    await until('one tab', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length === 1);
  });

  test('Next and Previous Proposal step through the file and begin anew at its end', async () => {
    const headings = [...document.getText().matchAll(/^#### .*$/gm)].map(([line]) => line);
    const isSample = (line: string) => !line.includes('TITLE') && !/sample heading/i.test(line);
    const start = rangeOf(document, headings.filter(isSample).at(-1) ?? '');
    editor.selection = new vscode.Selection(start.start, start.start);
    const last = currentLine();
    await run('nextProposal');
    const first = currentLine();
    assert.match(first, /^#### /);
    assert.ok(editor.selection.active.line < start.start.line);
    await run('previousProposal');
    assert.equal(currentLine(), last);
    await run('nextProposal');
    assert.equal(currentLine(), first);
  });

  test('Show Mentor leads to where somebody mentored', async () => {
    const done = run('showMentor', 'grace');
    await acceptUntil(() => /grace-sample/.test(textAtCaret()));
    await done;
    assert.match(textAtCaret(), /^Grace Sample \(@grace-sample/);
  });

  test('Show Mentor copies how somebody stands in a mentors field', async () => {
    await vscode.env.clipboard.writeText('');
    // The entry is the last line of the second list, which is the one above the first. Nobody says when a list is
    // there: where a key was too early, all is done once more.
    await until('the entry', async () => {
      const done = run('showMentor', 'grace@example.org');
      for (const key of ['acceptSelectedQuickOpenItem', 'quickOpenSelectPrevious', 'acceptSelectedQuickOpenItem']) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await vscode.commands.executeCommand(`workbench.action.${key}`);
      }
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await done;
      return (await vscode.env.clipboard.readText()) !== '';
    });
    assert.equal(await vscode.env.clipboard.readText(), 'Grace Sample (@grace-sample, grace@example.org)');
  });

  test('Check Whole Workspace leaves the findings of an open file to the editor', async () => {
    const before = findings(document).map(keyOf).sort();
    const summary = await run<string>('checkWorkspace');
    assert.match(summary, /^2 files checked: \d errors?, \d warnings?, \d notes?\. Skipped 1 published file\.$/);
    assert.deepEqual(findings(document).map(keyOf).sort(), before);
  });

  test('Check Whole Workspace shows the findings of a closed file, and lets go of it when it is opened', async () => {
    const before = findings(document).map(keyOf).sort();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no finding', () => ours().size === 0);
    await run('checkWorkspace');
    assert.deepEqual([...ours().keys()], [drafts]);
    assert.deepEqual(ours().get(drafts), before);
    assert.match(await run<string>('checkWorkspace', { published: true }), /^3 files checked: /);
    assert.ok(ours().has(accepted));

    await open(drafts);
    // For a moment a file may have none: those that are let go of are gone before the editor has asked.
    await until('the editor to have asked', () => ours().get(drafts)?.join() === before.join());
    await run('clearWorkspaceFindings');
    assert.deepEqual(ours().get(drafts), before);

    await run('checkWorkspace');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the findings of the closed file', () => ours().get(drafts)?.join() === before.join());
    await run('clearWorkspaceFindings');
    assert.equal(ours().size, 0);
  });

  test('Check Whole Workspace goes by settings, also after it has run', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('checkWorkspace');
    const has = (rule: string) =>
      ours()
        .get(drafts)
        ?.some((each) => each.includes(` ${rule} `)) ?? false;
    assert.ok(has('missing-field'));
    const settings = vscode.workspace.getConfiguration('mentorshipProposals');
    await settings.update('rules', { 'missing-field': 'off' });
    try {
      await until('no missing field', () => ours().has(drafts) && !has('missing-field'));
    } finally {
      await settings.update('rules', undefined);
    }
    await until('the missing field', () => has('missing-field'));
  });

  test('Check Whole Workspace goes by the configuration of the repository', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, config);
    const exclude = { files: { exclude: [drafts] } };
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(exclude)));
    try {
      await until('a check without the drafts', async () => {
        const summary = await run<string>('checkWorkspace');
        return summary.startsWith('1 file checked: 0 errors');
      });
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test('Update Table of Contents and Sort Projects say why they do nothing', async () => {
    const before = document.getText();
    const contents = await run<string>('updateContents');
    assert.match(contents, /^This file has no table of contents|^The table of contents is up to date already\.$/);
    assert.equal(await run<string>('sortProjects'), 'The projects are already in alphabetical order.');
    assert.equal(document.getText(), before);
  });

  test('Sort Projects puts them in order, in one step that can be undone', async () => {
    const heading = rangeOf(document, '### Jaeger');
    await editor.edit((edit) => edit.replace(heading, '### Zot'));
    const before = document.getText();
    assert.equal(await run('sortProjects'), undefined);
    const names = [...document.getText().matchAll(/^### (.*)$/gm)].map(([, name]) => name);
    assert.equal(names.at(-1), 'Zot');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('Update Table of Contents follows the headings', async () => {
    const readme = await open(accepted);
    const title = rangeOf(readme.document, 'A keyboard-first trace view', '### Jaeger');
    await readme.edit((edit) => edit.replace(title, 'A trace view for keys'));
    assert.equal(await run('updateContents'), undefined);
    assert.match(readme.document.getText(), /\(#a-trace-view-for-keys\)/);
    await revert();
  });

  test('Restart Server brings the findings back', async () => {
    const before = findings(document).map(keyOf).sort();
    await run('restart');
    await until('the findings', () => findings(document).map(keyOf).sort().join() === before.join());
  });

  test('Show Log shows the log', async () => {
    await run('showLog');
    await until('the log', () =>
      vscode.workspace.textDocuments.some(
        ({ uri }) => uri.scheme === 'output' && uri.path.includes('Mentorship Proposals'),
      ),
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  for (const format of ['json', 'csv'] as const) {
    test(`Export Proposals writes ${format} and opens it`, async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const target = vscode.Uri.joinPath(folder, `exported.${format}`);
      await run('exportProposals', { term: null, format, target });
      const { document: opened } = vscode.window.activeTextEditor ?? {};
      assert.equal(opened?.uri.toString(), target.toString());
      const text = opened?.getText() ?? '';
      if (format === 'csv') assert.match(text, /^path,line,kind,/);
      else {
        const paths = (JSON.parse(text).files as { path: string }[]).map(({ path }) => path);
        assert.ok(paths.includes(drafts) && paths.includes(summer), paths.join());
      }
      await revert();
      await vscode.workspace.fs.delete(target);
    });
  }
});

function run<T>(name: string, ...given: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`mentorshipProposals.${name}`, ...given);
}

/** Presses Enter in one list after the other. */
function acceptUntil<T>(is: () => T | undefined | false): Promise<T> {
  return until('what is chosen', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return is();
  });
}

/** Of the active editor, below the workspace folder. */
function pathOf(): string {
  const active = vscode.window.activeTextEditor;
  return active ? vscode.workspace.asRelativePath(active.document.uri) : '';
}

/** The rest of the line behind the caret. */
function textAtCaret(): string {
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  if (!document || !selection) return '';
  return document.lineAt(selection.active.line).text.slice(selection.active.character);
}

function currentLine(): string {
  const active = vscode.window.activeTextEditor;
  return active ? active.document.lineAt(active.selection.active).text : '';
}

function tabOf(path: string): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(
    ({ input }) => input instanceof vscode.TabInputText && vscode.workspace.asRelativePath(input.uri) === path,
  );
}

/** All our findings by the file's path. */
function ours(): Map<string, string[]> {
  const files = vscode.languages.getDiagnostics().map(([uri, all]): [string, string[]] => {
    const own = all.filter((each) => each.source === source);
    return [vscode.workspace.asRelativePath(uri), own.map(keyOf).sort()];
  });
  return new Map(files.filter(([, own]) => own.length > 0));
}

function keyOf(finding: vscode.Diagnostic): string {
  const { start, end } = finding.range;
  const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return `${place} ${finding.severity} ${ruleOf(finding)} ${finding.message}`;
}
