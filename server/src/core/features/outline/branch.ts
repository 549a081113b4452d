import type { IssueAnswer, IssueKey, KnownFile } from '../../known/known';
import type { Place } from '../../known/place';
import type { Severity } from '../../linter/rule';
import type { UpstreamState } from './issue-states';
import type { ProposalTrouble } from './trouble';

/** A line of the view: a term, what was accepted or proposed in it, a project, a proposal, or a field of one. */
export interface Branch {
  /** The same as long as what it stands for is called the same. */
  readonly id: string;
  readonly is: 'term' | 'kind' | 'project' | 'proposal' | 'field';
  readonly label: string;
  /** What stands behind the label. */
  readonly detail: string;
  /** What is told of it beside the label, line by line. */
  readonly about: readonly string[];
  /** Everything that label, detail, icon and number show, in full sentences, for those who hear it. */
  readonly spoken: string;
  /** Of a proposal. */
  readonly upstream: UpstreamState | null;
  /** Where a browser finds the upstream issue of a proposal. */
  readonly url: string | null;
  /** Of a field: how grave it is. */
  readonly severity: Severity | null;
  readonly errors: number;
  readonly warnings: number;
  readonly children: 'none' | 'folded' | 'unfolded';
  readonly place: Place | null;
  /** Whether a new proposal belongs into the file of its place. */
  readonly takesProposals: boolean;
}

export interface OutlineChoice {
  /** Words that a proposal has to be found by: in its title, its project, or the names and handles of its mentors. */
  readonly text: string;
  /** Handles and e-mail addresses, one of which has to be a mentor's; null for everybody. */
  readonly people: readonly string[] | null;
  /** Whether only those are wanted in which errors or warnings have been found. */
  readonly problems: boolean;
  readonly sort: 'order' | 'name';
}

/** What the view is made of. */
export interface OutlineView {
  readonly files: readonly KnownFile[];
  /** What is known of an upstream issue. */
  issue(key: IssueKey): IssueAnswer;
  /** How many issues of whole files stand how. */
  states(files: readonly KnownFile[]): ReadonlyMap<UpstreamState, number>;
  /** What has been found in the proposals of a file, one for each; null where nobody has looked. */
  troubles(file: KnownFile): readonly ProposalTrouble[] | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly choice: OutlineChoice;
}

export const everything: OutlineChoice = { text: '', people: null, problems: false, sort: 'order' };
