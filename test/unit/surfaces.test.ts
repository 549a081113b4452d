/** Everything that a person is shown, copies or opens goes through a few files. Each fence has violations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './sources';

describe('what a person is shown, copies and opens', () => {
  /** What reads, or shows documents; whatever else VS Code's window does has texts. */
  const silent = [
    ...['activeTextEditor', 'visibleTextEditors', 'tabGroups', 'showTextDocument', 'createOutputChannel'],
    ...['registerUriHandler', 'registerFileDecorationProvider', 'registerWebviewPanelSerializer'],
    ...['onDidChangeActiveTextEditor', 'onDidChangeVisibleTextEditors', 'onDidChangeTextEditorSelection'],
  ].join('|');
  const makers = 'createLanguageStatusItem|TreeItem|FileDecoration|MarkdownString|InlayHint|CodeLens|DocumentLink';
  const types =
    'QuickPick|QuickPickItem|QuickInput|QuickInputButton|InputBox|LanguageStatusItem|StatusBarItem|TreeView';

  /** What only these files may do. */
  const gates: readonly (readonly [file: string | null, what: RegExp])[] = [
    ['client/src/ui/surfaces.ts', new RegExp(`\\bvscode\\s*\\.window\\b(?!\\s*\\.(?:${silent})\\b)`)],
    ['client/src/ui/surfaces.ts', new RegExp(`\\bvscode\\s*\\.(?:languages\\s*\\.)?(?:${makers})\\s*\\(`)],
    ['client/src/ui/surfaces.ts', new RegExp(`\\bvscode\\s*\\.(?:${types})\\b`)],
    ['client/src/ui/l10n.ts', /\bvscode\s*\.l10n\b/],
    ['client/src/ui/plain-text.ts', /\bas PlainText\b|(?<!\w)<PlainText>(?=[\w('"`])/],
    ['client/src/ui/clipboard.ts', /\bvscode\s*\.env\s*\.clipboard\b/],
    ['client/src/start.ts', /\bvscode\s*\.env\s*\.openExternal\b/],
    // Links of hovers run what `server.ts` lists, and markdown of the server's is never HTML.
    [null, /\bisTrusted\s*[:=]\s*true|\bsupportHtml\s*[:=]\s*true/],
    ['client/src/connection/server.ts', /\bisTrusted\s*:|\benabledCommands\b/],
    // By another name, nobody would see what is done.
    [null, /\bvscode\s*(?:\?\.)?\[|[=(,]\s*vscode\s*[;,)}]|\bvscode\s*\.env\b(?!\s*\.\w)/],
    [null, /\bimport\s+(?:type\s+)?(?!(?:type\s+)?\*\s+as\s+vscode\b)[^;]*?from\s*['"]vscode['"]/],
    [null, /\b(?:import|require)\s*\(\s*['"]vscode['"]/],
  ];

  function rawUses(path: string, source: string): string[] {
    return gates.flatMap(([file, what]) => (file === path ? [] : (what.exec(source)?.[0] ?? [])));
  }

  test.each(sources('client/src'))('%s goes through the gates', (path) => {
    expect(rawUses(path, readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  test.each([
    'void vscode.window.showErrorMessage(why);',
    'vscode.window\n  .showWarningMessage(why);',
    'vscode.window.createStatusBarItem();',
    'vscode.window.createWebviewPanel(a, b, c);',
    'const { showErrorMessage } = vscode.window;',
    'const ask = vscode.window;',
    'vscode.window["showErrorMessage"](why);',
    'vscode["window"].showErrorMessage(why);',
    'const { window } = vscode;',
    'show(vscode);',
    "import { window } from 'vscode';",
    "import vscode, { window } from 'vscode';",
    "const code = await import('vscode');",
    "const code = require('vscode');",
    'vscode.languages.createLanguageStatusItem(id, selector);',
    'new vscode.TreeItem(wire.label);',
    'new vscode.MarkdownString(text);',
    'const pick: vscode.QuickPick<Item> = createQuickPick();',
    "vscode.l10n.t('In {0}', path);",
    'showError(why as PlainText);',
    'showError(<PlainText>why);',
    'await vscode.env.clipboard.writeText(text);',
    'const { clipboard } = vscode.env;',
    'vscode.env.openExternal(vscode.Uri.parse(url));',
    'hover.isTrusted = true;',
    'const markdown = { isTrusted: { enabledCommands } };',
    'hover.supportHtml = true;',
  ])('%j is caught', (source) => {
    expect(rawUses('client/src/a.ts', source)).not.toEqual([]);
  });

  test('the server says nothing past the client', () => {
    const says = /\bwindow\s*\.\s*show\w+|\bShowMessage\w*|window\/show\w+/;
    const saying = sources('server/src').filter((path) => says.test(readFileSync(join(root, path), 'utf8')));
    expect(saying).toEqual([]);
    expect("connection.window.showErrorMessage('a')").toMatch(says);
  });
});
