/** What client and server say to each other about drafts that are made of something that is there already. */
import type { WirePosition } from './place';

/** Client to server, `ProposeAgainParams`: a draft for the open term, or for another program, made of any proposal, as a `WireDraft`. */
export const proposeAgainRequest = 'mentorshipProposals/proposeAgain';

/** Client to server, `ImportIssueParams`: the draft of an issue that says a proposal, as a `WireIssueDraft`. */
export const importIssueRequest = 'mentorshipProposals/importIssue';

export interface ProposeAgainParams {
  readonly uri: string;
  /** A place in the proposal. */
  readonly position: WirePosition;
  /** `lfx`, `gsoc` or `outreachy`. Undefined for LFX Mentorship. */
  readonly program?: string;
}

export interface ImportIssueParams {
  /** `123`, `owner/repo#123` or the issue's address, as somebody has typed it. */
  readonly issue: string;
  /** Which of the projects of an umbrella issue, from 0. Undefined as long as nobody has chosen. */
  readonly project?: number;
  /** The URI of an open document: the draft has the labels of its proposals, written as there. Undefined for CNCF's draft. */
  readonly like?: string;
}

/** The text of a document of its own, or in one sentence why there is none. */
export type WireDraft =
  | {
      readonly is: 'draft';
      readonly text: string;
      readonly caret: WirePosition;
      /** What the proposal says and its new program does not ask for, part by part. */
      readonly rest: readonly WireRestPart[];
    }
  | { readonly is: 'refused'; readonly why: string };

/** The draft of an issue, the projects of an umbrella issue to choose from, or in one sentence why there is neither. */
export type WireIssueDraft =
  | {
      readonly is: 'draft';
      readonly text: string;
      readonly caret: WirePosition;
      /** What the issue says and the draft does not hold, part by part. */
      readonly rest: readonly WireRestPart[];
      /** Sentences about the issue that the person should know. */
      readonly remarks: readonly string[];
    }
  | { readonly is: 'projects'; readonly projects: readonly WireIssueProject[] }
  | { readonly is: 'refused'; readonly why: string };

export interface WireRestPart {
  /** Empty for text below no label. */
  readonly label: string;
  /** Markdown. */
  readonly text: string;
}

export interface WireIssueProject {
  readonly title: string;
  /** What to ask for next: the umbrella issue with the number of the project in it, or the project's own issue. */
  readonly next: ImportIssueParams;
}
