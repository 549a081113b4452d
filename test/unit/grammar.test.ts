import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { contributes } from '../../package.json';
import { fieldFacts } from '../../server/src/core/facts/fields';
import { placeholderWords, sampleHandles } from '../../server/src/core/facts/placeholders';
import { summerOfCodeLabels } from '../../server/src/core/facts/summer-of-code';
import { marked } from './marks';
import { noRealFiles, realFiles } from './real-files';

const root = resolve(import.meta.dirname, '../..');
const vscode = 'test/vscode-host/node_modules/code-server/lib/vscode/extensions';
const vscodeGrammars: Readonly<Record<string, string>> = {
  'text.html.markdown': `${vscode}/markdown-basics/syntaxes/markdown.tmLanguage.json`,
  'text.html.derivative': `${vscode}/html/syntaxes/html-derivative.tmLanguage.json`,
  'text.html.basic': `${vscode}/html/syntaxes/html.tmLanguage.json`,
};
const injections = new Map(contributes.grammars.map(({ scopeName, path }) => [scopeName, path]));

/** As much of Markdown as matters here, with the scopes that VS Code gives it. */
const smallMarkdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#block' }],
  repository: {
    block: {
      patterns: ['comment', 'quote', 'fence', 'list', 'paragraph'].map((name) => ({ include: `#${name}` })),
    },
    comment: { begin: '(^|\\G)\\s*(<!--)', end: '(-->)', name: 'comment.block.html' },
    quote: {
      begin: '(^|\\G)[ ]{0,3}(>) ?',
      while: '(^|\\G)\\s*(>) ?',
      name: 'markup.quote.markdown',
      patterns: [{ include: '#block' }],
    },
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
      patterns: [{ include: '#inline' }],
    },
    inline: { patterns: [{ match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' }] },
  },
} as unknown as IRawGrammar;

type Load = (scope: string) => IRawGrammar | null;
const loadSmall: Load = (scope) => (scope === 'text.html.markdown' ? smallMarkdown : null);
const loadOfVsCode: Load = (scope) => (vscodeGrammars[scope] ? rawGrammar(vscodeGrammars[scope]) : null);
const hasVsCode = existsSync(join(root, vscodeGrammars['text.html.markdown'] ?? ''));

beforeAll(async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
});

const hosts: [string, Load][] = [['a small Markdown', loadSmall]];
if (hasVsCode) hosts.push(["VS Code's own Markdown", loadOfVsCode]);

describe.each(hosts)('the grammars inside of %s', (_, load) => {
  let grammar: IGrammar;

  beforeAll(async () => {
    grammar = await markdown(load, [...injections.keys()]);
  });

  /** What the marks below the lines say is colored, as what; nothing else may be. */
  function check(source: string): void {
    const { text, expected } = marked(source);
    const wanted = expected.map(({ start, end, message }) => `${message}: ${text.slice(start, end)}`);
    expect(colored(grammar, text)).toEqual(wanted);
  }

  test('a proposal', () => {
    check(`
      CNCF - Jaeger: Faster queries (2027 Term 1)
             ^^^^^^ project
                                     ^^^^^^^^^^^ term

      - Description: Ask ada@example.org or @ada-example, and read the Issue: it says more.
        ^^^^^^^^^^^ label
      - Expected Outcome:
        ^^^^^^^^^^^^^^^^ label
        - Description of the work: a page
      - Recommended Skills: Go
        ^^^^^^^^^^^^^^^^^^ label
      - Mentor(s):
        ^^^^^^^^^ label
        - Ada Example (@ada-example, ada.example@mail.example.org) - primary
                       ^^^^^^^^^^^^ handle
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ email
        - Bo Sample(@bo-sample)
                    ^^^^^^^^^^ handle
      - Upstream Issue: https://github.com/example/example/issues/1
        ^^^^^^^^^^^^^^ label
      - LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
        ^^^^^^^ label
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lfx-url
    `);
  });

  test('mentors on the line of their label, in bold, behind another marker', () => {
    check(`
      * **Mentor(s):** Ada Example @ada-example ada@example.org, [Bo](https://github.com/bo-sample) bo@example.org
          ^^^^^^^^^ label
                                   ^^^^^^^^^^^^ handle
                                                ^^^^^^^^^^^^^^^ email
                                                                                                    ^^^^^^^^^^^^^^ email
      -   __Mentors__: Lin Probe (@lin-probe)
            ^^^^^^^ label
                                  ^^^^^^^^^^ handle
    `);
  });

  test('what stands in for a value', () => {
    check(`
      - Description: TBD
        ^^^^^^^^^^^ label
                     ^^^ placeholder
      - Upstream Issue: to be determined.
        ^^^^^^^^^^^^^^ label
                        ^^^^^^^^^^^^^^^^ placeholder
      - Recommended Skills: none of those that are usual
        ^^^^^^^^^^^^^^^^^^ label
      - Mentor(s): TODO
        ^^^^^^^^^ label
                   ^^^^ placeholder
        - tba
          ^^^ placeholder
        - Mentor Name (@mentor_github, mentor@email.addy) - please use the same address
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ placeholder
    `);
  });

  test('comments that switch rules off', () => {
    check(`
      <!-- proposals-disable-next-line field-label, mentor-handle -->
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ directive
                                       ^^^^^^^^^^^ rule
                                                    ^^^^^^^^^^^^^ rule
      - Mentor(s):
        ^^^^^^^^^ label
        <!-- proposals-enable -->
             ^^^^^^^^^^^^^^^^ directive

      <!-- proposals-disabled toc -->

      <!-- A note: proposals-disable toc, said by Ada Example (@ada-example, ada@example.org) -->

      <!--
      - Mentor(s): Ada Example (@ada-example, ada@example.org)
      -->
    `);
  });

  test('nothing in fences, quotes and code', () => {
    check(`
      \`\`\`
      - Mentor(s):
        - Ada Example (@ada-example, ada@example.org)
      <!-- proposals-disable toc -->
      CNCF - Jaeger: Faster queries (2027 Term 1)
      \`\`\`

      > - Mentor(s):
      >   - Ada Example (@ada-example, ada@example.org)
      >
      > CNCF - Jaeger: Faster queries (2027 Term 1)
      >
      > <!-- proposals-disable toc -->

      Write \`- Mentor(s): Ada (@ada-example, ada@example.org)\` for a mentor.
    `);
  });

  test('nothing in Markdown that has no proposals', () => {
    check(`
      Description: it says that a mentor, and @types/node, are there. Mail ada@example.org (@ada-example).

      - Fix the build (@ada-example)
      - Thanks to @ada-example and @bo-sample
      - TODO
      - Issue tracker: nowhere
      - The Description: of it
      1. See CNCF - Jaeger: Faster queries (2027 Term 1) for more
      - [ ] Install @types/node, and ask ada@example.org
        - TBD by Ada
    `);
  });

  test('every label, placeholder and sample handle that the program knows', () => {
    const labels = fieldFacts.flatMap((fact) => [fact.label, ...fact.aliases]);
    for (const label of [...labels, ...summerOfCodeLabels])
      expect(colored(grammar, `- ${label}: value`)).toEqual([`label: ${label}`]);
    for (const word of placeholderWords)
      expect(colored(grammar, `- Description: ${word}`)).toEqual(['label: Description', `placeholder: ${word}`]);
    for (const handle of sampleHandles)
      expect(colored(grammar, `- Mentors:\n  - Jane (@${handle})`)).toContain(`placeholder: Jane (@${handle})`);
  });
});

describe.skipIf(!hasVsCode)("VS Code's own Markdown", () => {
  test(`keeps all of its own scopes${noRealFiles}`, { tags: 'slow' }, async () => {
    const plain = await markdown(loadOfVsCode, []);
    const withOurs = await markdown(loadOfVsCode, [...injections.keys()]);
    for (const { path, text } of [...ourFiles(), ...realFiles()])
      expect(markdownScopes(withOurs, text), path).toEqual(markdownScopes(plain, text));
  });
});

/** Files of ours, some of them without a proposal. */
function ourFiles() {
  const sample = 'test/sample/programs';
  const files = [`${sample}/summerofcode/2026.md`, `${sample}/lfx-mentorship/2026/01-Mar-May/README.md`, 'README.md'];
  return files.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

async function markdown(load: Load, injected: string[]): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (name) => {
      const own = injections.get(name);
      return own === undefined ? load(name) : rawGrammar(own);
    },
    getInjections: (name) => (name === 'text.html.markdown' ? injected : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('The Markdown grammar could not be loaded.');
  return grammar;
}

/** What the grammars color in `text`, as "label: Description"; punctuation and what only holds other things is left out. */
function colored(grammar: IGrammar, text: string): string[] {
  return tokensOf(grammar, text).flatMap(({ written, scopes }) => {
    const own = scopes.findLast((each) => /^(?!meta|punctuation).*\.mentorship-proposals$/.test(each));
    return own === undefined ? [] : [`${own.split('.').at(-2)}: ${written}`];
  });
}

/** Markdown's scopes, letter by letter, since our own cut its tokens into smaller ones. */
function markdownScopes(grammar: IGrammar, text: string): string[] {
  return tokensOf(grammar, text).flatMap(({ written, scopes }) => {
    const kept = scopes.filter((each) => !each.endsWith('mentorship-proposals')).join(' ');
    return [...written].map((letter) => `${letter} ${kept}`);
  });
}

function tokensOf(grammar: IGrammar, text: string) {
  let state = INITIAL;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ written: line.slice(startIndex, endIndex), scopes }));
  });
}

function rawGrammar(path: string): IRawGrammar {
  return parseRawGrammar(readFileSync(join(root, path), 'utf8'), path);
}
