import type { ProposalsDocument } from '../model/document';

/** One file of what `list --json` prints; the README of the project gives its shape. */
export interface ListedFile {
  readonly path: string;
  readonly [key: string]: unknown;
}

/** The facts of a document as plain data with 1-based lines. */
export declare function listOf(document: ProposalsDocument): ListedFile;
