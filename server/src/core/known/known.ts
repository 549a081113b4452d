import type { OpenProposal } from '../facts/open-proposal';
import { bundledForm, type ProposalForm } from '../facts/proposal-form';
import type { DateMention } from '../model/date';
import type { ProposalsDocument } from '../model/document';
import type { DocumentKind } from '../model/kind';
import type { Demand } from '../model/program';
import type { Term } from '../model/term';
import type { Span } from '../text/span';

/** Data about the world outside the document. The host finds it out. */

/** Identifies an issue, pull request or discussion. `owner` and `repo` are as written. */
export interface IssueKey {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  /** The kind that the URL claims, because GitHub returns discussions only for an account. Undefined without a URL. */
  readonly kind?: 'issue' | 'pull' | 'discussion' | 'other';
}

/**
 * Facts about an upstream issue from GitHub's API. Texts come from strangers: only their length is limited. Times are
 * milliseconds since 1970. Null if GitHub did not provide the value.
 */
export interface IssueFacts {
  readonly kind: 'issue' | 'pull' | 'discussion';
  /** Where the issue is now. Differs from the request if the issue was transferred or the repository renamed. */
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** Only discussions can be `resolved` or `outdated`. */
  readonly stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | 'resolved' | 'outdated' | null;
  /** False for everything but pull requests. A merged pull request is also closed. */
  readonly draft: boolean;
  readonly merged: boolean;
  /** The handle. Null if the account was deleted. */
  readonly author: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly closedAt: number | null;
  readonly labels: readonly string[];
  /** Handles. */
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly comments: number | null;
  /** At most the first 2,000 characters, as raw Markdown. */
  readonly body: string | null;
}

/**
 * Why we know nothing about an issue. `until` is when a new request makes sense, in milliseconds since 1970. Null if
 * unknown.
 *
 * - asking: GitHub has not answered yet.
 * - offline, slow, large, odd: there was no answer that we could read.
 * - server: GitHub failed, with this status.
 * - limit: GitHub accepts no more requests.
 * - budget: the requests that are allowed without an account are used up.
 * - sign-in: this needs an account.
 * - account: GitHub rejects the account.
 * - forbidden: the account may not see the issue.
 * - refused: the request would have left GitHub.
 * - untrusted: the workspace is not trusted.
 * - called-off: the person canceled the request.
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
 * What we know about an issue. `asOf` is in milliseconds since 1970.
 *
 * Callers must conclude nothing from `unknown`. `why` is null as long as nobody has asked.
 */
export type IssueAnswer =
  | { readonly is: 'known'; readonly facts: IssueFacts; readonly asOf: number }
  /** `certain` if GitHub says that the issue was deleted (410). Otherwise it is deleted, private or misspelled. */
  | { readonly is: 'missing'; readonly certain: boolean; readonly asOf: number }
  | { readonly is: 'unknown'; readonly why: UnknownReason | null };

/** What we remember of a proposals file in the workspace. Spans count from the start of the file. */
export interface KnownFile {
  readonly uri: string;
  /** Relative to the workspace folder, with `/` as separator. */
  readonly path: string;
  readonly kind: DocumentKind;
  /** What its program asks for beside the fields. */
  readonly demands: ReadonlySet<Demand>;
  readonly term: Term | null;
  /** See `termSortKey`. */
  readonly termKey: string;
  readonly timeline: readonly KnownDay[];
  /** The deadline in the instructions. Null if there is none. */
  readonly deadline: Day | null;
  /** Project headings in file order. */
  readonly projects: readonly KnownProject[];
  readonly proposals: readonly KnownProposal[];
}

/** Sorts newer terms first and, within a term, accepted proposals before proposed ones. */
export function newestFirst(a: KnownFile, b: KnownFile): number {
  if (a.termKey !== b.termKey) return a.termKey < b.termKey ? 1 : -1;
  return a.kind === b.kind ? 0 : a.kind === 'accepted' ? -1 : 1;
}

/** A day as written. Without a year, it is in the term's year. `month` is 1 to 12, `day` 1 to 31. */
export type Day = Pick<DateMention, 'year' | 'month' | 'day'>;

/** A row of a timeline: an activity with one day, or with its first and last day. */
export interface KnownDay {
  readonly activity: string;
  readonly days: readonly Day[];
}

/** A project heading in a file. */
export interface KnownProject {
  readonly file: KnownFile;
  /** As written. */
  readonly name: string;
  /** Equal for all headings of the project. */
  readonly key: string;
  /** The text of the heading. */
  readonly span: Span;
}

export interface KnownProposal {
  readonly file: KnownFile;
  readonly project: KnownProject | null;
  readonly title: string;
  /** The text of the heading. */
  readonly span: Span;
  readonly lfxUrl: string | null;
  /** The first 300 characters of the field. Null if it is missing. */
  readonly skills: string | null;
  /** The same of the technologies. */
  readonly technologies: string | null;
  readonly mentors: readonly KnownMentor[];
  readonly uses: readonly KnownUse[];
  /** The issue that an entry of a list page links to. Null for a proposal, and for an entry that links to a file. */
  readonly entry: IssueKey | null;
}

/** A mentor in a proposal of the workspace. Handles and addresses are null unless they are well-formed. */
export interface KnownMentor {
  readonly proposal: KnownProposal;
  readonly name: string | null;
  readonly handle: string | null;
  readonly email: string | null;
  /** The whole entry. The other spans are its parts. */
  readonly span: Span;
  readonly handleSpan: Span | null;
  readonly emailSpan: Span | null;
}

/**
 * A person: all entries with the same handle (ignoring case), and the entries without a handle that clearly belong to
 * them.
 */
export interface Person {
  /** As in the newest entry. Null if no entry has a handle. */
  readonly handle: string | null;
  /** Without duplicates, from the newest entry to the oldest. More than one if entries disagree. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
  /** Newest term first and, within a term, accepted proposals before proposed ones. Never empty. */
  readonly mentions: readonly KnownMentor[];
}

/** A term that the workspace lists as open. Its proposals are submitted with an issue form. */
export interface KnownTerm {
  /** As written: "2026 Term 3 (Sep-Nov)". */
  readonly label: string;
  /** See `termSortKey`. Empty if the label names no term. */
  readonly termKey: string;
  /** The file that contains the list. */
  readonly uri: string;
}

/** A mentor's account on LFX, as an export of a term lists it. */
export interface KnownAccount {
  readonly name: string;
  /** Without `@`. */
  readonly handle: string;
  readonly email: string;
  readonly lfid: string;
  /** See `termSortKey`. */
  readonly termKey: string;
  /** The export's file. */
  readonly uri: string;
}

/** An upstream issue in a proposal of the workspace. */
export interface KnownUse extends IssueKey {
  readonly proposal: KnownProposal;
  readonly kind: 'issue' | 'pull' | 'discussion' | 'other';
  /** The reference to the issue. */
  readonly span: Span;
}

/** What rules and features can ask about the world outside the document. Answers immediately, from memory. */
export interface Known {
  /** The same object as long as no answer can have changed. Null if that is unknown. */
  revision(): object | null;
  /** Whether we know anything about any issue. */
  hasAnswers(): boolean;
  issue(key: IssueKey): IssueAnswer;
  /** Whether we know any other file of the workspace. */
  hasOthers(): boolean;
  /** All known proposals files of the workspace. */
  files(): readonly KnownFile[];
  /** The terms that the workspace lists as open. Empty if it has no list. */
  terms(): readonly KnownTerm[];
  /** CNCF's proposal form: that of the workspace, otherwise the bundled copy. */
  form(): ProposalForm;
  /** The open issues that were made with the form, as far as GitHub was asked. The same list until it changes. */
  inReview(): readonly OpenProposal[];
  /**
   * The document that is being read, as it was before the person's branch or the change on the command line. Null if that
   * is unknown; without proposals if the file is new.
   */
  base(): ProposalsDocument | null;
  /** The accounts of mentors that the workspace's exports of LFX list. */
  accounts(): readonly KnownAccount[];
  /** The headings of a project in all files, by `KnownProject.key`. */
  projects(key: string): readonly KnownProject[];
  /** The proposals of a project in all files, by `KnownProject.key`. */
  proposals(key: string): readonly KnownProposal[];
  /** Everyone who is or was a mentor, once. */
  people(): readonly Person[];
  /** Mentors with this handle, ignoring case. */
  mentorsByHandle(handle: string): readonly KnownMentor[];
  /** Mentors with this name, ignoring case. */
  mentorsByName(name: string): readonly KnownMentor[];
  /** Mentors with this e-mail address, ignoring case. */
  mentorsByEmail(email: string): readonly KnownMentor[];
  /** The proposals that name an issue, ignoring case. */
  uses(key: IssueKey): readonly KnownUse[];
}

const noIssues: readonly OpenProposal[] = [];

/** Knows nothing. For tests, and for callers without a workspace. */
export const nothingKnown: Known = {
  // Tests and examples replace some of these answers.
  revision: () => null,
  hasAnswers: () => false,
  issue: () => ({ is: 'unknown', why: null }),
  hasOthers: () => false,
  files: () => [],
  terms: () => [],
  form: () => bundledForm,
  inReview: () => noIssues,
  base: () => null,
  accounts: () => [],
  projects: () => [],
  proposals: () => [],
  people: () => [],
  mentorsByHandle: () => [],
  mentorsByName: () => [],
  mentorsByEmail: () => [],
  uses: () => [],
};
