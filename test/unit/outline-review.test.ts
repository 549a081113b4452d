/** The issues in review as the view shows them. */
import { expect, test } from 'vitest';
import { reviewLabels } from '../../server/src/core/facts/open-proposal';
import { everything, type OutlineView } from '../../server/src/core/features/outline/branch';
import { branchesIn } from '../../server/src/core/features/outline/outline';
import { reviewsOf } from '../../server/src/core/submission/review';
import { type Answers, openProposal } from '../proposal-issue';
import { viewOf } from './outline-of';

const drafts = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md';
const draft = '### Jaeger\n\n#### A draft\n\n- Description: d\n- Mentor(s):\n  - Ada Example (@ada-example)\n';

const issues = [
  openProposal(9, { project: 'Helm', name: 'Charts' }, { labels: [reviewLabels.approved] }),
  openProposal(8, {}, { labels: [reviewLabels.passed, reviewLabels.awaitsMentors], confirmedBy: ['ada-example'] }),
  openProposal(7, { name: 'Broken', mentors: '' }),
];

function view(files: Readonly<Record<string, string>>, choice: Partial<OutlineView['choice']> = {}, viewer = '') {
  const reviews = { all: reviewsOf(issues), viewer: viewer || null };
  return viewOf(files, { reviews, choice: { ...everything, ...choice } });
}

/** Every branch below `parent`: its label and its detail, indented by its depth. */
function tree(own: OutlineView, parent: string | null = null, depth = 0): string[] {
  return branchesIn(parent, own).flatMap(({ id, is, label, detail, children }) => [
    `${'  '.repeat(depth)}${label}: ${detail}`,
    ...(children === 'none' || is === 'proposal' ? [] : tree(own, id, depth + 1)),
  ]);
}

const inReview = [
  'In review: 3 issues',
  '  Helm: 1 issue',
  '    Charts: approved · #9',
  '  Jaeger: 2 issues',
  '    Faster queries: waits for @bo-sample · #8',
  '    Broken: checks failed · #7',
];
const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

test('they stand in their term, below its files', () => {
  expect(tree(view({ [drafts]: draft }))).toEqual([
    '2026 Term 3 (Sep-Nov): 4 proposals',
    '  Proposed: 1 proposal',
    '    Jaeger: 1 proposal',
    '      A draft: Ada Example',
    ...indented(inReview),
  ]);
});

test('a term without files has them alone', () => {
  expect(tree(view({}))).toEqual(['2026 Term 3 (Sep-Nov): 3 in review', ...indented(inReview)]);
});

test('the own ones come first', () => {
  expect(tree(view({}, {}, 'BO-SAMPLE')).filter((line) => line.includes('#'))).toEqual(
    ['Charts: approved · #9', 'Faster queries: waits for @bo-sample · #8', 'Broken: checks failed · #7'].map(
      (line) => `      ${line}`,
    ),
  );
  const filer = issues.map((issue) => (issue.number === 7 ? { ...issue, author: 'max-sample' } : issue));
  const own = viewOf({}, { reviews: { all: reviewsOf(filer), viewer: 'max-sample' } });
  expect(tree(own).filter((line) => line.includes('#'))[0]).toContain('Broken');
});

test.each<[Partial<OutlineView['choice']>, string[]]>([
  [{ text: 'charts' }, ['Charts']],
  [{ text: 'bo-sample queries' }, ['Faster queries']],
  [{ people: ['@Bo-Sample'] }, ['Charts', 'Faster queries']],
  [{ people: ['nobody'] }, []],
  [{ problems: true }, ['Broken']],
])('the filter %j leaves %j', (choice, names) => {
  const shown = tree(view({ [drafts]: draft }, choice)).filter((line) => line.includes('#'));
  expect(shown.map((line) => line.trim().split(':')[0])).toEqual(names);
});

test('what is strange in an issue stays one line', () => {
  const strange: Answers = { project: 'A\nB', name: 'x'.repeat(500), term: 'Soon' };
  const all = reviewsOf([openProposal(1, strange), openProposal(2, { project: '', name: '', term: '' })]);
  const lines = tree(viewOf({}, { reviews: { all, viewer: null } }));
  expect(lines.every((line) => line.length < 200 && !line.includes('\n'))).toBe(true);
  expect(lines).toContain('No term: 1 in review');
  expect(lines).toContain('    No project: 1 issue');
});
