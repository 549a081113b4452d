import { type L10n, listed } from '../../../l10n';
import { short } from '../../markdown/write';
import type { Review } from '../../submission/review';
import type { Branch } from './branch';
import { plainBranch } from './branches';
import { idBelow, type OutlineTerm } from './terms';
import { dotted, issueCount, lines, sentences } from './words';

interface ReviewContext {
  readonly l10n: L10n;
  /** Whether the view is filtered. */
  readonly isNarrow: boolean;
}

/** Issues in review that stand together, the person's own ones first. */
interface ReviewGroup {
  readonly id: string;
  readonly label: string;
  readonly reviews: readonly Review[];
}

/** The issues of a term. */
export function reviewsOfTerm({ id, files }: OutlineTerm, reviews: readonly Review[]): readonly Review[] {
  const [file] = files;
  if (!file) return reviews.filter((review) => reviewedTerm(review).id === id);
  if (file.term?.program !== 'lfx-mentorship') return [];
  return reviews.filter(({ termKey }) => termKey !== '' && termKey === file.termKey);
}

/** `terms`, and before them those that only issues in review name. */
export function withReviewedTerms(terms: readonly OutlineTerm[], reviews: readonly Review[]): readonly OutlineTerm[] {
  const inFiles = new Set(terms.flatMap((term) => reviewsOfTerm(term, reviews)));
  const others = new Map(
    reviews
      .filter((review) => !inFiles.has(review))
      .map(reviewedTerm)
      .map((term) => [term.id, term]),
  );
  return [...[...others.values()].sort((a, b) => (a.label < b.label ? 1 : -1)), ...terms];
}

/** A term without files. */
function reviewedTerm({ term }: Review): OutlineTerm {
  const label = short(term.replaceAll('\n', ' '), 60);
  return { id: idBelow('in review', label), label, files: [] };
}

export function reviewKindId(termId: string): string {
  return idBelow(termId, 'review');
}

/** The branch "In review" of a term. */
export function reviewKindBranch(term: OutlineTerm, reviews: readonly Review[], context: ReviewContext): Branch {
  const { l10n } = context;
  const group = { id: reviewKindId(term.id), label: l10n.t('In review'), reviews };
  const spoken = l10n.t('In review in {0}: {1}', term.label || l10n.t('No term'), issueCount(l10n, reviews.length));
  return { ...groupBranch(group, spoken, context), is: 'kind' };
}

/** The children of "In review" or of one of its projects. */
export function reviewBranchesIn(
  parent: string,
  term: OutlineTerm,
  reviews: readonly Review[],
  context: ReviewContext,
): readonly Branch[] {
  const projects = projectsOf(reviewKindId(term.id), reviews);
  if (parent === reviewKindId(term.id)) return projects.map((project) => projectBranch(project, context));
  const project = projects.find(({ id }) => id === parent);
  return project ? project.reviews.map((review) => issueBranch(review, project, context)) : [];
}

/** In the order of the first issue of each, so that the person's own ones come first. */
function projectsOf(kindId: string, reviews: readonly Review[]): readonly ReviewGroup[] {
  const projects = new Map<string, Review[]>();
  for (const review of reviews) {
    const label = short(review.project.replaceAll('\n', ' '), 80);
    const own = projects.get(label);
    if (own) own.push(review);
    else projects.set(label, [review]);
  }
  return [...projects].map(([label, own]) => ({ id: idBelow(kindId, label), label, reviews: own }));
}

function projectBranch({ id, label: name, reviews }: ReviewGroup, context: ReviewContext): Branch {
  const { l10n } = context;
  const label = name || l10n.t('No project');
  const { length } = reviews;
  const spoken =
    length === 1
      ? l10n.t('{0}, a project with 1 issue in review', label)
      : l10n.t('{0}, a project with {1} issues in review', label, length);
  return groupBranch({ id, label, reviews }, spoken, context);
}

/** `spoken` is the first sentence of what is heard. */
function groupBranch({ id, label, reviews }: ReviewGroup, spoken: string, { l10n, isNarrow }: ReviewContext): Branch {
  const count = issueCount(l10n, reviews.length);
  const stages = stageLines(l10n, reviews);
  return {
    ...plainBranch,
    id,
    is: 'project',
    label,
    detail: count,
    about: [l10n.t('{0}: {1}', label, count), ...stages],
    spoken: sentences(l10n, spoken, ...stages),
    children: isNarrow ? 'unfolded' : 'folded',
    place: null,
  };
}

function issueBranch(review: Review, project: ReviewGroup, { l10n }: ReviewContext): Branch {
  const { issue, mentors, stage, verdict } = review;
  const label = short(review.name.replaceAll('\n', ' '), 120) || short(issue.title, 120);
  const names = listed(
    l10n,
    mentors.map(({ name, handle }) => name || `@${handle}`),
  );
  const stands = stageWords(l10n, review);
  const faults = verdict.errors.map(({ field, kind }) => `${field}: ${kind.replaceAll('-', ' ')}`).slice(0, 5);
  const projectName = project.label || l10n.t('No project');
  return {
    ...plainBranch,
    id: idBelow(project.id, String(issue.number)),
    is: 'issue',
    label,
    detail: dotted(stands, `#${issue.number}`),
    about: lines(
      label,
      l10n.t('Issue #{0}: {1}', issue.number, stands),
      issue.author && l10n.t('Filed by @{0}', issue.author),
      names && l10n.t('Mentors: {0}', names),
      ...faults,
    ),
    spoken: sentences(
      l10n,
      l10n.t('{0}, issue {1} of {2}, {3}', label, issue.number, projectName, stands),
      names && l10n.t('Mentored by {0}', names),
      ...faults,
    ),
    stage,
    url: issue.url,
    errors: verdict.errors.length,
    warnings: verdict.warnings.length,
    place: null,
  };
}

/** How many stand where: "2 issues: checks failed". */
function stageLines(l10n: L10n, reviews: readonly Review[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const review of reviews) {
    const words = review.stage === 'waiting' ? l10n.t('wait for a maintainer or mentors') : stageWords(l10n, review);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => l10n.t('{0}: {1}', issueCount(l10n, count), words));
}

/** Where a proposal stands: "waits for a maintainer and @bo-sample". */
export function stageWords(l10n: L10n, { stage, awaitsMaintainer, awaitsMentors }: Review): string {
  if (stage === 'failed') return l10n.t('checks failed');
  if (stage === 'unchecked') return l10n.t('not checked yet');
  if (stage === 'cncf') return l10n.t('waits for CNCF');
  if (stage === 'approved') return l10n.t('approved');
  const handles = listed(
    l10n,
    awaitsMentors.map((handle) => `@${handle}`),
  );
  if (handles === '') return awaitsMaintainer ? l10n.t('waits for a maintainer') : l10n.t('waits for its mentors');
  return awaitsMaintainer ? l10n.t('waits for a maintainer and {0}', handles) : l10n.t('waits for {0}', handles);
}
