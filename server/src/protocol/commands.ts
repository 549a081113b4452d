/**
 * What client and server say to each other about the commands of the palette. The server computes, the client shows.
 * Either side treats what arrives as a stranger's data; no answer grows with the workspace.
 */
import type { WirePlace, WirePosition } from './place';

/** Client to server, `FindParams`: proposals of all terms, the best first, as a `WireBest<WireFound>`. */
export const findProposalsRequest = 'mentorshipProposals/findProposals';

/** Client to server, `FindParams`: people who mentor or have mentored, the best first, as a `WireBest<WirePerson>`. */
export const findPeopleRequest = 'mentorshipProposals/findPeople';

/** Client to server, `MentoredParams`: where somebody is named, the newest first, as `WireFound[]`; at most 200. */
export const mentoredRequest = 'mentorshipProposals/mentored';

/** Client to server, `NeighborParams`: the heading of the next proposal of the file as a `WirePlace`; null without one. */
export const neighborRequest = 'mentorshipProposals/neighbor';

/** Client to server, `ArrangeParams`: what it takes to put a whole file in order, as a `WireArranged`. */
export const arrangeRequest = 'mentorshipProposals/arrange';

/** Client to server, `FilesToCheckParams`: the files of the workspace that are worth checking, as a `WireFilesToCheck`. */
export const filesToCheckRequest = 'mentorshipProposals/filesToCheck';

/** Client to server, `FileParams`: what is found in one file, open or not, as `WireDiagnostic[]`; null where it has gone. */
export const checkFileRequest = 'mentorshipProposals/checkFile';

/** Client to server, no parameters: the terms with proposals, newest first, as `WireTerm[]`. */
export const termsRequest = 'mentorshipProposals/terms';

/** Client to server, `ExportParams`: what an export is made of, as a `WireExport`. */
export const exportRequest = 'mentorshipProposals/export';

/** Client to server, `ExportFileParams`: the part of one file as a string; null where it cannot be read. */
export const exportFileRequest = 'mentorshipProposals/exportFile';

export interface FindParams {
  /** Words to search for; empty for the newest. */
  readonly query: string;
}

/** At most 200 of what was found, and how many there are with those that are left out. */
export interface WireBest<T> {
  readonly items: readonly T[];
  readonly all: number;
}

/** Something to go to. Texts are plain and may be anybody's. */
export interface WireFound {
  readonly label: string;
  /** Project and term. */
  readonly around: string;
  readonly place: WirePlace;
}

export interface WirePerson {
  /** The same as long as the person's newest entry says the same. */
  readonly id: string;
  /** Name and handle, as far as they are known. */
  readonly label: string;
  /** How the person stands in a mentors field. */
  readonly entry: string;
  /** In how many proposals they are named. */
  readonly proposals: number;
  /** Project and term of the newest of them. */
  readonly latest: string;
}

export interface MentoredParams {
  readonly id: string;
}

export interface NeighborParams {
  readonly uri: string;
  readonly position: WirePosition;
  readonly way: 'next' | 'previous';
}

export interface ArrangeParams {
  readonly uri: string;
  readonly what: 'contents' | 'projects';
}

/** Edits of the document of that version, or in one sentence why there are none. */
export type WireArranged =
  | { readonly is: 'nothing'; readonly why: string }
  | {
      readonly is: 'edits';
      readonly version: number;
      readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
    };

export interface FilesToCheckParams {
  /** Whether published terms are checked, too: they are history. */
  readonly published: boolean;
  /** The files that a person has open: they are checked whatever they are. */
  readonly open: readonly string[];
}

export interface WireFilesToCheck {
  /** Their addresses. */
  readonly files: readonly string[];
  /** How many published files are left out. */
  readonly passedOver: number;
}

export interface FileParams {
  readonly uri: string;
}

/** The part of LSP's `Diagnostic` that is shown: severities from 1, an error, to 4, a hint; the tag 1 is "unnecessary". */
export interface WireDiagnostic {
  readonly range: WirePlace['range'];
  readonly severity?: 1 | 2 | 3 | 4;
  readonly code?: string | number;
  readonly codeDescription?: { readonly href: string };
  readonly source?: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly relatedInformation?: readonly { readonly location: WirePlace; readonly message: string }[];
}

export interface WireTerm {
  readonly id: string;
  readonly label: string;
  readonly proposals: number;
}

export type ExportFormat = 'json' | 'csv';

export interface ExportParams {
  /** The identity of a term; null for all. */
  readonly term: string | null;
  readonly format: ExportFormat;
}

/** An export is `head`, the parts of the files with `between` between two of them, and `tail`. */
export interface WireExport {
  /** Addresses of the files, in the order of their paths. */
  readonly files: readonly string[];
  readonly head: string;
  readonly between: string;
  readonly tail: string;
}

export interface ExportFileParams extends FileParams {
  readonly format: ExportFormat;
}
