/**
 * What client and server say to each other about writing a new proposal. Either side treats what arrives as a
 * stranger's data.
 */
import type { WirePlace, WirePosition } from './place';

/** Client to server, `NewProposalPlacesParams`: where a new proposal may be written, answered by `WireTarget[]`. */
export const newProposalPlacesRequest = 'mentorshipProposals/newProposalPlaces';

/** Client to server, `NewProposalParams`: the projects to choose from, answered by `WireOption[]`. */
export const newProposalProjectsRequest = 'mentorshipProposals/newProposalProjects';

/** Client to server, `NewProposalParams`: the mentors to choose from, answered by `WireOption[]`. */
export const newProposalMentorsRequest = 'mentorshipProposals/newProposalMentors';

/** Client to server, `NewProposalRemarkParams`: what is to be said of what is typed, answered by a `WireRemark` or null. */
export const newProposalRemarkRequest = 'mentorshipProposals/newProposalRemark';

/** Client to server, `NewProposalParams`: the proposal to be written, as a `WireNewProposal` or null. */
export const newProposalRequest = 'mentorshipProposals/newProposal';

/** Client to server, `InsertTemplateParams`: the empty proposal for a place, as a `WireTemplate` or null. */
export const insertTemplateRequest = 'mentorshipProposals/insertTemplate';

/**
 * A file that takes proposals, the form that those of a term have moved to, or a draft of its own. `uri` names the file
 * and, of a form, the one that says so; `term` is the key of a term ("2026-03") where no file tells it.
 */
export interface WireTarget {
  readonly is: 'file' | 'form' | 'draft';
  readonly uri: string | null;
  readonly term: string | null;
  readonly program: 'lfx-mentorship' | 'summerofcode' | null;
  readonly label: string;
  readonly detail: string;
  /** The page of the form; null for what takes proposals itself. */
  readonly form: string | null;
  /** Whether it is where the person is already. */
  readonly isHere: boolean;
}

export interface NewProposalPlacesParams {
  /** The active document, or the one chosen in the view. */
  readonly here: string | null;
}

/** What has been said so far; what has not is empty. */
export interface NewProposalParams {
  readonly target: Pick<WireTarget, 'is' | 'uri' | 'term' | 'program'>;
  readonly project: string;
  readonly title: string;
  /** Entries as they are written below the label. */
  readonly mentors: readonly string[];
  readonly upstream: string;
}

export interface NewProposalRemarkParams extends NewProposalParams {
  readonly part: 'title' | 'mentors' | 'upstream';
}

export interface WireOption {
  readonly label: string;
  readonly detail: string;
  /** What is written for it. */
  readonly text: string;
}

export interface WireRemark {
  /** How long the name of the program will be, of how many characters, and how it reads. */
  readonly budget: { readonly used: number; readonly most: number; readonly name: string } | null;
  readonly finding: {
    readonly severity: 'error' | 'warning' | 'information' | 'hint';
    readonly message: string;
  } | null;
  /** How an address of an issue of the project begins; empty where that is not known. */
  readonly issues: string;
}

/** An edit of the open document of that version, a text for a document of its own, or in one sentence why neither. */
export type WireNewProposal =
  | {
      readonly is: 'edit';
      readonly version: number;
      readonly range: WirePlace['range'];
      readonly text: string;
      /** In the new text. */
      readonly caret: WirePosition;
    }
  | { readonly is: 'draft'; readonly text: string; readonly caret: WirePosition }
  | { readonly is: 'refused'; readonly why: string };

export interface InsertTemplateParams {
  readonly uri: string;
  readonly position: WirePosition;
}

/** A snippet for the document of that version, or in one sentence why there is none. */
export type WireTemplate = WireSnippet | { readonly is: 'refused'; readonly why: string };

export interface WireSnippet {
  readonly is: 'template';
  readonly version: number;
  readonly position: WirePosition;
  /** What ends the line of the place, to be put in as it is; empty at the start of a line. */
  readonly lead: string;
  /** The snippet for the place behind that, which is the start of a line. */
  readonly snippet: string;
}
