/** What client and server say to each other about files that only the client can see. */

/** Server to client, `ListFilesParams`: the Markdown files of a folder, answered by their URIs. */
export const listFilesRequest = 'mentorshipProposals/listFiles';

/** Server to client, `ReadFileParams`: the bytes of a file as a `WireFile`, never an error. */
export const readFileRequest = 'mentorshipProposals/readFile';

export interface ListFilesParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
}

export interface ReadFileParams {
  readonly uri: string;
}

/** `unreadable` tells why in one sentence. */
export type WireFile =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'binary' }
  | { readonly is: 'unreadable'; readonly why: string };
