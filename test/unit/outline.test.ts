import { describe, expect, test } from 'vitest';
import { type Branch, everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { StateCounts } from '../../server/src/core/features/outline/issue-states';
import { branchesIn, filesInWork, proposalsIn, wayTo } from '../../server/src/core/features/outline/outline';
import { type ProposalProblems, problemsByProposal } from '../../server/src/core/features/outline/problems';
import { textOf } from '../../server/src/core/features/outline/text';
import type { IssueAnswer, Known } from '../../server/src/core/known/known';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import { dedent } from './marks';
import { issueIs, knownFrom } from './rules/known-from';

const folder = 'programs/lfx-mentorship/2026/01-Mar-May';
const drafts = `${folder}/project_ideas.md`;
const readme = `${folder}/README.md`;
const now = Date.UTC(2026, 0, 15, 12);

const draftsText = `
  ## Proposed Project ideas

  ### Jaeger

  #### Slow *queries*

  - Description: Queries are slow.
  - Expected Outcome: They are fast.
  - Recommended Skills: Go
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1

  #### Another view

  - Description: It is old.
  - Expected Outcome:
  - Mentor(s):
    - Grace Sample (@grace-sample, grace@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/2

  ### Harbor

  #### Copy less

  - Description: It copies too much.
  - Expected Outcome: It copies less.
  - Recommended Skills: Go
  - Mentor(s):
    - Tim Muster (@tim-muster, tim@example.org)
    - Ada Example (@ada-example, ada@example.org)
  - Upstream Issue: https://github.com/goharbor/harbor/issues/3

  ### Zot
`;

const readmeText = `
  # Term 01 - 2026 March - May

  Status: Planning

  ### Project instructions

  Add your ideas by January 21, 2026.

  ## Accepted projects

  ### Jaeger

  #### Slow queries

  - Description: Queries are slow.
  - Expected Outcome: They are fast.
  - Recommended Skills: Go
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
  - LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
`;

/** The view of a workspace of these files, in which everything has been looked through. */
function viewOf(
  files: Readonly<Record<string, string>>,
  more: Partial<OutlineView> & { readonly answers?: Readonly<Record<string, IssueAnswer>> } = {},
): OutlineView {
  const known: Known = knownFrom(files, more.answers);
  const counts = new StateCounts(known.issue);
  const documents = Object.entries(files).map(([path, text]) => [path, readDocument(dedent(text), path)] as const);
  const troubles = new Map(documents.map(([path, document]) => [path, troublesIn(document)]));
  return {
    files: known.files(),
    issue: known.issue,
    states: (of) => counts.of(of),
    problems: ({ path }) => troubles.get(path) ?? null,
    now,
    choice: everything,
    ...more,
  };
}

function troublesIn(document: ProposalsDocument): readonly ProposalProblems[] {
  return problemsByProposal(document, findingsOf(document, nothingKnown, {}));
}

/** The outline as text, all of it unfolded, each branch with what `show` says of it. */
function outline(
  view: OutlineView,
  show = ({ label }: Branch) => label,
  parent: string | null = null,
  indent = '',
): string {
  return branchesIn(parent, view)
    .map((branch) => `${indent}${show(branch)}\n${outline(view, show, branch.id, `${indent}  `)}`)
    .join('');
}

const both = { [drafts]: draftsText, [readme]: readmeText };

test('terms lead to what was accepted and proposed, to projects, proposals, and the fields that lack something', () => {
  expect(outline(viewOf(both), ({ label, detail }) => (detail ? `${label} (${detail})` : label))).toBe(
    dedent(`
      2026 Term 1 (Mar-May) (proposals due in 6 days · Planning · 1 accepted, 3 proposed)
        Accepted (1 proposal)
          Jaeger (1 proposal)
            Slow queries (Ada Example, Max Sample)
        Proposed (3 proposals)
          Jaeger (2 proposals)
            Slow queries (Ada Example, Max Sample)
            Another view (Grace Sample, Max Sample)
              Recommended Skills (missing)
              Expected Outcome (empty)
          Harbor (1 proposal)
            Copy less (Tim Muster, Ada Example)
          Zot (no proposals yet)
    `),
  );
});

test('a term with one kind of file has its projects below itself', () => {
  const summer = 'programs/summerofcode/2026.md';
  expect(
    outline(
      viewOf({
        [summer]: draftsText.replaceAll('####', '###').replaceAll(/^ {2}### (Jaeger|Harbor|Zot)$/gm, '  ## $1'),
      }),
    ),
  ).toMatch(/^2026 Summer of Code\n {2}Jaeger\n {4}Slow queries\n/);
});

test('newer terms come first, and the newest is unfolded', () => {
  const older = 'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md';
  const terms = branchesIn(null, viewOf({ [older]: draftsText, ...both }));
  expect(terms.map(({ label, children }) => [label, children])).toEqual([
    ['2026 Term 1 (Mar-May)', 'unfolded'],
    ['2025 Term 3 (Sep-Nov)', 'folded'],
  ]);
});

test('two clones of a repository have their terms twice, told apart by their folders', () => {
  const terms = branchesIn(null, viewOf({ [`a/${drafts}`]: draftsText, [`b/${drafts}`]: draftsText }));
  expect(terms.map(({ detail }) => detail)).toEqual([`3 proposed · a/${folder}`, `3 proposed · b/${folder}`]);
});

test.each([
  [Date.UTC(2026, 0, 21, 23), 'proposals due today'],
  [Date.UTC(2026, 0, 20, 1), 'proposals due tomorrow'],
  [Date.UTC(2026, 0, 22), 'Planning'],
])('at %d a term begins with "%s"', (time, words) => {
  const [term] = branchesIn(null, viewOf(both, { now: time }));
  expect(term?.detail.split(' · ')[0]).toBe(words);
});

describe('upstream issues', () => {
  const answers: Record<string, IssueAnswer> = {
    'jaegertracing/jaeger#1': issueIs({ owner: 'jaegertracing', repo: 'jaeger', number: 1 }),
    'jaegertracing/jaeger#2': issueIs({ owner: 'jaegertracing', repo: 'tracing', number: 9, state: 'closed' }),
    'goharbor/harbor#3': issueIs({
      owner: 'goharbor',
      repo: 'harbor',
      number: 3,
      state: 'closed',
      stateReason: 'not_planned',
    }),
  };

  test('are counted at terms, kinds and projects, each once', () => {
    const details = outline(viewOf(both, { answers }), ({ is, label, detail }) =>
      is === 'proposal' ? '-' : `${label}: ${detail}`,
    );
    expect(details).toMatch(/1 accepted, 3 proposed · 1 open · 1 closed · 1 moved/);
    expect(details).toMatch(/Accepted: 1 proposal · 1 open/);
    expect(details).toMatch(/Jaeger: 2 proposals · 1 open · 1 moved/);
  });

  test('give a proposal its state, in words too', () => {
    const view = viewOf({ [drafts]: draftsText }, { answers });
    const [term] = branchesIn(null, view);
    const proposals = branchesIn(term?.id ?? '', view).flatMap(({ id }) => branchesIn(id, view));
    expect(proposals.map(({ upstream, spoken }) => [upstream, spoken])).toEqual([
      [
        'open',
        'Slow queries, a proposal of Jaeger, mentored by Ada Example and Max Sample. Its upstream issue jaegertracing/jaeger#1 is open.',
      ],
      [
        'moved',
        'Another view, a proposal of Jaeger, mentored by Grace Sample and Max Sample. Its upstream issue jaegertracing/jaeger#2 has moved to jaegertracing/tracing#9 and is closed. 2 errors.',
      ],
      [
        'closed',
        'Copy less, a proposal of Harbor, mentored by Tim Muster and Ada Example. Its upstream issue goharbor/harbor#3 is closed as not planned.',
      ],
    ]);
  });

  test('of which nothing is known are said to be so', () => {
    const [term] = branchesIn(null, viewOf(both));
    expect(term?.about).toContain('Upstream issues: 3 not looked up yet');
  });
});

describe('a choice', () => {
  const titles = (choice: Partial<OutlineView['choice']>) => {
    const view = viewOf({ [drafts]: draftsText }, { choice: { ...everything, ...choice } });
    return outline(view, ({ is, label }) => (is === 'proposal' ? label : ''))
      .split(/\s*\n\s*/)
      .filter((line) => line !== '');
  };

  test.each([
    ['queries', ['Slow queries']],
    ['jaeger', ['Slow queries', 'Another view']],
    ['@ada-example', ['Slow queries', 'Copy less']],
    ['SAMPLE view', ['Another view']],
    ['nothing like it', []],
  ])('by the words "%s"', (text, expected) => {
    expect(titles({ text })).toEqual(expected);
  });

  test('by people, by their handles or addresses', () => {
    expect(titles({ people: ['@Tim-Muster', 'grace@EXAMPLE.org'] })).toEqual(['Another view', 'Copy less']);
    expect(titles({ people: [] })).toEqual([]);
  });

  test('by problems', () => {
    expect(titles({ problems: true })).toEqual(['Another view']);
  });

  test('leaves out terms and projects without a proposal, and unfolds what is left', () => {
    const view = viewOf(both, { choice: { ...everything, text: 'harbor' } });
    const [term] = branchesIn(null, view);
    const projects = branchesIn(term?.id ?? '', view);
    expect(projects.map(({ label, children }) => [label, children])).toEqual([['Harbor', 'unfolded']]);
  });

  test('sorts by name', () => {
    const view = viewOf({ [drafts]: draftsText }, { choice: { ...everything, sort: 'name' } });
    expect(
      outline(view, ({ is, label }) => (is === 'field' ? '' : label))
        .match(/\w[^\n]+/g)
        ?.slice(1),
    ).toEqual(['Harbor', 'Copy less', 'Jaeger', 'Another view', 'Slow queries', 'Zot']);
  });
});

test('what is unfolded stays so while somebody writes around it', () => {
  const ids = (text: string) =>
    outline(viewOf({ [drafts]: text }), ({ is, id }) => (is === 'field' ? '' : JSON.stringify(id)));
  const edited = draftsText
    .replace('## Proposed', 'Some words.\n\n  ## Proposed')
    .replace('It is old.', 'It is very old.');
  expect(ids(edited)).toBe(ids(draftsText));
});

test('proposals of one title are told apart', () => {
  const view = viewOf({ [drafts]: draftsText.replace('Another view', 'Slow queries') });
  const [term] = branchesIn(null, view);
  const [jaeger] = branchesIn(term?.id ?? '', view);
  const ids = branchesIn(jaeger?.id ?? '', view).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

test('the way to a place leads to the proposal around it, or to the project whose heading it is', () => {
  const view = viewOf(both);
  const wayToText = (text: string) => {
    const start = dedent(draftsText).indexOf(text);
    return wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, view).map(({ label }) => label);
  };
  expect(wayToText('Grace Sample')).toEqual(['2026 Term 1 (Mar-May)', 'Proposed', 'Jaeger', 'Another view']);
  expect(wayToText('Harbor')).toEqual(['2026 Term 1 (Mar-May)', 'Proposed', 'Harbor']);
  expect(wayToText('Proposed Project')).toEqual([]);
  const narrow = { ...view, choice: { ...everything, text: 'slow' } };
  const start = dedent(draftsText).indexOf('Grace Sample');
  expect(wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, narrow)).toEqual([]);
});

test('the ways are the branches that unfolding leads to', () => {
  const view = viewOf(both);
  const start = dedent(draftsText).indexOf('Grace Sample');
  let parent: string | null = null;
  for (const branch of wayTo({ uri: `file:///${drafts}`, span: { start, end: start } }, view)) {
    expect(branchesIn(parent, view)).toContainEqual(branch);
    parent = branch.id;
  }
});

test('nobody looks through what belongs to a term that is over, unless it is open', () => {
  const over = viewOf(both, { now: Date.UTC(2026, 8, 1) });
  const paths = (view: OutlineView, open: string) =>
    filesInWork(null, view, ({ path }) => path === open).map(({ path }) => path);
  expect(paths(viewOf(both), '')).toEqual([readme, drafts]);
  expect(paths(over, '')).toEqual([]);
  expect(paths(over, drafts)).toEqual([drafts]);
});

test('the text of a proposal comes with its anchor, that of a project with its heading', () => {
  const view = viewOf({ [drafts]: draftsText });
  const document = readDocument(dedent(draftsText), drafts);
  const [term] = branchesIn(null, view);
  const [jaeger] = branchesIn(term?.id ?? '', view);
  const [slow] = branchesIn(jaeger?.id ?? '', view);
  const proposal = textOf(document, proposalsIn(slow?.id ?? '', view), false);
  expect(proposal?.anchor).toBe('slow-queries');
  expect(proposal?.markdown).toMatch(/^#### Slow \*queries\*\n\n- Description[^#]+issues\/1\n$/);
  const project = textOf(document, proposalsIn(jaeger?.id ?? '', view), true);
  expect(project?.anchor).toBe('jaeger');
  expect(project?.markdown).toMatch(/^### Jaeger\n\n#### Slow[^#]+#### Another view[^#]+issues\/2\n$/);
  const other = readDocument(dedent(draftsText).replace('Slow', 'Quick'), drafts);
  expect(textOf(other, proposalsIn(slow?.id ?? '', view), false)).toBeNull();
});

test('states are counted again only once a file or what is known is another', () => {
  const { files } = knownFrom({ [drafts]: draftsText });
  let asked = 0;
  let answer: IssueAnswer = { is: 'unknown', why: null };
  const counts = new StateCounts(() => {
    asked++;
    return answer;
  });
  expect([...counts.of(files())]).toEqual([['unknown', 3]]);
  answer = { is: 'missing', certain: true, asOf: now };
  expect([...counts.of([...files()])]).toEqual([['unknown', 3]]);
  expect(asked).toBe(3);
  expect([...counts.of(knownFrom({ [drafts]: draftsText }).files())]).toEqual([['missing', 3]]);
  counts.forget();
  expect([...counts.of(files())]).toEqual([['missing', 3]]);
});
