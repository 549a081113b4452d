/**
 * What the host needs of the world. Adapters implement it; nothing in here knows Node, a browser or an editor.
 */
import type { IssueAnswer, IssueKey } from '../core/known/known';

export type { IssueAnswer, IssueKey };

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

export interface Files {
  /**
   * The Markdown files below a folder, given by its URI, in no particular order.
   *
   * Never rejects: what cannot be listed is left out and logged by the adapter.
   */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** Never rejects. The text comes without a byte order mark. */
  read(uri: string): Promise<FileContent>;
}

export interface GitHub {
  /** Asks GitHub once. Never rejects: what is no clear answer is `unknown` with a reason. */
  issue(key: IssueKey): Promise<IssueAnswer>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after so many milliseconds; the function returned calls it off. */
  after(milliseconds: number, run: () => void): () => void;
}

/** One line for the person who looks into the log. */
export type Log = (line: string) => void;
