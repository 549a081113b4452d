import type { DateMention } from '../model/date';
import type { DocumentKind } from '../model/kind';
import type { Term } from '../model/term';
import type { Span } from '../text/span';

/** What has been learnt about the world outside a document, as data. How it was learnt is the host's business. */

/** An issue, pull request or discussion by its address: `owner/repo#number`, owner and repo as written. */
export interface IssueKey {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** What its address says that it is, where one was written: without an account no discussion can be asked for. */
  readonly kind?: 'issue' | 'pull' | 'discussion' | 'other';
}

/**
 * Facts about an upstream issue, from GitHub's API, as a stranger has written them: only lengths are kept small. Times
 * are milliseconds since 1970; null is what GitHub did not tell.
 */
export interface IssueFacts {
  readonly kind: 'issue' | 'pull' | 'discussion';
  /** Where it is today: another address than the one asked for where it was transferred or the repository renamed. */
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** `resolved` and `outdated` are said of discussions only. */
  readonly stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | 'resolved' | 'outdated' | null;
  /** Of pull requests; false for everything else. A merged one is closed, too. */
  readonly draft: boolean;
  readonly merged: boolean;
  /** The handle; null for an account that is gone. */
  readonly author: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly closedAt: number | null;
  readonly labels: readonly string[];
  /** Handles. */
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly comments: number | null;
  /** The beginning, at most 2,000 characters of raw Markdown. */
  readonly body: string | null;
}

/**
 * Why nothing is known of an issue. `until` is when asking makes sense again, in milliseconds since 1970; null where
 * nobody has said.
 *
 * asking: GitHub has not answered yet. offline, slow, large, odd: there was no answer that could be read. server:
 * GitHub itself failed, with that status. limit: GitHub answers no more requests. budget: what may be asked without an
 * account is used up. sign-in: only asked with an account. account: GitHub does not accept the account. forbidden: the
 * account may not see it. refused: the request would have left GitHub. untrusted: so is the workspace. called-off: by
 * the person.
 */
export type UnknownReason =
  | {
      readonly is:
        | 'asking'
        | 'offline'
        | 'slow'
        | 'large'
        | 'odd'
        | 'sign-in'
        | 'account'
        | 'forbidden'
        | 'refused'
        | 'untrusted'
        | 'called-off';
    }
  | { readonly is: 'limit' | 'budget'; readonly until: number | null }
  | { readonly is: 'server'; readonly status: number };

/**
 * The answer to "what is this issue?".
 *
 * `unknown` is silence: nothing may be concluded from it. `why` is null while nobody has asked.
 */
export type IssueAnswer =
  | { readonly is: 'known'; readonly facts: IssueFacts; readonly asOf: number }
  /** `certain` where GitHub says that it was deleted (410); otherwise it is gone, private, or mistyped. */
  | { readonly is: 'missing'; readonly certain: boolean; readonly asOf: number }
  | { readonly is: 'unknown'; readonly why: UnknownReason | null };

/** A proposals file of the workspace, as it is remembered. Spans count from the start of the file. */
export interface KnownFile {
  readonly uri: string;
  /** From its workspace folder on, with `/` between its parts. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly term: Term | null;
  /** See `termSortKey`. */
  readonly termKey: string;
  readonly timeline: readonly KnownDay[];
  /** The last day of the instructions; null without one. */
  readonly deadline: Day | null;
  /** Headings of projects, in the order of the file. */
  readonly projects: readonly KnownProject[];
  readonly proposals: readonly KnownProposal[];
}

/** The order of files by their age: newer terms first, what was accepted before what was proposed. */
export function newestFirst(a: KnownFile, b: KnownFile): number {
  if (a.termKey !== b.termKey) return a.termKey < b.termKey ? 1 : -1;
  return a.kind === b.kind ? 0 : a.kind === 'accepted' ? -1 : 1;
}

/** A day as written: without a year it is one of the term's. `month` 1 to 12, `day` 1 to 31. */
export type Day = Pick<DateMention, 'year' | 'month' | 'day'>;

/** A row of a timeline: what happens, on one day or from the first to the last. */
export interface KnownDay {
  readonly activity: string;
  readonly days: readonly Day[];
}

/** A project's heading in one file. */
export interface KnownProject {
  readonly file: KnownFile;
  /** As written. */
  readonly name: string;
  /** What all headings of the project have in common. */
  readonly key: string;
  /** The heading's text. */
  readonly span: Span;
}

export interface KnownProposal {
  readonly file: KnownFile;
  readonly project: KnownProject | null;
  readonly title: string;
  /** The heading's text. */
  readonly span: Span;
  readonly lfxUrl: string | null;
  /** What stands in the field, cut after 300 letters; null without one. */
  readonly skills: string | null;
  readonly mentors: readonly KnownMentor[];
  readonly uses: readonly KnownUse[];
}

/** A mentor as one proposal of the workspace names them; handles and addresses only where they can work. */
export interface KnownMentor {
  readonly proposal: KnownProposal;
  readonly name: string | null;
  readonly handle: string | null;
  readonly email: string | null;
  /** The entry, and its parts. */
  readonly span: Span;
  readonly handleSpan: Span | null;
  readonly emailSpan: Span | null;
}

/** One person: all entries with one handle, case aside, and those without a handle that must be theirs. */
export interface Person {
  /** As the newest entry writes it; null for somebody who never gave one. */
  readonly handle: string | null;
  /** Each once, that of the newest entry first; more than one where entries disagree. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
  /** The newest term first, within one term what was accepted before what was proposed; never empty. */
  readonly mentions: readonly KnownMentor[];
}

/** A term that the workspace lists as open: its proposals are made by an issue form. */
export interface KnownTerm {
  /** As written: "2026 Term 3 (Sep-Nov)". */
  readonly label: string;
  /** As in `KnownFile`; "" where the label does not tell. */
  readonly termKey: string;
  /** The file that lists it. */
  readonly uri: string;
}

/** An upstream issue as a proposal of the workspace names it. */
export interface KnownUse extends IssueKey {
  readonly proposal: KnownProposal;
  readonly kind: 'issue' | 'pull' | 'discussion' | 'other';
  /** The reference. */
  readonly span: Span;
}

/** The outside, asked by rules and features. Answers come from memory and at once. */
export interface Known {
  /** Whether anything is known of any issue. */
  hasAnswers(): boolean;
  issue(key: IssueKey): IssueAnswer;
  /** Whether any other file of the workspace is known. */
  hasOthers(): boolean;
  /** All proposals files of the workspace that are known. */
  files(): readonly KnownFile[];
  /** The terms that the workspace lists as open; none where it keeps no list. */
  terms(): readonly KnownTerm[];
  /** The headings of a project over all files, by what they have in common. */
  projects(key: string): readonly KnownProject[];
  /** The proposals of a project over all files, by what its headings have in common. */
  proposals(key: string): readonly KnownProposal[];
  /** Everyone who mentors or has mentored, once. */
  people(): readonly Person[];
  /** Everyone who is named as a mentor, once for each proposal. */
  mentors(): readonly KnownMentor[];
  /** Those among them with that handle, case aside. */
  mentorsByHandle(handle: string): readonly KnownMentor[];
  /** Those among them with that name, case aside. */
  mentorsByName(name: string): readonly KnownMentor[];
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
  files: () => [],
  terms: () => [],
  projects: () => [],
  proposals: () => [],
  people: () => [],
  mentors: () => [],
  mentorsByHandle: () => [],
  mentorsByName: () => [],
  mentorsByEmail: () => [],
  uses: () => [],
};
