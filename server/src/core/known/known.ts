import type { Span } from '../text/span';

/** What has been learnt about the world outside a document, as data. How it was learnt is the host's business. */

/** An issue, pull request or discussion by its address: `owner/repo#number`, owner and repo as written. */
export interface IssueKey {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** Facts about an upstream issue, from GitHub's API. Times are milliseconds since 1970. */
export interface IssueFacts {
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  readonly labels: readonly string[];
  /** Where it is today: another address than the one asked for where it was transferred or the repository renamed. */
  readonly url: string;
  readonly closedAt: number | null;
}

/**
 * The answer to "what is this issue?".
 *
 * `unknown` is silence: nothing may be concluded from it. `why` is a sentence for the person who looks ("GitHub cannot
 * be reached."), absent while nobody has asked yet.
 */
export type IssueAnswer =
  | { readonly is: 'known'; readonly facts: IssueFacts; readonly asOf: number }
  /** `certain` where GitHub says that it was deleted (410); otherwise it is gone, private, or mistyped. */
  | { readonly is: 'missing'; readonly certain: boolean; readonly asOf: number }
  | { readonly is: 'unknown'; readonly why: string | null };

/** A mentor as one proposal of the workspace names them. */
export interface KnownMentor {
  readonly name: string | null;
  readonly handle: string | null;
  readonly email: string | null;
  /** The proposal that says so: where, which project, which term (sortable, newest greatest, e.g. "2026-1"). */
  readonly path: string;
  readonly project: string | null;
  readonly title: string;
  readonly term: string;
  /** The entry. */
  readonly uri: string;
  readonly span: Span;
}

/** A proposal of the workspace that names an upstream issue. */
export interface KnownUse {
  readonly uri: string;
  /** The reference. */
  readonly span: Span;
  readonly path: string;
  readonly project: string | null;
  readonly title: string;
  readonly term: string;
}

/** The outside, asked by rules and features. Answers come from memory and at once. */
export interface Known {
  /** Whether anything is known of any issue. */
  hasAnswers(): boolean;
  issue(key: IssueKey): IssueAnswer;
  /** Whether any other file of the workspace is known. */
  hasOthers(): boolean;
  /** Everyone who is named as a mentor, once for each proposal. */
  mentors(): readonly KnownMentor[];
  /** Those among them with that handle, case aside. */
  mentorsByHandle(handle: string): readonly KnownMentor[];
  /** Those among them with that e-mail, case aside. */
  mentorsByEmail(email: string): readonly KnownMentor[];
  /** The proposals that name an issue, case aside. */
  uses(key: IssueKey): readonly KnownUse[];
}

/** Knows nothing: for tests, and for callers that have no workspace. */
export const nothingKnown: Known = {
  hasAnswers: () => false,
  issue: () => ({ is: 'unknown', why: null }),
  hasOthers: () => false,
  mentors: () => [],
  mentorsByHandle: () => [],
  mentorsByEmail: () => [],
  uses: () => [],
};
