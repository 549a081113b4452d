/** What client and server say to each other about renaming proposals and projects. */
import type { WirePlace, WirePosition } from './place';

/** Client to server, `HeadingParams`: the heading of the proposal or project at a place, as a `WireHeading` or null. */
export const headingRequest = 'mentorshipProposals/heading';

/** Client to server, `RenameHeadingParams`: what it takes to rename that heading, as a `WireRename`; null where there is none. */
export const renameHeadingRequest = 'mentorshipProposals/renameHeading';

export interface HeadingParams {
  readonly uri: string;
  readonly position: WirePosition;
}

export interface WireHeading {
  readonly is: 'proposal' | 'project';
  readonly title: string;
}

export interface RenameHeadingParams extends HeadingParams {
  /** The title that the person saw: if it has changed, nothing is renamed. */
  readonly from: string;
  readonly to: string;
}

/** Edits of the document of that version, with what speaks against the new title, or why there are none: in one sentence. */
export type WireRename =
  | { readonly is: 'refused'; readonly why: string }
  | {
      readonly is: 'renamed';
      readonly version: number;
      readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
      readonly warning: string | null;
    };
