import { expect, test } from 'vitest';
import { everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { branchesIn, filesInWork, proposalsIn, wayTo } from '../../server/src/core/features/outline/outline';
import { textOf } from '../../server/src/core/features/outline/text';
import { StateCounts } from '../../server/src/core/features/outline/upstream';
import type { IssueAnswer } from '../../server/src/core/known/known';
import { readDocument } from '../../server/src/core/model/document';
import { dedent } from './marks';
import { both, drafts, draftsText, folder, now, outline, readme, viewOf } from './outline-view';
import { knownFrom } from './rules/known-from';

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
