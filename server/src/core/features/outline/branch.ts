import type { L10n } from '../../../l10n';
import type { IssueAnswer, IssueKey, KnownFile } from '../../known/known';
import type { Place } from '../../known/place';
import type { Severity } from '../../linter/rule';
import type { Review, ReviewStage } from '../../submission/review';
import type { UpstreamState } from './issue-states';
import type { ProposalProblems } from './problems';

/** A node of the tree view: a term, a kind, a project, a proposal, one of its fields, or an issue in review. */
export interface Branch {
  /** Stable while the name of the node stays the same. */
  readonly id: string;
  readonly is: 'term' | 'kind' | 'project' | 'proposal' | 'field' | 'issue';
  readonly label: string;
  /** Text after the label. */
  readonly detail: string;
  /** Lines of the tooltip. */
  readonly about: readonly string[];
  /** Accessible description: label, detail, icon and count in full sentences. */
  readonly spoken: string;
  /** For a proposal only. */
  readonly upstream: UpstreamState | null;
  /** Where an issue in review stands. Null for everything else. */
  readonly stage: ReviewStage | null;
  /** Web address of a proposal's upstream issue, of an issue in review, or of the issue that an entry of a list is. */
  readonly url: string | null;
  /** Whether it is an entry of a list page, which links to the issue that says the proposal. */
  readonly isEntry: boolean;
  /** For a field only: its severity. */
  readonly severity: Severity | null;
  readonly errors: number;
  readonly warnings: number;
  readonly children: 'none' | 'folded' | 'unfolded';
  readonly place: Place | null;
  /** Whether the user can add a proposal to the file at its place. */
  readonly takesProposals: boolean;
}

export interface OutlineChoice {
  /** Search text: matches the title, the project, or the names and handles of mentors. */
  readonly text: string;
  /** Handles and e-mail addresses. A proposal matches if one of its mentors has one of them. Null to match all. */
  readonly people: readonly string[] | null;
  /** Whether to show only proposals with errors or warnings. */
  readonly problems: boolean;
  readonly sort: 'order' | 'name';
}

/** What is known of the issues in review. */
export interface ReviewView {
  /** Newest first. */
  readonly all: readonly Review[];
  /** The handle of whoever is signed in to GitHub. Null if unknown. */
  readonly viewer: string | null;
}

/** The data of the view. */
export interface OutlineView {
  readonly files: readonly KnownFile[];
  /** The known state of an upstream issue. */
  issue(key: IssueKey): IssueAnswer;
  /** Number of issues per state in whole files. */
  states(files: readonly KnownFile[]): ReadonlyMap<UpstreamState, number>;
  /** Problems per proposal of a file. Null if the file was not checked. */
  problems(file: KnownFile): readonly ProposalProblems[] | null;
  readonly reviews: ReviewView;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly choice: OutlineChoice;
  /** The language of the view. Findings, and what documents say, stay as they are. */
  readonly l10n: L10n;
}

export const noReviews: ReviewView = { all: [], viewer: null };

export const everything: OutlineChoice = { text: '', people: null, problems: false, sort: 'order' };
