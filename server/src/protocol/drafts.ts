/** What client and server say to each other about drafts that are made of something that is there already. */
import type { WirePosition } from './place';

/** Client to server, `ProposeAgainParams`: a draft for the open term, made of a proposal of any term, as a `WireDraft`. */
export const proposeAgainRequest = 'mentorshipProposals/proposeAgain';

/** Client to server, `ImportIssueParams`: the draft of an issue that was made with the proposal form, as a `WireDraft`. */
export const importIssueRequest = 'mentorshipProposals/importIssue';

export interface ProposeAgainParams {
  readonly uri: string;
  /** A place in the proposal. */
  readonly position: WirePosition;
}

export interface ImportIssueParams {
  /** `123`, `owner/repo#123` or the issue's address, as somebody has typed it. */
  readonly issue: string;
}

/** The text of a document of its own, or in one sentence why there is none. */
export type WireDraft =
  | { readonly is: 'draft'; readonly text: string; readonly caret: WirePosition }
  | { readonly is: 'refused'; readonly why: string };
