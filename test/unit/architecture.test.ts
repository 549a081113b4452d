/** The fences that keep the layers and the ways to a person apart, each with a violation that it has to catch. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { describe, expect, onTestFinished, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** A layer is a folder, or the files of a folder; it may import from itself, from other layers and from packages. */
interface Layer {
  readonly path: RegExp;
  readonly layers: readonly string[];
  readonly packages: RegExp;
}

const none = /^$/;
const core = ['text', 'markdown', 'facts', 'known', 'model', 'linter', 'edits', 'rules', 'features'];
const layers: Readonly<Record<string, Layer>> = {
  text: { path: /^server\/src\/core\/text\//, layers: [], packages: none },
  markdown: {
    path: /^server\/src\/core\/markdown\//,
    layers: ['text', 'facts'],
    packages: /^(unified|remark-parse|remark-gfm|mdast)$/,
  },
  facts: { path: /^server\/src\/core\/facts\//, layers: ['text'], packages: /^fastest-levenshtein$/ },
  known: { path: /^server\/src\/core\/known\//, layers: ['text', 'facts', 'model'], packages: none },
  model: {
    path: /^server\/src\/core\/model\//,
    layers: ['text', 'facts', 'shared'],
    packages: /^github-slugger$/,
  },
  // What runs rules knows the list of them, and rules know what they have to look like: no file does both.
  linter: {
    path: /^server\/src\/core\/linter\//,
    layers: ['text', 'facts', 'known', 'model', 'rules'],
    packages: none,
  },
  edits: {
    path: /^server\/src\/core\/edits\//,
    layers: ['text', 'facts', 'known', 'model', 'linter'],
    packages: none,
  },
  rules: {
    path: /^server\/src\/core\/rules\//,
    layers: ['text', 'facts', 'known', 'model', 'edits', 'linter'],
    packages: none,
  },
  features: {
    path: /^server\/src\/core\/features\//,
    layers: core,
    packages: /^(mdast|mdast-util-to-(markdown|string))$/,
  },
  // What client and server share: messages, cheap looks, the careful request.
  shared: { path: /^server\/src\/(?:protocol\/)?[^/]+$/, layers: [], packages: none },
  host: {
    path: /^server\/src\/host\//,
    layers: [...core, 'shared'],
    packages: /^(vscode-uri|jsonc-parser|js-yaml)$/,
  },
  adapters: { path: /^server\/src\/adapters\//, layers: ['host', 'shared'], packages: /^(node:.*|vscode-uri)$/ },
  lsp: {
    path: /^server\/src\/lsp\//,
    layers: [...core, 'shared', 'host'],
    packages: /^vscode-languageserver(-textdocument)?$/,
  },
  entry: {
    path: /^server\/src\/entry\//,
    layers: [...core, 'shared', 'host', 'adapters', 'lsp'],
    packages: /^(node:.*|vscode-languageserver\/(node|browser))$/,
  },
  client: {
    path: /^client\/src\//,
    layers: ['shared'],
    packages: /^(vscode|vscode-languageclient(\/node|\/browser)?)$/,
  },
};

function layerOf(path: string): [name: string, layer: Layer] {
  const found = Object.entries(layers).find(([, layer]) => layer.path.test(path));
  if (!found) throw new Error(`${path} lies in no layer.`);
  return found;
}

/** What a source names behind `from`, `import` or `require`. */
function specifiersIn(source: string): string[] {
  const imports = source.matchAll(/\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g);
  return [...imports].map(([, , specifier = '']) => specifier);
}

/** Where a relative import leads, from the project's root and without an ending. */
function targetOf(path: string, specifier: string): string {
  return relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/');
}

/** The imports of a source that its layer does not allow. `path` is that of the source, from the project's root. */
function violations(path: string, source: string): string[] {
  const [own, layer] = layerOf(path);
  return specifiersIn(source).filter((specifier) => {
    if (!specifier.startsWith('.')) return !layer.packages.test(specifier);
    const [other] = layerOf(targetOf(path, specifier));
    return other !== own && !layer.layers.includes(other);
  });
}

/** The files of a circle of imports, each importing the next and the last the first; null where there is none. */
function circleIn(texts: ReadonlyMap<string, string>): readonly string[] | null {
  const done = new Set<string>();
  const follow = (file: string, above: readonly string[]): readonly string[] | null => {
    if (above.includes(file)) return above.slice(above.indexOf(file));
    if (done.has(file)) return null;
    for (const specifier of specifiersIn(texts.get(file) ?? '')) {
      if (!specifier.startsWith('.')) continue;
      const target = targetOf(file, specifier);
      const next = [`${target}.ts`, `${target}/index.ts`, target].find((each) => texts.has(each));
      const circle = next === undefined ? null : follow(next, [...above, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of texts.keys()) {
    const circle = follow(file, []);
    if (circle) return circle;
  }
  return null;
}

/** Why a file may not lie in a folder of rules; null where it may. There, each file is the rule of its name and no more. */
function noRule(path: string, source: string): string | null {
  const id = basename(path, '.ts');
  if (!/^server\/src\/core\/rules\/[a-z]+\/[a-z-]+\.ts$/.test(path))
    return 'It does not lie in the folder of a subject.';
  if (!source.includes(`id: '${id}'`)) return `It does not hold the rule "${id}".`;
  return (source.match(/^export /gm) ?? []).length === 1 ? null : 'It exports more than the rule.';
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}

describe('imports', () => {
  test.each([...sources('server/src'), ...sources('client/src')])('%s keeps to its layer', (path) => {
    expect(violations(path, readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  test.each([
    ['server/src/core/text/a.ts', "import { readDocument } from '../model/document';"],
    ['server/src/core/model/a.ts', "export type { Rule } from '../rules/rule';"],
    ['server/src/core/rules/fields/a.ts', "import { hoverAt } from '../../features/hover/hover';"],
    ['server/src/core/features/a.ts', "import { \n  Workspace, \n } from '../../host/workspace/workspace';"],
    ['server/src/core/features/a.ts', "import { URI } from 'vscode-uri';"],
    ['server/src/host/a.ts', "const fs = await import('node:fs');"],
    ['server/src/host/a.ts', "import type { Range } from 'vscode-languageserver';"],
    ['server/src/adapters/a.ts', "import { serve } from '../lsp/server/server';"],
    ['server/src/lsp/a.ts', "import { createConnection } from 'vscode-languageserver/node';"],
    ['server/src/lsp/a.ts', "import '../adapters/node-files';"],
    ['server/src/entry/cli/a.ts', "const vscode = require('vscode');"],
    ['client/src/a.ts', "import { readDocument } from '../../server/src/core/model/document';"],
    ['client/src/a.ts', "import { Workspace } from '../../server/src/host/workspace/workspace';"],
  ])('in %s, %j is caught', (path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });
});

/** What only one file may do, so that whoever looks for a hole has one place to look at. */
const soleUses: readonly {
  readonly what: string;
  readonly where: RegExp;
  readonly use: RegExp;
  readonly by: string;
}[] = [
  {
    what: 'starts programs',
    where: /^(server|client)\/src\//,
    use: /(['"`])(?:node:)?(?:child_process|cluster)\1|\bprocess\s*\.\s*binding\b/,
    by: 'server/src/adapters/git/child-process.ts',
  },
  {
    what: 'writes to the terminal',
    where: /^server\/src\/entry\/cli/,
    use: /\bstd(?:out|err)\b|\bconsole\b|\bemitWarning\b/,
    by: 'server/src/entry/cli/output.ts',
  },
  {
    what: 'starts git',
    where: /^(server|client)\/src\//,
    use: /\b(?:outputOf|programOnPath)\b/,
    by: 'server/src/adapters/git/git.ts',
  },
];

describe.each(soleUses)('what $what is $by alone', ({ where, use, by }) => {
  const uses = (path: string, source: string) => where.test(path) && path !== by && use.test(source);

  test('in the sources', () => {
    const all = [...sources('server/src'), ...sources('client/src')];
    expect(use.test(readFileSync(join(root, by), 'utf8'))).toBe(true);
    // The file that has the function is none of those that use it.
    const others = all.filter((path) => path !== 'server/src/adapters/git/child-process.ts');
    expect(others.filter((path) => uses(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});

test.each([
  ['server/src/entry/cli/a.ts', "import { spawn } from 'node:child_process';"],
  ['client/src/a.ts', 'const { exec } = require("child_process");'],
  ['server/src/entry/cli/a.ts', 'process.stderr.write(name);'],
  ['server/src/entry/cli.ts', 'console.error(name);'],
  ['server/src/host/a.ts', "outputOf({ program: 'git' });"],
])('in %s, %j is caught', (path, source) => {
  expect(soleUses.filter(({ where, use }) => where.test(path) && use.test(source))).toHaveLength(1);
});

describe('circles', () => {
  const all = [...sources('server/src'), ...sources('client/src')];

  test('no file imports itself by way of others', () => {
    expect(circleIn(new Map(all.map((path) => [path, readFileSync(join(root, path), 'utf8')])))).toBeNull();
  });

  test('a circle of three is caught, types and index files included', () => {
    const texts = new Map([
      ['a/x.ts', "import { y } from '../b/y';"],
      ['b/y.ts', "export type { Z } from '../c';"],
      ['c/index.ts', "import type { X } from '../a/x';"],
    ]);
    expect(circleIn(texts)).toEqual(['a/x.ts', 'b/y.ts', 'c/index.ts']);
  });
});

describe('the rooms of rules', () => {
  test.each(sources('server/src/core/rules'))('%s is a rule', (path) => {
    expect(noRule(path, readFileSync(join(root, path), 'utf8'))).toBeNull();
  });

  test.each([
    ['server/src/core/rules/levels.ts', "export const levels = { id: 'levels' };"],
    ['server/src/core/rules/fields/helper.ts', 'export function help() {}'],
    ['server/src/core/rules/fields/empty-field.ts', "export const other = { id: 'other' };"],
    ['server/src/core/rules/fields/a.ts', "export const a = { id: 'a' };\nexport function help() {}"],
  ])('%s with %j is caught', (path, source) => {
    expect(noRule(path, source)).not.toBeNull();
  });
});

describe('types without Node and browser', () => {
  /** What the compiler says about files under the core's own settings. They lie in the project, to see its packages. */
  function compiled(settings: object, source = ''): string {
    mkdirSync(join(root, 'dist'), { recursive: true });
    const folder = mkdtempSync(join(root, 'dist/fence-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const config = { extends: join(root, 'server/src/core/tsconfig.json'), include: [], exclude: [], ...settings };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'source.ts'), source);
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    try {
      return execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  test('what the core may use compiles', () => {
    expect(compiled({ files: ['source.ts'] }, 'export const a = new Map([[1, "x".at(0)]]);\n')).toBe('');
  });

  test.each([
    'fetch("x")',
    'setTimeout(() => {})',
    'console.log()',
    'process.argv',
    'new URL("x")',
    'import("node:fs")',
  ])('%s is caught', (violation) => {
    expect(compiled({ files: ['source.ts'] }, `export const a = ${violation};\n`)).toMatch(
      /source\.ts\(1,\d+\): error/,
    );
  });

  test('the host keeps to it as well', () => {
    expect(compiled({ include: [join(root, 'server/src/host')] })).toBe('');
  });
});

describe('the bundle of the Worker', () => {
  async function bundle(options: BuildOptions): Promise<unknown> {
    const { browser } = await import(pathToFileURL(join(root, 'esbuild.mjs')).href);
    return build({ ...browser, ...options, bundle: true, write: false, logLevel: 'silent', absWorkingDir: root });
  }

  test('is built without Node', async () => {
    await expect(bundle({ entryPoints: ['server/src/entry/worker.ts'] })).resolves.toBeDefined();
  });

  test.each(['../adapters/node-files', 'node:fs', 'vscode-languageserver/node'])('%s in it is caught', async (path) => {
    const stdin = { contents: `import '${path}';`, resolveDir: join(root, 'server/src/entry') };
    await expect(bundle({ stdin })).rejects.toThrow(/Could not resolve/);
  });
});

describe('what a person is shown, copies and opens', () => {
  /** What reads, or shows documents; whatever else VS Code's window does has texts. */
  const silent = [
    ...['activeTextEditor', 'visibleTextEditors', 'tabGroups', 'showTextDocument', 'createOutputChannel'],
    ...['registerUriHandler', 'registerFileDecorationProvider'],
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
