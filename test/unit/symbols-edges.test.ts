/** Symbols and people of the palette where a name, a title or a project is missing. */
import { expect, test } from 'vitest';
import { symbolsOf } from '../../server/src/core/features/symbols/document-symbols';
import { PersonFinder } from '../../server/src/core/features/symbols/find-people';
import { ProposalFinder } from '../../server/src/core/features/symbols/find-proposals';
import { WorkspaceSymbols } from '../../server/src/core/features/symbols/workspace-symbols';
import { readDocument } from '../../server/src/core/model/document';
import { knownFrom } from './rules/known-from';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';

test('proposals without a project stand beside projects, and one without a title is called so', () => {
  const text =
    '#### Alone\n- Mentor(s): ada@example.org\n### Jaeger\n####\n- Description: d\n- Mentor(s): @ada-example\n';
  const symbols = symbolsOf(text, () => readDocument(text, path));
  expect(symbols.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['proposal Alone', 'project Jaeger']);
  expect(symbols[1]?.children.map(({ name }) => name)).toEqual(['Untitled']);
});

test('a file that is no proposals document has no symbols', () => {
  expect(symbolsOf('# Notes\n', () => null)).toEqual([]);
});

test('in a very large file proposals before the first project stand alone', () => {
  const filler = `${'words '.repeat(80_000)}\n`;
  const idea = (title: string) => `#### ${title}\n\n`;
  const text = `${idea('Zero')}${filler}### Jaeger\n\n${idea('One')}${idea('Two')}### Harbor\n\n## Questions\n\n${idea('Three')}`;
  const symbols = symbolsOf(text, () => null);
  expect(symbols.map(({ kind, name }) => `${kind} ${name}`).slice(0, 2)).toEqual(['proposal Zero', 'project Jaeger']);
  expect(symbols[1]?.children.map(({ name }) => name)).toEqual(['One', 'Two']);
});

const people = {
  'programs/lfx-mentorship/2025/01-Mar-May/README.md': `
    #### Alone

    - Mentor(s):
      - @bo-sample
      - cy@example.org
      - Ada Example

    ####

    - Mentor(s): @bo-sample
  `,
  'programs/lfx-mentorship/2024/03-Sep-Nov/README.md': `
    ### Jaeger

    #### Older

    - Mentor(s): Max Sample (@max-sample)

    #### Older still

    - Mentor(s): Grace Sample (@grace-sample)

    #### Oldest

    - Mentor(s): Grace Sample (@grace-sample)
  `,
};

test('people are called by what is known of them; the newest term and then the busiest come first', () => {
  const found = new PersonFinder().matching('', knownFrom(people)).items;
  expect(found.map(({ label }) => label)).toEqual([
    '@bo-sample',
    'cy@example.org',
    'Ada Example',
    'Grace Sample (@grace-sample)',
    'Max Sample (@max-sample)',
  ]);
  expect(found[0]?.latest).toBe('2025 Term 1 (Mar-May)');
});

test('symbols of the workspace have a name even where the text has none', () => {
  const names = new WorkspaceSymbols().matching('', knownFrom(people)).map(({ kind, name }) => `${kind} ${name}`);
  expect(names).toContain('proposal Untitled');
  expect(names).toContain('mentor @bo-sample');
  expect(names).toContain('mentor Ada Example');
});

test('symbols are found again after a file has changed', () => {
  const symbols = new WorkspaceSymbols();
  const known = knownFrom(people);
  for (const _ of symbols.prepare(known));
  const names = (from: typeof known) => symbols.matching('sample', from).map(({ name }) => name);
  const before = names(known);
  expect(names(known)).toEqual(before);
  const renamed = Object.fromEntries(
    Object.entries(people).map(([at, text]) => [at, text.replaceAll('Max Sample', 'Max Muster')]),
  );
  expect(names(knownFrom(renamed))).toContain('Max Muster (@max-sample)');
});

test('a proposal without a title can be found', () => {
  expect(new ProposalFinder().matching('untitled', knownFrom(people)).items.map(({ label }) => label)).toEqual([
    'Untitled',
  ]);
});
