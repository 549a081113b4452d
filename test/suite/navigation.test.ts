/** Ways through the workspace in a real VS Code, beside those that its own Markdown has. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, open, rangeOf, revert } from './workspace';

const accepted = drafts.replace('project_ideas', 'README');
const summer = 'programs/summerofcode/2026.md';
const ada = 'Ada Example (@ada-example, ada@example.org)';
const jaegerIssue = 'https://github.com/jaegertracing/jaeger/issues/7101';

suite('Navigation', () => {
  let document: vscode.TextDocument;

  setup(async () => {
    ({ document } = await open(drafts));
  });
  teardown(revert);

  test('a mentor leads to the accepted proposal of the newest term, and is found in all files', async () => {
    const at = rangeOf(document, ada).start.translate(0, 2);
    const [definition] = await until('the definition', () => found('vscode.executeDefinitionProvider', at));
    assert.equal(definition, `${accepted} ${ada}`);
    const references = await until('references in three files', async () => {
      const all = await found('vscode.executeReferenceProvider', at);
      return all && new Set(all.map((each) => each.split(' ')[0])).size === 3 && all;
    });
    assert.deepEqual(references.sort(), [
      ...Array(2).fill(`${accepted} ${ada}`),
      ...Array(2).fill(`${drafts} ${ada}`),
      `${summer} ${ada}`,
    ]);
  });

  test('an upstream issue is found in all files', async () => {
    const at = rangeOf(document, jaegerIssue).start.translate(0, 20);
    const references = await until('two references', async () => {
      const all = await found('vscode.executeReferenceProvider', at);
      return all?.filter((each) => each.endsWith(jaegerIssue)).length === 2 && all;
    });
    assert.deepEqual(references.sort(), [`${accepted} ${jaegerIssue}`, `${drafts} ${jaegerIssue}`]);
  });

  test('a project is found in all files, and its own heading once', async () => {
    const at = rangeOf(document, 'Jaeger').start.translate(0, 1);
    const others = [`${accepted} Jaeger`, `${summer} Jaeger`];
    // That of the heading comes from VS Code's own Markdown.
    const references = await until('all headings', async () => {
      const all = await found('vscode.executeReferenceProvider', at);
      return others.every((each) => all?.includes(each)) && all?.includes(`${drafts} ### Jaeger`) && all;
    });
    assert.deepEqual(references.sort(), [others[0], `${drafts} ### Jaeger`, others[1]]);
    const definitions = await found('vscode.executeDefinitionProvider', at);
    assert.deepEqual(definitions?.sort(), [others[0], `${drafts} ### Jaeger`]);
  });

  for (const [query, name, kind, container] of [
    ['gracesam', 'Grace Sample (@grace-sample)', vscode.SymbolKind.Object, 'Harbor · 2026 Term 1 (Mar-May)'],
    ['keyfirst', 'A keyboard-first trace view', vscode.SymbolKind.Class, 'Jaeger · 2026 Term 1 (Mar-May)'],
    ['promet', 'Prometheus', vscode.SymbolKind.Module, '2026 Term 1 (Mar-May) drafts'],
  ] as const) {
    test(`"${query}" leads to ${name}`, async () => {
      const symbol = await until('the symbol', async () => {
        const command = 'vscode.executeWorkspaceSymbolProvider';
        const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(command, query);
        return symbols.find((each) => each.name === name && each.kind === kind && each.containerName === container);
      });
      const { uri, range } = symbol.location;
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      assert.ok(text.startsWith(name.split(' (')[0] ?? name), text);
    });
  }

  test('every heading stands in the outline once', async () => {
    const command = 'vscode.executeDocumentSymbolProvider';
    const symbols = await until('the outline', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(command, document.uri);
      return all?.length > 0 && all;
    });
    const names = (list: vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    const headings = [
      ...document
        .getText()
        .replace(/```[\s\S]*?```/, '')
        .matchAll(/^#+ .*$/gm),
    ].map(([each]) => each);
    assert.deepEqual(names(symbols).sort(), headings.sort());
  });

  test('a handle is a link, and nothing is a link twice', async () => {
    const command = 'vscode.executeLinkProvider';
    const handle = await until('links of handles', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, document.uri);
      return links.find(({ range }) => document.getText(range) === '@ada-example');
    });
    assert.equal(String(handle.target), 'https://github.com/ada-example');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(command, document.uri);
    for (const link of links) {
      const others = links.filter((each) => each !== link && each.range.intersection(link.range)?.isEmpty === false);
      assert.deepEqual(others, [], document.getText(link.range));
    }
  });

  test('budgets and counts come and go with their settings', async () => {
    const settings = vscode.workspace.getConfiguration('mentorshipProposals');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async () => {
      const command = 'vscode.executeInlayHintProvider';
      const list = await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, all);
      return list.map(({ label }) => String(label));
    };
    const lenses = async () => {
      const list = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return list.map(({ command }) => command?.title ?? '');
    };
    try {
      await settings.update('inlayHints', 'always');
      await settings.update('codeLens', true);
      await until('budgets', async () => (await hints()).some((each) => /^\d\d\/100$/.test(each)));
      await until('counts', async () => (await lenses()).includes('2 proposals · 2 mentors'));
    } finally {
      await settings.update('inlayHints', undefined);
      await settings.update('codeLens', undefined);
    }
    await until('no counts', async () => (await lenses()).length === 0);
  });

  /** Places that a provider gives, as the path of the file and the text there. */
  async function found(command: string, at: vscode.Position): Promise<string[] | undefined> {
    const locations = await vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, at);
    const texts = locations.map(async ({ uri, range }) => {
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      return `${vscode.workspace.asRelativePath(uri)} ${text}`;
    });
    return texts.length > 0 ? Promise.all(texts) : undefined;
  }
});
