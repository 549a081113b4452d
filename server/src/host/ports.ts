/**
 * What the host needs of the world. Adapters implement it; nothing in here knows Node, a browser or an editor.
 */
import type { GitHubAccess, GitHubQuestion, GitHubReply } from '../protocol/github';
import type { ExcludePredicate } from './workspace/exclude';
import type { ClosedFile, Summary } from './workspace/summary';

export interface FileEntry {
  readonly uri: string;
  /** Relative to the listed folder, separated by `/`. */
  readonly path: string;
}

/** `binary` is not text and needs no report; `unreadable` gives the reason in one sentence. */
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
  /** The issue forms of a repository with its root in this folder, by name. Never rejects: none if there are none. */
  listForms(folder: string): Promise<readonly FileEntry[]>;
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

/** Reads closed files in a thread of its own, so that nobody who types waits for it. */
export interface ReadingThread {
  /** Null if it is not a proposals document; `failed` if the thread has ended. Never rejects. */
  summaryOf(file: ClosedFile): Promise<Summary | null | 'failed'>;
}

/** Brings requests to GitHub, one by one and as they are: when to ask, and what of it, is the host's business. */
export interface GitHub {
  /** Where the issues of this GitHub have their addresses, with its port: we accept no others. */
  readonly host: string;
  /** Never rejects, and takes a second at most. */
  access(): Promise<GitHubAccess>;
  /**
   * Which API answers, to whom: another text for each address and account, without a token. Null if that is
   * unknown. Never rejects, and takes a second at most.
   */
  source(): Promise<string | null>;
  /** Never rejects. Takes at most 10 s and 1 MB, follows no redirect, and reaches GitHub's API only. */
  send(question: GitHubQuestion): Promise<GitHubReply>;
  /** `run` is called when `access` may have a new answer. */
  onAccessChanged(run: () => void): void;
}

/** Stores texts between runs, by names of lower-case letters and hyphens. Never rejects. */
export interface Storage {
  /** Null if nothing was stored or if it is unreadable. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

/** Whether a person has canceled the operation. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(run: () => void): unknown;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after this many milliseconds; the returned function cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  /** Resolves after all pending events have been handled; background work awaits it between two parts. */
  pause(): Promise<void>;
}

/** Shows the progress of a long operation. */
export interface Progress {
  report(done: number, all: number): void;
  /** Whether the person has canceled it. */
  isCalledOff(): boolean;
  end(): void;
}

/** Writes one line to the log. */
export type Log = (line: string) => void;
