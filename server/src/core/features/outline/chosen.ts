import type { KnownFile, KnownProposal } from '../../known/known';
import { searchable, wordsOf } from '../symbols/fuzzy';
import type { OutlineView } from './branch';
import { countStates, type UpstreamState } from './issue-states';
import { type OutlineKind, type OutlineProject, type OutlineProposal, projectsOf } from './terms';
import { noTrouble, type ProposalTrouble } from './trouble';

/** So many proposals are unfolded at once for somebody who has looked for them. */
const UNFOLDED = 50;

/** What of a workspace somebody wants to see. */
export class Chosen {
  private readonly words: readonly string[];
  private readonly people: ReadonlySet<string> | null;
  private readonly ofFiles = new Map<KnownFile, readonly KnownProposal[]>();

  constructor(private readonly view: OutlineView) {
    const { text, people } = view.choice;
    this.words = wordsOf(text);
    this.people = people && new Set(people.map((each) => each.replace(/^@/, '').toLowerCase()));
  }

  /** Whether anything is left out: then projects and terms without proposals are, too. */
  get isNarrow(): boolean {
    return this.words.length > 0 || this.people !== null || this.view.choice.problems;
  }

  /** Whether what lies around so many proposals is unfolded: who has looked for them wants to see them. */
  unfolds(count: number): boolean {
    return this.isNarrow && count <= UNFOLDED;
  }

  /** The proposals of files, without making anything of them. */
  proposals(files: OutlineKind['files']): readonly KnownProposal[] {
    return files.flatMap((file) => (this.isNarrow ? this.proposalsOf(file) : file.proposals));
  }

  /** How many of their issues stand how. */
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

  troubleOf({ proposal, order }: Pick<OutlineProposal, 'proposal' | 'order'>): ProposalTrouble {
    return this.view.troubles(proposal.file)?.[order] ?? noTrouble;
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
    const { errors, warnings } = this.troubleOf({ proposal, order });
    return errors + warnings > 0;
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
  const text = searchable([title, project?.name ?? '', ...names].join('\n'));
  return words.every((word) => text.includes(word));
}
