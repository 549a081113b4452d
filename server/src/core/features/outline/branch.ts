import type { IssueAnswer, IssueKey, KnownFile } from '../../known/known';
import type { Place } from '../../known/place';
import type { Severity } from '../../linter/rule';
import type { UpstreamState } from './issue-states';
import type { ProposalProblems } from './problems';

/** A node of the tree view: a term, a kind, a project, a proposal or a field. */
export interface Branch {
  /** Stable while the name of the node stays the same. */
  readonly id: string;
  readonly is: 'term' | 'kind' | 'project' | 'proposal' | 'field';
  readonly label: string;
  /** Text after the label. */
  readonly detail: string;
  /** Lines of the tooltip. */
  readonly about: readonly string[];
  /** Accessible description: label, detail, icon and count in full sentences. */
  readonly spoken: string;
  /** For a proposal only. */
  readonly upstream: UpstreamState | null;
  /** Web address of a proposal's upstream issue. */
  readonly url: string | null;
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

/** The data of the view. */
export interface OutlineView {
  readonly files: readonly KnownFile[];
  /** The known state of an upstream issue. */
  issue(key: IssueKey): IssueAnswer;
  /** Number of issues per state in whole files. */
  states(files: readonly KnownFile[]): ReadonlyMap<UpstreamState, number>;
  /** Problems per proposal of a file. Null if the file was not checked. */
  problems(file: KnownFile): readonly ProposalProblems[] | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly choice: OutlineChoice;
}

export const everything: OutlineChoice = { text: '', people: null, problems: false, sort: 'order' };
