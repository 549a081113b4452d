import { counted } from '../../facts/words';
import { short } from '../../markdown/write';
import { type Review, stageText } from '../../submission/review';
import type { Branch } from './branch';
import { dotted, lines, plainBranch, sentences } from './branches';
import { idBelow, type OutlineTerm } from './terms';

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
  const label = short(term.replaceAll('\n', ' '), 60) || 'No term';
  return { id: idBelow('in review', label), label, files: [] };
}

export function reviewKindId(termId: string): string {
  return idBelow(termId, 'review');
}

/** The branch "In review" of a term. */
export function reviewKindBranch(term: OutlineTerm, reviews: readonly Review[], isNarrow: boolean): Branch {
  const count = counted(reviews.length, 'issue');
  const group = { id: reviewKindId(term.id), label: 'In review', reviews };
  return { ...groupBranch(group, `In review in ${term.label}: ${count}`, isNarrow), is: 'kind' };
}

/** The children of "In review" or of one of its projects. */
export function reviewBranchesIn(
  parent: string,
  term: OutlineTerm,
  reviews: readonly Review[],
  isNarrow: boolean,
): readonly Branch[] {
  const projects = projectsOf(reviewKindId(term.id), reviews);
  if (parent === reviewKindId(term.id)) return projects.map((project) => projectBranch(project, isNarrow));
  const project = projects.find(({ id }) => id === parent);
  return project ? project.reviews.map((review) => issueBranch(review, project)) : [];
}

/** In the order of the first issue of each, so that the person's own ones come first. */
function projectsOf(kindId: string, reviews: readonly Review[]): readonly ReviewGroup[] {
  const projects = new Map<string, Review[]>();
  for (const review of reviews) {
    const label = short(review.project.replaceAll('\n', ' '), 80) || 'No project';
    const own = projects.get(label);
    if (own) own.push(review);
    else projects.set(label, [review]);
  }
  return [...projects].map(([label, own]) => ({ id: idBelow(kindId, label), label, reviews: own }));
}

function projectBranch(project: ReviewGroup, isNarrow: boolean): Branch {
  const count = counted(project.reviews.length, 'issue');
  return groupBranch(project, `${project.label}, a project with ${count} in review`, isNarrow);
}

/** `spoken` is the first sentence of what is heard. */
function groupBranch({ id, label, reviews }: ReviewGroup, spoken: string, isNarrow: boolean): Branch {
  const count = counted(reviews.length, 'issue');
  const stages = stageLines(reviews);
  return {
    ...plainBranch,
    id,
    is: 'project',
    label,
    detail: count,
    about: [`${label}: ${count}`, ...stages],
    spoken: sentences(spoken, ...stages),
    children: isNarrow ? 'unfolded' : 'folded',
    place: null,
  };
}

function issueBranch(review: Review, project: ReviewGroup): Branch {
  const { issue, mentors, stage, verdict } = review;
  const label = short(review.name.replaceAll('\n', ' '), 120) || short(issue.title, 120);
  const names = mentors.map(({ name, handle }) => name || `@${handle}`).join(', ');
  const stands = stageText(review);
  const faults = verdict.errors.map(({ field, kind }) => `${field}: ${kind.replaceAll('-', ' ')}`).slice(0, 5);
  return {
    ...plainBranch,
    id: idBelow(project.id, String(issue.number)),
    is: 'issue',
    label,
    detail: dotted(stands, `#${issue.number}`),
    about: lines(
      label,
      `Issue #${issue.number}: ${stands}`,
      issue.author && `Filed by @${issue.author}`,
      names && `Mentors: ${names}`,
      ...faults,
    ),
    spoken: sentences(
      `${label}, issue ${issue.number} of ${project.label}, ${stands}`,
      names && `Mentored by ${names}`,
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
function stageLines(reviews: readonly Review[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const review of reviews) {
    const words = review.stage === 'waiting' ? 'wait for a maintainer or mentors' : stageText(review);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${counted(count, 'issue')}: ${words}`);
}
