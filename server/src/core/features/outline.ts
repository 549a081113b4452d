import type { ProposalsDocument } from '../model/document';
import type { Span } from '../text/span';

/** Where a line of the outline leads. */
export interface OutlinePlace {
  readonly uri: string;
  readonly span: Span;
}

export interface OutlineProposal {
  readonly label: string;
  /** The mentors' names. */
  readonly detail: string;
  readonly place: OutlinePlace;
}

export interface OutlineProject {
  readonly label: string;
  readonly place: OutlinePlace;
  readonly proposals: readonly OutlineProposal[];
}

export interface OutlineTerm {
  readonly label: string;
  /** Status and number of proposals. */
  readonly detail: string;
  readonly projects: readonly OutlineProject[];
}

/** Terms, newest first, with the projects and proposals of all files, accepted before proposed. */
export declare function outlineOf(files: readonly { uri: string; document: ProposalsDocument }[]): readonly OutlineTerm[];
