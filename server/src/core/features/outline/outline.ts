import type { KnownFile } from '../../known/known';
import type { Place } from '../../known/place';
import type { Review } from '../../submission/review';
import type { Branch, OutlineView } from './branch';
import { fieldBranch, kindBranch, projectBranch, proposalBranch, termBranch } from './branches';
import { FilteredOutline } from './filtered-outline';
import { reviewBranchesIn, reviewKindBranch, reviewKindId, reviewsOfTerm, withReviewedTerms } from './review-branches';
import {
  isBare,
  isOver,
  kindsOf,
  type OutlineKind,
  type OutlineProject,
  type OutlineProposal,
  type OutlineTerm,
  projectsOf,
  termIdIn,
  termsOf,
} from './terms';

/**
 * Children of `parent` (a branch id), or the terms if it is null, newest first, with the first expanded. Empty if the
 * parent no longer exists.
 */
export function branchesIn(parent: string | null, view: OutlineView): readonly Branch[] {
  const filtered = new FilteredOutline(view);
  const allReviews = filtered.reviews();
  const terms = withReviewedTerms(termsOf(view.files), allReviews);
  if (parent === null) {
    const isShown = (term: OutlineTerm) =>
      filtered.proposals(term.files).length + reviewsOfTerm(term, allReviews).length > 0;
    const shown = filtered.isNarrow ? terms.filter(isShown) : terms;
    let count = 0;
    return shown.map((term, i) => {
      if (filtered.isNarrow) count += filtered.proposals(term.files).length;
      return termBranch(term, {
        view,
        filtered,
        unfolded: i === 0 || filtered.unfolds(count),
        twin: hasTwin(term, terms),
        inReview: reviewsOfTerm(term, allReviews).length,
      });
    });
  }
  const term = terms.find(({ id }) => id === termIdIn(parent));
  if (!term) return [];
  const around = { view, filtered, takesProposals: takesProposals(term, view) };
  const kinds = shownKinds(term, filtered);
  const reviews = reviewsOfTerm(term, allReviews);
  if (isIn(parent, reviewKindId(term.id)))
    return reviewBranchesIn(parent, term, reviews, { l10n: view.l10n, isNarrow: filtered.isNarrow });
  if (parent === term.id && showsKinds(kinds, reviews))
    return [
      ...kinds.map((kind) => kindBranch(kind, term, around)),
      ...(reviews.length > 0
        ? [reviewKindBranch(term, reviews, { l10n: view.l10n, isNarrow: filtered.isNarrow })]
        : []),
    ];
  const kind = parent === term.id ? kinds[0] : kinds.find(({ id }) => isIn(parent, id));
  if (!kind) return [];
  const projects = filtered.projects(kind);
  if (parent === term.id || parent === kind.id)
    return projects.flatMap((project) =>
      isBare(project)
        ? project.proposals.map((each) => proposalBranch(each, project, around))
        : [projectBranch(project, kind, around)],
    );
  const project = projects.find(({ id }) => isIn(parent, id));
  if (!project) return [];
  if (parent === project.id) return project.proposals.map((each) => proposalBranch(each, project, around));
  const proposal = project.proposals.find(({ id }) => id === parent);
  return proposal ? filtered.problemsOf(proposal).fields.map((field) => fieldBranch(field, proposal, view)) : [];
}

/**
 * The branches from the term to the last proposal that starts at or before a place, or to the project whose heading is
 * there. Empty if the view does not show the place.
 */
export function wayTo({ uri, span }: Place, view: OutlineView): readonly Branch[] {
  const filtered = new FilteredOutline(view);
  const allReviews = filtered.reviews();
  const terms = withReviewedTerms(termsOf(view.files), allReviews);
  const term = terms.find(({ files }) => files.some((file) => file.uri === uri));
  const kinds = term ? shownKinds(term, filtered) : [];
  const kind = kinds.find(({ files }) => files.some((file) => file.uri === uri));
  const found = kind && headingBefore(projectsOf(kind), uri, span.start);
  const project = found && filtered.projects(kind).find(({ id }) => id === found.project);
  const proposal = project?.proposals.find(({ id }) => id === found?.proposal) ?? null;
  if (!term || !project || (found?.proposal && !proposal)) return [];
  const around = { view, filtered, takesProposals: takesProposals(term, view) };
  const reviews = reviewsOfTerm(term, allReviews);
  const context = { view, filtered, unfolded: terms[0] === term, twin: hasTwin(term, terms), inReview: reviews.length };
  return [
    termBranch(term, context),
    ...(showsKinds(kinds, reviews) ? [kindBranch(kind, term, around)] : []),
    ...(isBare(project) ? [] : [projectBranch(project, kind, around)]),
    ...(proposal ? [proposalBranch(proposal, project, around)] : []),
  ];
}

/** The proposals in a branch: of a term, of a project, or a single one. */
export function proposalsIn(id: string, view: OutlineView): readonly OutlineProposal[] {
  const filtered = new FilteredOutline(view);
  const term = termsOf(view.files).find((each) => each.id === termIdIn(id));
  const projects = term ? kindsOf(term).flatMap((kind) => filtered.projects(kind)) : [];
  return projects.flatMap(({ proposals }) => proposals).filter((proposal) => isIn(proposal.id, id));
}

/**
 * The files worth checking: those of the branch's term, or all if it is null. Files of a term that is over count only
 * if they are open.
 */
export function filesInWork(
  id: string | null,
  view: OutlineView,
  isOpen: (file: KnownFile) => boolean,
): readonly KnownFile[] {
  const terms = termsOf(view.files).filter((term) => id === null || term.id === termIdIn(id));
  return terms.flatMap((term) => (isOver(term, view.now) ? term.files.filter(isOpen) : term.files));
}

/** Terms with the same name are in different folders, so the branch shows the folder too. */
function hasTwin(term: OutlineTerm, terms: readonly OutlineTerm[]): boolean {
  return terms.some((other) => other !== term && other.label === term.label);
}

function takesProposals(term: OutlineTerm, { now }: OutlineView): boolean {
  return !isOver(term, now);
}

/** If a term has only one kind and nothing in review, its projects appear directly below the term. */
function showsKinds(kinds: readonly OutlineKind[], reviews: readonly Review[]): boolean {
  return reviews.length > 0 || kinds.length > 1;
}

function shownKinds(term: OutlineTerm, filtered: FilteredOutline): readonly OutlineKind[] {
  const kinds = kindsOf(term);
  return filtered.isNarrow ? kinds.filter(({ files }) => filtered.proposals(files).length > 0) : kinds;
}

function headingBefore(
  projects: readonly OutlineProject[],
  uri: string,
  offset: number,
): { project: string; proposal: string | null } | null {
  const headings = projects.flatMap(({ id, file, heading, proposals }) => [
    ...(heading && file.uri === uri ? [{ at: heading.span.start, project: id, proposal: null }] : []),
    ...proposals
      .filter(({ proposal }) => proposal.file.uri === uri)
      .map((each) => ({ at: each.proposal.span.start, project: id, proposal: each.id })),
  ]);
  const before = headings.filter(({ at }) => at <= offset);
  return before.reduce<(typeof before)[number] | null>((last, each) => (last && last.at > each.at ? last : each), null);
}

function isIn(id: string, parent: string): boolean {
  return id === parent || id.startsWith(`${parent}\n`);
}
