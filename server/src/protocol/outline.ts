/**
 * What client and server say to each other about the view of terms, projects and proposals. Either side treats what
 * arrives as a stranger's data.
 */
import type { WirePlace, WirePosition } from './place';

/** Client to server, `OutlineParams`: what lies below a branch, answered by a `WireOutline`. */
export const outlineRequest = 'mentorshipProposals/outline';

/** Client to server, `OutlineWayParams`: the branches from the term down to a place, answered by `WireBranch[]`. */
export const outlineWayRequest = 'mentorshipProposals/outlineWay';

/** Client to server, `OutlineTextParams`: the text of a proposal or project, answered by a `WireText` or null. */
export const outlineTextRequest = 'mentorshipProposals/outlineText';

/** Server to client, no parameters: the outline has changed since it was asked for last; said once until then. */
export const outlineChanged = 'mentorshipProposals/outlineChanged';

/** Which proposals are wanted, and in which order. */
export interface WireChoice {
  /** Words that a proposal has to be found by; empty for all. */
  readonly text: string;
  /** Handles and e-mail addresses, one of which has to be a mentor's; null for everybody. */
  readonly people: readonly string[] | null;
  /** Whether only proposals with errors or warnings are wanted. */
  readonly problems: boolean;
  readonly sort: 'order' | 'name';
}

export interface OutlineParams {
  /** The identity of a branch; null for the terms. */
  readonly parent: string | null;
  readonly choice: WireChoice;
}

export interface OutlineWayParams {
  readonly uri: string;
  readonly position: WirePosition;
  readonly choice: WireChoice;
}

export interface OutlineTextParams {
  /** The identity of a proposal or project. */
  readonly id: string;
}

export interface WireOutline {
  readonly branches: readonly WireBranch[];
  /** Whether files are still being looked through, so that more may come. */
  readonly looking: boolean;
  /** Whether the workspace is still being read, so that an empty answer says nothing. */
  readonly reading: boolean;
}

/** A line of the view. Texts are plain and may be anybody's. */
export interface WireBranch {
  /** Stable as long as the name of its subject is the same. */
  readonly id: string;
  readonly is: 'term' | 'kind' | 'project' | 'proposal' | 'field' | 'issue';
  readonly label: string;
  readonly detail: string;
  /** The lines of its tooltip. */
  readonly about: readonly string[];
  /** All of it in full sentences, for those who hear it. */
  readonly spoken: string;
  /** The state of a proposal's upstream issue; null for everything else. */
  readonly upstream: 'open' | 'closed' | 'moved' | 'missing' | 'unknown' | 'none' | null;
  /** What happens next to an issue in review; null for everything else. */
  readonly stage: 'failed' | 'unchecked' | 'waiting' | 'cncf' | 'approved' | null;
  /** The address of the upstream issue, of an issue in review, or of the issue that an entry of a list page is. */
  readonly url: string | null;
  /** Whether it is an entry of a list page, which links to the issue that says the proposal. */
  readonly isEntry: boolean;
  /** How grave it is what a field lacks; null for everything else. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint' | null;
  readonly errors: number;
  readonly warnings: number;
  readonly children: 'none' | 'folded' | 'unfolded';
  readonly place: WirePlace | null;
  /** Whether a new proposal belongs here. */
  readonly takesProposals: boolean;
}

/** A proposal, or a project with its proposals, as it is written. */
export interface WireText {
  readonly markdown: string;
  readonly uri: string;
  /** From its workspace folder on. */
  readonly path: string;
  /** The anchor of its heading on GitHub, without `#`. */
  readonly anchor: string;
}
