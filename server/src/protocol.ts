/**
 * What client and server say to each other beyond LSP: the names of the messages and their shapes. Either side treats
 * what arrives as a stranger's data.
 */

/** Server to client, a `GitHubQuestion`: one request to GitHub's API, answered by a `GitHubReply`, never by an error. */
export const githubRequest = 'mentorshipProposals/github';

/** Server to client, no parameters: in whose name GitHub would be asked now, answered by a `GitHubAccess`. */
export const githubAccessRequest = 'mentorshipProposals/githubAccess';

/** Client to server, no parameters: somebody has signed in or out, or has come to trust the workspace. */
export const githubAccessChanged = 'mentorshipProposals/githubAccessChanged';

/** Server to client, `ReadStorageParams`: what was kept under a name, answered by the text or null, never by an error. */
export const readStorageRequest = 'mentorshipProposals/readStorage';

/** Server to client, `WriteStorageParams`: keeps a text under a name; answered by null when that is done or has failed. */
export const writeStorageRequest = 'mentorshipProposals/writeStorage';

/** Server to client, `ListFilesParams`: the Markdown files of a folder, answered by their URIs. */
export const listFilesRequest = 'mentorshipProposals/listFiles';

/** Server to client, `ReadFileParams`: the bytes of a file as a `WireFile`, never an error. */
export const readFileRequest = 'mentorshipProposals/readFile';

/** Client to server, `HeadingParams`: the heading of the proposal or project at a place, as a `WireHeading` or null. */
export const headingRequest = 'mentorshipProposals/heading';

/** Client to server, `RenameHeadingParams`: what it takes to rename that heading, as a `WireRename`; null where there is none. */
export const renameHeadingRequest = 'mentorshipProposals/renameHeading';

/** Client to server, `CaretParams`: where the caret has come to stand. Said after a pause, of served documents only. */
export const caretMoved = 'mentorshipProposals/caretMoved';

/** The kind of the code action that fixes the layout of a whole file. */
export const fixLayoutKind = 'source.fixLayout.mentorshipProposals';

/** The kind of the code action that fixes the layout of those proposals that were edited since the file was opened. */
export const fixAllKind = 'source.fixAll.mentorshipProposals';

export interface CaretParams {
  readonly uri: string;
  readonly position: WirePosition;
}

export interface HeadingParams {
  readonly uri: string;
  readonly position: WirePosition;
}

export interface WireHeading {
  readonly is: 'proposal' | 'project';
  readonly title: string;
}

export interface RenameHeadingParams extends HeadingParams {
  /** The title that a person has seen: where another one stands by now, nothing is renamed. */
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

/** A place as LSP has it: lines and UTF-16 characters from 0. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WirePlace {
  readonly uri: string;
  readonly range: { readonly start: WirePosition; readonly end: WirePosition };
}

/**
 * `rest` is a GET, with the path below the API's root, such as `/repos/owner/name/issues/1`, every part URI-encoded, and
 * the tag of an earlier answer where only a newer one is of use. `graphql` is a query, never a mutation.
 */
export type GitHubQuestion =
  | { readonly is: 'rest'; readonly path: string; readonly etag: string | null }
  | { readonly is: 'graphql'; readonly query: string; readonly variables: Readonly<Record<string, string | number>> };

/**
 * In whose name GitHub is asked: with a person's account, or with none; `untrusted` where nothing may be asked because
 * nobody has said that they trust the workspace.
 */
export type GitHubAccess = 'account' | 'nobody' | 'untrusted';

/** What came of a request to GitHub. `none` is no answer at all, and nothing may be concluded from it. */
export type GitHubReply =
  | {
      readonly is: 'answer';
      readonly status: number;
      /** Lower-case names; only those in `githubHeaders`. `location` is a path below the API's root. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly is: 'none'; readonly why: 'offline' | 'slow' | 'large' | 'refused' | 'untrusted' };

/** The response headers that are handed on. */
export const githubHeaders: readonly string[] = [
  'date',
  'etag',
  'location',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

export interface ReadStorageParams {
  /** Lower-case letters and hyphens. */
  readonly name: string;
}

export interface WriteStorageParams extends ReadStorageParams {
  readonly text: string;
}

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

/** What our own client sends as `initializationOptions`. Other editors may send a part of it or nothing. */
export interface ClientOffers {
  /** The client answers `githubRequest` and `githubAccessRequest`, with the person's account where there is one. */
  readonly github?: boolean;
  /** The client answers `readStorageRequest` and `writeStorageRequest`. */
  readonly storage?: boolean;
  /** The client answers `listFilesRequest` and `readFileRequest`. */
  readonly files?: boolean;
  /** The editor shows the headings of Markdown by itself: a second outline would only repeat them. */
  readonly headings?: boolean;
  /** The client says `caretMoved`. */
  readonly caret?: boolean;
  /** The client answers `baseTextRequest`. */
  readonly baseText?: boolean;
  /** The client hears `githubStatusChanged`. */
  readonly githubStatus?: boolean;
  /** The editor's Markdown shows `$(name)` as an icon. */
  readonly icons?: boolean;
  /** The command that a link in the editor's Markdown may run to let a person sign in to GitHub. */
  readonly signInCommand?: string;
  /** The link to the page of a rule, with `{rule}` for the rule's name. */
  readonly ruleLink?: string;
  /** The settings of these names below `mentorshipProposals`, at the start. */
  readonly rules?: unknown;
  readonly onlyMyChanges?: unknown;
  readonly codeLens?: unknown;
  readonly inlayHints?: unknown;
}
