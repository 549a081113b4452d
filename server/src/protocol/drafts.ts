/** What client and server say to each other about drafts that are made of something that is there already. */
import type { WirePlace, WirePosition } from './place';

/** Client to server, `ProposeAgainParams`: a draft for the open term, or for another program, made of any proposal, as a `WireDraft`. */
export const proposeAgainRequest = 'mentorshipProposals/proposeAgain';

/** Client to server, `ImportIssueParams`: the draft of an issue that says a proposal, as a `WireIssueDraft`. */
export const importIssueRequest = 'mentorshipProposals/importIssue';

/**
 * Client to server, `OwnIssueParams`: the edits that fill in a proposal from its upstream issue, as a `WireFilled`. No word
 * of the proposal changes.
 */
export const fillFromIssueRequest = 'mentorshipProposals/fillFromIssue';

/** Client to server, `OwnIssueParams`: what the upstream issue says in the place of a proposal, as a `WireIssueSide`. */
export const issueSideRequest = 'mentorshipProposals/issueSide';

/** Client to server, `OwnIssueParams`: what a proposal leaves out of its upstream issue, as a `WireLeftOut`. */
export const leftOutRequest = 'mentorshipProposals/leftOut';

/** Client to server, `AddPartParams`: the edits that write a part of an issue at the end of a proposal, as a `WireAdded`. */
export const addPartRequest = 'mentorshipProposals/addPart';

/**
 * Client to server, `IssueChoicesParams`: open issues with a label of a mentorship program, in the repositories of the
 * workspace's projects, as `WireIssueChoice[]`.
 */
export const issueChoicesRequest = 'mentorshipProposals/issueChoices';

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
  | WireRefused;

export interface OwnIssueParams extends Partial<ImportIssueParams> {
  readonly uri: string;
  /** A place in the proposal, such as that of one of its issues. */
  readonly position: WirePosition;
}

export interface AddPartParams extends Pick<OwnIssueParams, 'uri' | 'position'>, WireRestPart {}

/** Edits of the document of that version. */
export type WireAdded =
  | WireRefused
  | {
      readonly is: 'edits';
      readonly version: number;
      readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
    };

export interface IssueChoicesParams extends Partial<Pick<OwnIssueParams, 'uri' | 'position'>> {
  /** Whether to ask GitHub, which happens with an account alone; otherwise only what is known already counts. */
  readonly ask: boolean;
}

export interface WireIssueChoice {
  /** `owner/repo#123`. */
  readonly name: string;
  readonly title: string;
}

/** The projects of an umbrella issue to choose from, or in one sentence why there is nothing. */
export type WireNoDraft = { readonly is: 'projects'; readonly projects: readonly WireIssueProject[] } | WireRefused;

/** One sentence. */
export interface WireRefused {
  readonly is: 'refused';
  readonly why: string;
}

/** The draft of an issue. */
export type WireIssueDraft =
  | WireNoDraft
  | {
      readonly is: 'draft';
      readonly text: string;
      readonly caret: WirePosition;
      /** What the issue says and the draft does not hold, part by part. */
      readonly rest: readonly WireRestPart[];
      /** Sentences about the issue that the person should know. */
      readonly remarks: readonly string[];
    };

/** Edits of the document of that version. */
export type WireFilled =
  | WireNoDraft
  | {
      readonly is: 'edits';
      /** `owner/repo#123`. */
      readonly name: string;
      readonly version: number;
      readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
      /** Labels of the fields that are filled in. */
      readonly labels: readonly string[];
      /** Labels of the fields that say something else than the issue, and stay as they are. */
      readonly kept: readonly string[];
      readonly rest: readonly WireRestPart[];
      readonly remarks: readonly string[];
    };

/** The text of the whole document, as if the proposal said what its issue does. */
export type WireIssueSide =
  | WireNoDraft
  | {
      readonly is: 'side';
      /** `owner/repo#123`. */
      readonly name: string;
      /** The day of the issue's last change, as `YYYY-MM-DD`. Null if unknown. */
      readonly updated: string | null;
      readonly text: string;
      /** Whether the document differs. */
      readonly differs: boolean;
      /** The heading of the proposal in the document. */
      readonly heading: WirePlace['range'];
      readonly remarks: readonly string[];
    };

/** Part by part. */
export type WireLeftOut =
  | WireNoDraft
  | {
      readonly is: 'rest';
      readonly rest: readonly WireRestPart[];
      readonly remarks: readonly string[];
    };

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
