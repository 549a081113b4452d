/** What client and server say to each other about files that only the client can see. */

/** Server to client, `ListFilesParams`: the Markdown files or issue forms of a folder, answered by their URIs. */
export const listFilesRequest = 'mentorshipProposals/listFiles';

/** Server to client, `ReadFileParams`: the bytes of a file as a `WireFile`, never an error. */
export const readFileRequest = 'mentorshipProposals/readFile';

export interface ListFilesParams {
  /** The URI of a workspace folder. */
  readonly folder: string;
  /** Whether its issue forms are wanted, which are YAML files, instead of Markdown files. */
  readonly forms?: boolean;
}

export interface ReadFileParams {
  readonly uri: string;
  /** For what is read by itself, such as a configuration: a file of at most 1 MB in UTF-8, and no link. */
  readonly small?: boolean;
}

/**
 * `unreadable` tells why in half a sentence. Of a small file alone it is told that it is `missing`, or `no-file`: a folder
 * or something else that is no file.
 */
export type WireFile =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'binary' }
  | { readonly is: 'missing' }
  | { readonly is: 'no-file'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };
