/**
 * What the host needs of the world. Adapters implement it; nothing in here knows Node, a browser or an editor.
 */
import type { GitHubAccess, GitHubQuestion, GitHubReply } from '../protocol/github';
import type { ExcludePredicate } from './workspace/exclude';

export interface FileEntry {
  readonly uri: string;
  /** Below the folder that was listed, with `/` between its parts. */
  readonly path: string;
}

/** `binary` is no text at all and nothing to tell a person about; `unreadable` tells why in one sentence. */
export type FileContent =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'binary' }
  | { readonly is: 'unreadable'; readonly why: string };

/**
 * What has been found where a small file of text may lie. `no-file` is a folder, device, pipe or socket: nobody writes
 * one by mistake, and it counts as none. `why` is half a sentence that begins with "it".
 */
export type SmallFile =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'missing' }
  | { readonly is: 'no-file'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };

export interface Files {
  /**
   * The Markdown files below a folder, given by its URI, in no particular order; none where there is no such folder.
   * Files and folders that `exclude` says yes to, by their path below the folder, are left out.
   *
   * Never rejects: what cannot be listed is left out and logged by the adapter.
   */
  list(folder: string, exclude: ExcludePredicate): Promise<readonly FileEntry[]>;
  /**
   * Never rejects. The text comes without a byte order mark. What is a link that leads out of the folder `inside` at this
   * very moment is unreadable; so is what is no regular file, or larger than 64 MB.
   */
  read(uri: string, inside: string): Promise<FileContent>;
  /**
   * Reads what is read by itself, such as a configuration or a list: a regular file of at most 1 MB, in UTF-8, that lies
   * in the folder `inside`. Never rejects, and waits for no pipe or device. The text comes without a byte order mark.
   */
  readSmall(uri: string, inside: string): Promise<SmallFile>;
}

/** Brings requests to GitHub, one by one and as they are: when to ask, and what of it, is the host's business. */
export interface GitHub {
  /** Where the issues of the GitHub that is asked have their addresses, with its port: only those are believed. */
  readonly host: string;
  /** Never rejects, and takes a second at most. */
  access(): Promise<GitHubAccess>;
  /** Never rejects. Takes at most 10 s and 1 MB, follows no redirect, and reaches GitHub's API only. */
  send(question: GitHubQuestion): Promise<GitHubReply>;
  /** `run` is called whenever `access` may answer something else than before. */
  onAccessChanged(run: () => void): void;
}

/** Keeps texts from one run to the next, by names of lower-case letters and hyphens. Never rejects. */
export interface Storage {
  /** Null where nothing was kept or it cannot be read. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

/** Whether a person has called off what they wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(run: () => void): unknown;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after so many milliseconds; the function returned calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  /** Done when whatever waited to be handled has been handled: for work in the background, between two parts of it. */
  pause(): Promise<void>;
}

/** Tells a person how far a long piece of work is, if it is long. */
export interface Progress {
  report(done: number, all: number): void;
  /** Whether the person wants no more of it. */
  isCalledOff(): boolean;
  end(): void;
}

/** One line for the person who looks into the log. */
export type Log = (line: string) => void;
