import type { Typed } from '../session';

/** What is waited for after a text is opened or a key is typed. */
export type Asked = 'findings' | 'symbols';

/** How long an answer took, in milliseconds, and how many findings or symbols it has. */
export interface Answer {
  readonly time: number;
  readonly count: number;
}

/** A process in which one document is open, or is about to be. */
export interface Running {
  open(text: string, ask: Asked): Promise<Answer>;
  key(typed: Typed, ask: Asked): Promise<Answer>;
  /** Megabytes that the process holds. */
  readonly resident: number;
  end(): void;
}

/** A server or a library that is measured. */
export interface Tool {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Resolves when the tool is ready for a document; rejects when it cannot start. */
  start(): Promise<Running>;
}
