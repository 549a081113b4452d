import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { fieldFacts } from '../../server/src/core/facts/fields';

const root = resolve(import.meta.dirname, '../..');
const injection = 'syntaxes/mentorship-proposals.tmLanguage.json';
const vscodes =
  'test/vscode-host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json';

/** As much of Markdown as matters here: lists, fences and paragraphs, with the scopes that VS Code gives them. */
const smallMarkdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#block' }],
  repository: {
    block: { patterns: [{ include: '#fence' }, { include: '#list' }, { include: '#paragraph' }] },
    fence: { begin: '^\\s*```', end: '^\\s*```', name: 'markup.fenced_code.block.markdown' },
    list: {
      begin: '(^|\\G)([ ]{0,3})([*+-])([ \\t])',
      while: '((^|\\G)([ ]{2,4}|\\t))|(^[ \\t]*$)',
      name: 'markup.list.unnumbered.markdown',
      patterns: [{ include: '#block' }],
    },
    paragraph: {
      begin: '(^|\\G)[ ]{0,3}(?=[^ \\t\\n])',
      while: '(^|\\G)[ ]{4,}(?=[^ \\t\\n])',
      name: 'meta.paragraph.markdown',
    },
  },
} as unknown as IRawGrammar;

const hosts: [string, () => IRawGrammar][] = [['a small Markdown', () => smallMarkdown]];
if (existsSync(join(root, vscodes))) hosts.push(["VS Code's own Markdown", () => rawGrammar(vscodes)]);

describe.each(hosts)('the grammar inside %s', (_, host) => {
  let grammar: IGrammar;

  beforeAll(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await loadWASM(readFileSync(wasm)).catch(() => {
      // It has been loaded for the other host already.
    });
    const registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new OnigScanner(patterns),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: async (name) => {
        if (name === 'text.html.markdown') return host();
        return name === 'markdown.mentorship-proposals.injection' ? rawGrammar(injection) : null;
      },
      getInjections: (name) =>
        name === 'text.html.markdown' ? ['markdown.mentorship-proposals.injection'] : undefined,
    });
    const loaded = await registry.loadGrammar('text.html.markdown');
    if (!loaded) throw new Error('The Markdown grammar could not be loaded.');
    grammar = loaded;
  });

  /** The texts that have a scope which begins so. */
  function scoped(text: string, scope: string): string[] {
    let state = INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .filter(({ scopes }) => scopes.some((each) => each.startsWith(scope) && each.endsWith('mentorship-proposals')))
        .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex));
    });
  }

  test('every label that the program knows is colored', () => {
    for (const label of fieldFacts.flatMap((fact) => [fact.label, ...fact.aliases])) {
      expect(scoped(`- ${label}: value`, 'entity.name.type.label'), label).toEqual([label]);
    }
  });

  test.each([
    '- **Mentor(s):** x',
    '- **Mentor(s)**: x',
    '* Mentor(s): x',
    'Mentor(s):',
    '- Mentors:\n  - Mentor(s): x',
  ])('a label is found in %j', (text) => {
    expect(scoped(text, 'entity.name.type.label')).toContain('Mentor(s)');
  });

  test('a mentor has a handle and an address', () => {
    const text = '- Mentor(s):\n  - Ada Example (@ada-example, ada.example@mail.example.org)';
    expect(scoped(text, 'variable.other.constant.handle')).toEqual(['@ada-example']);
    expect(scoped(text, 'string.other.email')).toEqual(['ada.example@mail.example.org']);
  });

  test('the address of an LFX program is colored', () => {
    const url = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000';
    expect(scoped(`- LFX URL: ${url}`, 'markup.underline.link.lfx-url')).toEqual([url]);
  });

  test('nothing is colored in a fence, in prose, or in the name of a package', () => {
    const fence = '```\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n```';
    const prose = 'The Description: it says that a mentor, and @types/node, are there.';
    for (const scope of ['entity', 'string', 'markup']) expect(scoped(`${fence}\n${prose}`, scope)).toEqual([]);
  });
});

function rawGrammar(path: string): IRawGrammar {
  return parseRawGrammar(readFileSync(join(root, path), 'utf8'), path);
}
