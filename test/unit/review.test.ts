import { describe, expect, test } from 'vitest';
import { isConfirmation, type OpenProposal, reviewLabels } from '../../server/src/core/facts/open-proposal';
import { cncfProjects } from '../../server/src/core/facts/projects';
import { bundledForm } from '../../server/src/core/facts/proposal-form';
import { stageWords } from '../../server/src/core/features/outline/review-branches';
import { viewOf } from '../../server/src/core/linter/rule';
import { readDocument } from '../../server/src/core/model/document';
import { checkDraft } from '../../server/src/core/submission/draft-check';
import { isOwn, type Review, reviewsOf } from '../../server/src/core/submission/review';
import { english } from '../../server/src/l10n';
import { openProposal } from '../proposal-issue';
import { dedent } from './marks';

const { passed, failed, awaitsMaintainer, awaitsMentors, awaitsCncf, approved } = reviewLabels;

function reviewOf(...given: Parameters<typeof openProposal>): Review {
  const [review] = reviewsOf([openProposal(...given)]);
  if (!review) throw new Error('the issue is no proposal');
  return review;
}

describe('where a proposal stands', () => {
  test.each([
    [[], 'not checked yet'],
    [[failed], 'checks failed'],
    [[failed, awaitsMaintainer], 'checks failed'],
    [[passed, awaitsMaintainer], 'waits for a maintainer'],
    [[passed, awaitsMentors], 'waits for @ada-example, @bo-sample'],
    [[passed, awaitsMaintainer, awaitsMentors], 'waits for a maintainer and @ada-example, @bo-sample'],
    [[passed, awaitsCncf], 'waits for CNCF'],
    [[passed, approved], 'approved'],
  ])('%j is %j', (labels, words) => {
    expect(stageWords(english, reviewOf(7, {}, { labels }))).toBe(words);
  });

  test('without labels, the verdict says that it fails', () => {
    expect(reviewOf(7, { technologies: '' }).stage).toBe('failed');
    expect(reviewOf(7, { technologies: '' }, { labels: [passed] }).stage).toBe('unchecked');
  });

  test('who has confirmed or filed it is not waited for, whatever the case', () => {
    const waits = (more: object) => reviewOf(7, {}, { labels: [passed, awaitsMentors], ...more }).awaitsMentors;
    expect(waits({ confirmedBy: ['Bo-Sample', 'nobody'] })).toEqual(['ada-example']);
    expect(waits({ author: 'ada-example', confirmedBy: ['bo-sample'] })).toEqual([]);
    expect(stageWords(english, reviewOf(7, {}, { labels: [passed, awaitsMentors], confirmedBy: null }))).toBe(
      'waits for its mentors',
    );
    expect(stageWords(english, reviewOf(7, { mentors: 'Ada' }, { labels: [passed, awaitsMentors] }))).toBe(
      'waits for its mentors',
    );
  });

  test.each([
    ['/confirm', true],
    ['Gladly!\n\n/confirm', true],
    ['Please write `/confirm` here.', false],
    ['/confirmed', false],
  ])('%j confirms: %s', (comment, is) => {
    expect(isConfirmation(comment)).toBe(is);
  });
});

test('what the issue says of itself', () => {
  expect(reviewOf(7)).toMatchObject({
    project: 'Jaeger',
    name: 'Faster queries',
    term: '2026 Term 3 (Sep-Nov)',
    termKey: '2026-03',
    mentors: [
      { name: 'Ada Example', handle: 'ada-example', email: 'ada@example.org', lfid: 'adaex' },
      { name: 'Bo Sample', handle: 'bo-sample', email: 'bo@example.org', lfid: 'bosam' },
    ],
  });
});

test('it is the own one of who filed it and of its mentors, by handle or address', () => {
  const own = (name: string) => isOwn(reviewOf(7), new Set([name]));
  expect(['cleo-filer', 'ada-example', 'bo@example.org', 'max-sample', ''].map(own)).toEqual([
    ...[true, true, true, false, false],
  ]);
});

test('issues are compared with the others of their project and term', () => {
  const other = { upstream: 'https://github.com/example/example/issues/2' };
  const reviews = reviewsOf([
    openProposal(1),
    openProposal(2, { name: 'Same issue' }),
    openProposal(3, { name: 'Later', term: '2027 Term 1 (Mar-May)' }),
    openProposal(4, { name: 'Another', ...other }),
    openProposal(5, { project: 'Helm' }),
  ]);
  const kinds = reviews.map(({ issue, verdict }) => [issue.number, ...verdict.warnings.map(({ kind }) => kind)]);
  expect(kinds).toEqual([[1, 'upstream-duplicate'], [2, 'upstream-duplicate'], [3], [4], [5]]);
  expect(reviewsOf([{ ...openProposal(6), body: 'It crashes.', labels: [], title: 'A bug' }])).toEqual([]);
});

test('a draft is compared with the issues of its project, but not with its own', () => {
  const draft = dedent(`
    ### Jaeger

    #### Faster queries

    - Description: d
    - Expected Outcome: o
    - Technologies: Go
    - Mentor(s):
      - Ada Example (@ada-example, ada@example.org, LFID: adaex)
      - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
    - Upstream Issue: https://github.com/example/example/issues/1
  `);
  const document = readDocument(draft, 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md');
  const [proposal] = document.proposals;
  if (!proposal) throw new Error('the text has no proposal');
  const said = (inReview: readonly OpenProposal[]) => {
    const { problems } = checkDraft(viewOf(proposal, document), {
      form: bundledForm,
      projects: cncfProjects,
      inReview,
    });
    return problems
      .filter(({ severity }) => severity === 'warning')
      .map(({ field, message }) => `${field}: ${message}`);
  };
  const issues = (count: number, project: string) =>
    Array.from({ length: count }, (_, i) =>
      openProposal(i + 1, { project, name: `Number ${i + 1}`, upstream: `https://github.com/a/b/issues/${i}` }),
    );
  expect(said([openProposal(7)])).toEqual([]);
  expect(said([openProposal(7, { name: 'Another' })])).toEqual([
    'Upstream Issue URL: Issue #7 proposes the same upstream issue for this project.',
  ]);
  expect(said([...issues(3, 'Jaeger'), ...issues(5, 'Helm')])).toEqual([]);
  expect(said(issues(4, 'Jaeger'))).toEqual([
    'CNCF Project: Other open proposals of Jaeger use up its quota for this term.',
  ]);
});
