/** What the commands of the palette find: proposals and people of all terms, and the next proposal of a file. */
import { expect, test } from 'vitest';
import { sortedProjects, updatedContents } from '../../server/src/core/features/actions/arrange';
import { neighborOf } from '../../server/src/core/features/navigation/neighbor';
import { mentionsOf, PersonFinder } from '../../server/src/core/features/symbols/find-people';
import { ProposalFinder } from '../../server/src/core/features/symbols/find-proposals';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { dedent, read } from './marks';
import { knownFrom } from './rules/known-from';

const folder = 'programs/lfx-mentorship';
const files = {
  [`${folder}/2024/03-Sep-Nov/README.md`]: `
    # Term 3

    ## Jaeger
    ### Query the store faster

    - Description: Make it fast.
    - Mentor(s):
      - Ada Example (@ada-example, ada@old.example.org)
  `,
  [`${folder}/2026/01-Mar-May/project_ideas.md`]: `
    ## Harbor
    ### Scan images of yesterday

    - Description: Scan them.
    - Mentor(s):
      - Grace Sample (@grace-sample, grace@example.org)

    ## Jaeger
    ### A \`keyboard\` view

    - Description: Keys only.
    - Mentor(s):
      - Ada Example (@Ada-Example, ada@example.org)
      - Max Sample
  `,
};
const known = knownFrom(files);

function found(query: string): string[] {
  return new ProposalFinder().matching(query, known).items.map(({ label, around }) => `${label} | ${around}`);
}

const scan = 'Scan images of yesterday | Harbor · 2026 Term 1 (Mar-May) drafts';
const keys = 'A keyboard view | Jaeger · 2026 Term 1 (Mar-May) drafts';
const query = 'Query the store faster | Jaeger · 2024 Term 3 (Sep-Nov)';

test('without a word all proposals are found, those of the newest term first', () => {
  expect(found('')).toEqual([scan, keys, query]);
});

test.each([
  ['the beginning of a title', 'scan im', [scan]],
  ['a word inside of one', 'STORE', [query]],
  ['the project', 'jaeger', [keys, query]],
  ['project and term', 'jaeger 2024', [query]],
  ['letters in their order', 'qrystr', [query]],
  ['nothing that stands anywhere', 'zebra', []],
])('%s: "%s"', (_, words, expected) => {
  expect(found(words)).toEqual(expected);
});

test('a word of a title counts for more than one of the project', () => {
  const more = knownFrom({
    'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md': `
      ## Jaeger
      ### Something else

      - Mentor(s): @ada-example

      ## Harbor
      ### Show images in Jaeger

      - Mentor(s): @ada-example
    `,
  });
  const labels = new ProposalFinder().matching('jaeger', more).items.map(({ label }) => label);
  expect(labels).toEqual(['Show images in Jaeger', 'Something else']);
});

test('fifteen thousand proposals are answered with two hundred', { tags: 'slow' }, () => {
  const proposals = Array.from({ length: 15_000 }, (_, i) => `### Proposal ${i}\n\n- Mentor(s): @ada-example\n`);
  const many = knownFrom({ 'project_ideas.md': `## Jaeger\n${proposals.join('\n')}` });
  const finder = new ProposalFinder();
  const { items, all } = finder.matching('', many);
  expect([items.length, all]).toEqual([200, 15_000]);
  expect(finder.matching('proposal 14999', many).items[0]?.label).toBe('Proposal 14999');
});

test('people are found by name, handle and address, each once, the latest first', () => {
  const finder = new PersonFinder();
  const all = finder.matching('', known).items.map(({ label, proposals, latest }) => `${label} ${proposals} ${latest}`);
  expect(all).toEqual([
    'Ada Example (@Ada-Example) 2 Jaeger · 2026 Term 1 (Mar-May) drafts',
    'Grace Sample (@grace-sample) 1 Harbor · 2026 Term 1 (Mar-May) drafts',
    'Max Sample 1 Jaeger · 2026 Term 1 (Mar-May) drafts',
  ]);
  for (const typed of ['grace', '@grace-s', 'Sample (@grace', 'grace@example'])
    expect(finder.matching(typed, known).items[0]?.entry).toBe('Grace Sample (@grace-sample, grace@example.org)');
});

test('a person leads to all they are named in, and the newest entry is theirs', () => {
  const [ada] = new PersonFinder().matching('ada', known).items;
  expect(ada?.entry).toBe('Ada Example (@Ada-Example, ada@example.org)');
  expect(mentionsOf(ada?.id ?? '', known).map(({ label }) => label)).toEqual([
    'A keyboard view',
    'Query the store faster',
  ]);
  expect(mentionsOf('@nobody', known)).toEqual([]);
});

const three = `
  # Ideas

  ## Jaeger
  ### One

  - Mentor(s): @ada-example

  ### Two

  - Mentor(s): @ada-example

  ### Three

  - Mentor(s): @ada-example
`;

test.each([
  ['# Ideas', 'One', 'Three'],
  ['### One', 'Two', 'Three'],
  ['### Two', 'Three', 'One'],
  ['### Three', 'One', 'Two'],
])('at "%s" the next is %s, the one before is %s', (line, next, previous) => {
  for (const marked of [three.replace(line, `$0${line}`), three.replace(line, `${line}$0`)]) {
    const { document, caret } = read(marked);
    const titleAt = (way: 'next' | 'previous') => {
      const span = neighborOf(document, caret, way);
      return span && document.text.slice(span.start, span.end);
    };
    expect([titleAt('next'), titleAt('previous')]).toEqual([next, previous]);
  }
});

test('inside of a proposal the one before is the proposal itself', () => {
  const { document, caret } = read(three.replace('### Three', '$0\n### Three'));
  const span = neighborOf(document, caret, 'previous');
  expect(span && document.text.slice(span.start, span.end)).toBe('Two');
});

test('a document without proposals has no next one', () => {
  const { document } = read('# Notes\n', 'notes.md');
  expect(neighborOf(document, 0, 'next')).toBeNull();
});

const path = `${folder}/2026/01-Mar-May/project_ideas.md`;
const toc = '## Table of Contents\n\n- [Harbor](#harbor)\n  - [Scan](#scan)\n  - [Seal](#seal)\n\n';
const proposal = (title: string) =>
  `#### ${title}\n\n- Description: a\n- Mentor(s):\n  - Ada Example (@ada-example)\n\n`;

test('projects are sorted where a person asks for it, also where most have to move', () => {
  const text = `### Jaeger\n\n${proposal('J')}### Harbor\n\n${proposal('H')}### Argo\n\n${proposal('A')}`;
  const document = readDocument(text, path);
  const answer = sortedProjects(document);
  const sorted = answer.is === 'edits' ? applyEdits(text, answer.edits) : answer.why;
  expect([...sorted.matchAll(/^### (.*)$/gm)].map(([, name]) => name)).toEqual(['Argo', 'Harbor', 'Jaeger']);
  expect(sortedProjects(readDocument(sorted, path))).toEqual({
    is: 'nothing',
    why: 'The projects are already in alphabetical order.',
  });
});

test.each([
  ['# Notes\n', 'notes.md', 'This file has no proposals.'],
  [`### Jaeger\n\n${proposal('J')}`, path, 'This file has fewer than two projects.'],
])('nothing is sorted in %j, and a sentence says why', (text, at, why) => {
  expect(sortedProjects(readDocument(text, at))).toEqual({ is: 'nothing', why });
});

test('a table of contents is updated, and a second time there is nothing to do', () => {
  const text = `${toc}## Proposals\n\n### Harbor\n\n${proposal('Scan')}${proposal('Seal')}${proposal('Sign')}`;
  const answer = updatedContents(readDocument(text, path));
  const updated = answer.is === 'edits' ? applyEdits(text, answer.edits) : answer.why;
  expect(updated).toContain('  - [Seal](#seal)\n  - [Sign](#sign)\n');
  expect(updatedContents(readDocument(updated, path))).toEqual({
    is: 'nothing',
    why: 'The table of contents is already up to date.',
  });
});

test.each([
  ['# Notes\n', 'notes.md', /^This file has no proposals\.$/],
  [`### Jaeger\n\n${proposal('J')}`, path, /^This file has no table of contents/],
])('no table of contents is updated in %j, and a sentence says why', (text, at, why) => {
  expect(updatedContents(readDocument(dedent(text), at))).toMatchObject({ why: expect.stringMatching(why) });
});
