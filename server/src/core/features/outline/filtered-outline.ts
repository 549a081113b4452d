import type { KnownFile, KnownProposal } from '../../known/known';
import { isOwn, type Review } from '../../submission/review';
import { searchable, wordsOf } from '../symbols/fuzzy';
import type { OutlineView } from './branch';
import { countStates, type UpstreamState } from './issue-states';
import { noProblems, type ProposalProblems } from './problems';
import { type OutlineKind, type OutlineProject, type OutlineProposal, projectsOf } from './terms';

/** The largest number of proposals that a search expands. */
const UNFOLDED = 50;

/** The part of the workspace that matches a filter. */
export class FilteredOutline {
  private readonly words: readonly string[];
  private readonly people: ReadonlySet<string> | null;
  private readonly ofFiles = new Map<KnownFile, readonly KnownProposal[]>();

  constructor(private readonly view: OutlineView) {
    const { text, people } = view.choice;
    this.words = wordsOf(text);
    this.people = people && new Set(people.map((each) => each.replace(/^@/, '').toLowerCase()));
  }

  /** Whether the filter hides anything. If so, it also hides projects and terms without proposals. */
  get isNarrow(): boolean {
    return this.words.length > 0 || this.people !== null || this.view.choice.problems;
  }

  /** Whether to expand the branches around this many proposals, so that search results are visible. */
  unfolds(count: number): boolean {
    return this.isNarrow && count <= UNFOLDED;
  }

  /** The matching proposals of files, without building branches. */
  proposals(files: OutlineKind['files']): readonly KnownProposal[] {
    return files.flatMap((file) => (this.isNarrow ? this.proposalsOf(file) : file.proposals));
  }

  /** Number of their issues per state. */
  states(files: OutlineKind['files']): ReadonlyMap<UpstreamState, number> {
    return this.isNarrow ? countStates(this.proposals(files), this.view.issue) : this.view.states(files);
  }

  projects(kind: OutlineKind): readonly OutlineProject[] {
    const all = projectsOf(kind).map((project) => ({
      ...project,
      proposals: this.sorted(project.proposals.filter(({ proposal, order }) => this.has(proposal, order))),
    }));
    return this.sorted(this.isNarrow ? all.filter(({ proposals }) => proposals.length > 0) : all);
  }

  /** The matching issues in review, the person's own ones first. */
  reviews(): readonly Review[] {
    const { all, viewer } = this.view.reviews;
    const shown = all.filter((review) => this.hasReview(review));
    const own = new Set(viewer === null ? [] : [viewer.toLowerCase()]);
    return [...shown.filter((review) => isOwn(review, own)), ...shown.filter((review) => !isOwn(review, own))];
  }

  problemsOf({ proposal, order }: Pick<OutlineProposal, 'proposal' | 'order'>): ProposalProblems {
    return this.view.problems(proposal.file)?.[order] ?? noProblems;
  }

  private proposalsOf(file: KnownFile): readonly KnownProposal[] {
    const known = this.ofFiles.get(file);
    if (known) return known;
    const own = file.proposals.filter((proposal, order) => this.has(proposal, order));
    this.ofFiles.set(file, own);
    return own;
  }

  private has(proposal: KnownProposal, order: number): boolean {
    if (this.people && !isTheirs(proposal, this.people)) return false;
    if (this.words.length > 0 && !isFound(proposal, this.words)) return false;
    if (!this.view.choice.problems) return true;
    const { errors, warnings } = this.problemsOf({ proposal, order });
    return errors + warnings > 0;
  }

  private hasReview(review: Review): boolean {
    if (this.people && !isOwn(review, this.people)) return false;
    if (this.words.length > 0 && !containsAll(textOfReview(review), this.words)) return false;
    return !this.view.choice.problems || review.stage === 'failed' || review.verdict.errors.length > 0;
  }

  private sorted<T extends { readonly label: string }>(all: readonly T[]): readonly T[] {
    if (this.view.choice.sort === 'order') return all;
    const keyed = all.map((each) => ({ each, key: searchable(each.label) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ each }) => each);
  }
}

function isTheirs({ mentors }: KnownProposal, people: ReadonlySet<string>): boolean {
  return mentors.some(({ handle, email }) => [handle, email].some((each) => each && people.has(each.toLowerCase())));
}

function isFound({ title, project, mentors }: KnownProposal, words: readonly string[]): boolean {
  const names = mentors.map(({ name, handle }) => `${name ?? ''} ${handle ? `@${handle}` : ''}`);
  return containsAll([title, project?.name ?? '', ...names].join('\n'), words);
}

function textOfReview({ name, project, mentors, issue }: Review): string {
  return [name, project, ...mentors.map((each) => `${each.name} @${each.handle}`), `#${issue.number}`].join('\n');
}

function containsAll(text: string, words: readonly string[]): boolean {
  const searched = searchable(text);
  return words.every((word) => searched.includes(word));
}
