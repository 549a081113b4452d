import { english, isolated, type L10n } from '../../../l10n';
import { type Known, type KnownFile, type KnownProposal, newestFirst } from '../../known/known';
import type { Place } from '../../known/place';
import { renderedTitle } from '../../model/anchor';
import type { Span } from '../../text/span';
import { fileLabel } from '../outline/terms';
import { gradeOf, grades, searchable, wordsOf } from './fuzzy';

/** A proposal, or a place in one, to go to. */
export interface Found {
  readonly label: string;
  /** Project and term: "Jaeger · 2026 Term 1 (Mar-May)". */
  readonly around: string;
  readonly place: Place;
}

/** The best of all that was found. */
export interface Best<T> {
  readonly items: readonly T[];
  /** How many there are with those that are left out. */
  readonly all: number;
}

/** The largest number of results. */
export const MOST = 200;

/** The grade of a word that is found in the project or term instead of inside the title. */
const AROUND = 1;

interface Candidate {
  readonly proposal: KnownProposal;
  readonly title: string;
  readonly around: string;
}

/**
 * Finds proposals of all terms by words of title, project and term. Search data is cached until the file changes, so
 * that a query only compares titles.
 */
export class ProposalFinder {
  private readonly ofFiles = new WeakMap<KnownFile, readonly Candidate[]>();

  /** At most 200 proposals: best matches first, then by latest term, then in document order. */
  matching(query: string, known: Known, l10n: L10n = english): Best<Found> {
    const words = wordsOf(query);
    const byGrade = Array.from({ length: grades }, (): Candidate[] => []);
    let all = 0;
    for (const file of [...known.files()].sort(newestFirst)) {
      for (const candidate of this.candidates(file)) {
        const equals = byGrade[gradeIn(candidate, words)];
        if (!equals) continue;
        all++;
        if (equals.length < MOST) equals.push(candidate);
      }
    }
    const best = byGrade.reverse().flat().slice(0, MOST);
    const items = best.map(({ proposal }) => foundIn(proposal, proposal.span, l10n));
    return { items, all };
  }

  private candidates(file: KnownFile): readonly Candidate[] {
    const kept = this.ofFiles.get(file);
    if (kept) return kept;
    const arounds = new Map<unknown, string>();
    const own = file.proposals.map((proposal) => {
      const around = arounds.get(proposal.project) ?? searchable(aroundOf(proposal));
      arounds.set(proposal.project, around);
      return { proposal, title: searchable(shownTitle(proposal)), around };
    });
    this.ofFiles.set(file, own);
    return own;
  }
}

/** A place in a proposal. */
export function foundIn(proposal: KnownProposal, span: Span, l10n: L10n): Found {
  const { file } = proposal;
  return { label: shownTitle(proposal, l10n), around: aroundOf(proposal, l10n), place: { uri: file.uri, span } };
}

/** The title as rendered. */
export function shownTitle({ title }: KnownProposal, l10n: L10n = english): string {
  return renderedTitle(title) || l10n.t('Untitled');
}

/** Project and term, or only the term for a proposal without a project. */
export function aroundOf({ project, file }: KnownProposal, l10n: L10n = english): string {
  const term = fileLabel(file, l10n);
  return project ? `${isolated(renderedTitle(project.name))} · ${term}` : term;
}

/** The grade of the worst-matching word. -1 if a word is missing. */
function gradeIn({ title, around }: Candidate, words: readonly string[]): number {
  let worst = grades - 1;
  for (const word of words) {
    const inTitle = gradeOf([word], title, '');
    worst = Math.min(worst, inTitle < AROUND && around.includes(word) ? AROUND : inTitle);
    if (worst < 0) return -1;
  }
  return worst;
}
