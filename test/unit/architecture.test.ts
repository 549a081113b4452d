/** The fences that keep the layers apart and the files small, each with a violation that it has to catch. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sources } from './sources';

/** A layer is a folder, or the files of a folder; it may import from itself, from other layers and from packages. */
interface Layer {
  readonly path: RegExp;
  readonly layers: readonly string[];
  readonly packages: RegExp;
}

const none = /^$/;
const core = [
  'text',
  'markdown',
  'facts',
  'known',
  'model',
  'submission',
  'from-issue',
  'linter',
  'edits',
  'rules',
  'features',
];
const layers: Readonly<Record<string, Layer>> = {
  text: { path: /^server\/src\/core\/text\//, layers: [], packages: none },
  markdown: {
    path: /^server\/src\/core\/markdown\//,
    layers: ['text', 'facts'],
    packages: /^(unified|remark-parse|remark-gfm|mdast|mdast-util-to-string|js-yaml)$/,
  },
  facts: { path: /^server\/src\/core\/facts\//, layers: ['text'], packages: /^fastest-levenshtein$/ },
  known: { path: /^server\/src\/core\/known\//, layers: ['text', 'facts', 'model'], packages: none },
  model: {
    path: /^server\/src\/core\/model\//,
    layers: ['text', 'facts', 'markdown', 'shared'],
    packages: /^github-slugger$/,
  },
  submission: {
    path: /^server\/src\/core\/submission\//,
    layers: ['text', 'facts', 'markdown', 'model'],
    packages: none,
  },
  'from-issue': {
    path: /^server\/src\/core\/from-issue\//,
    layers: ['text', 'facts', 'markdown', 'model', 'submission'],
    packages: /^(mdast|mdast-util-to-string)$/,
  },
  // What runs rules knows the list of them, and rules know what they have to look like: no file does both.
  linter: {
    path: /^server\/src\/core\/linter\//,
    layers: ['text', 'facts', 'known', 'model', 'submission', 'rules'],
    packages: none,
  },
  edits: {
    path: /^server\/src\/core\/edits\//,
    layers: ['text', 'facts', 'known', 'model', 'linter'],
    packages: none,
  },
  rules: {
    path: /^server\/src\/core\/rules\//,
    layers: ['text', 'facts', 'known', 'model', 'submission', 'edits', 'linter'],
    packages: none,
  },
  features: {
    path: /^server\/src\/core\/features\//,
    layers: [...core, 'l10n'],
    packages: /^(mdast|mdast-util-to-(markdown|string))$/,
  },
  // Also the words of what the client shows and the server composes.
  l10n: { path: /^server\/src\/l10n(?:\.ts)?$/, layers: [], packages: none },
  // What client and server share: messages, cheap looks, the careful request.
  shared: { path: /^server\/src\/(?:protocol\/)?[^/]+$/, layers: [], packages: none },
  host: {
    path: /^server\/src\/host\//,
    layers: [...core, 'shared'],
    packages: /^(vscode-uri|jsonc-parser|js-yaml|get-east-asian-width)$/,
  },
  adapters: { path: /^server\/src\/adapters\//, layers: ['host', 'shared'], packages: /^(node:.*|vscode-uri)$/ },
  lsp: {
    path: /^server\/src\/lsp\//,
    layers: [...core, 'shared', 'l10n', 'host'],
    packages: /^vscode-languageserver(-textdocument)?$/,
  },
  entry: {
    path: /^server\/src\/entry\//,
    layers: [...core, 'shared', 'host', 'adapters', 'lsp'],
    packages: /^(node:.*|vscode-languageserver\/(node|browser))$/,
  },
  client: {
    path: /^client\/src\//,
    layers: ['shared', 'l10n'],
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

describe('imports', () => {
  test.each([...sources('server/src'), ...sources('client/src')])('%s keeps to its layer', (path) => {
    expect(violations(path, readFileSync(join(root, path), 'utf8'))).toEqual([]);
  });

  test.each([
    ['server/src/core/text/a.ts', "import { readDocument } from '../model/document';"],
    ['server/src/core/submission/a.ts', "import { readIssue } from '../from-issue/reading';"],
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

describe('the length of files', () => {
  const MOST = 300;

  function isTooLong(source: string): boolean {
    return source.trimEnd().split('\n').length > MOST;
  }

  test(`no file has over ${MOST} lines, tests included`, () => {
    const all = ['client', 'server', 'scripts', 'test'].flatMap((folder) => sources(folder, /\.m?[jt]s$/));
    expect(all.filter((path) => isTooLong(readFileSync(join(root, path), 'utf8')))).toEqual([]);
    expect(all).toContain('test/unit/architecture.test.ts');
  });

  test('a file of one line more is caught', () => {
    expect(isTooLong('a();\n'.repeat(MOST))).toBe(false);
    expect(isTooLong('a();\n'.repeat(MOST + 1))).toBe(true);
  });
});
