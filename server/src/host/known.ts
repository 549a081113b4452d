import type { Known } from '../core/known/known';
import type { ProposalsDocument } from '../core/model/document';
import type { IssueStore } from './github/issue-store';
import type { Reviews } from './github/reviews';
import type { Exports } from './workspace/exports';
import type { Workspace } from './workspace/workspace';

/** Who knows what about the outside. */
export interface Sources {
  readonly workspace: Workspace;
  readonly issueStore: IssueStore;
  readonly exports: Exports;
  readonly reviews: Reviews;
}

/** A document to leave out of the answers, because its own rules read it directly, and its base. */
interface Reader {
  readonly uri: string | null;
  base(): ProposalsDocument | null;
}

const nobody: Reader = { uri: null, base: () => null };

/**
 * Answers what rules and features ask about the outside: people from the workspace, accounts from its exports,
 * issues from what GitHub has answered.
 */
export function knownFrom({ workspace, issueStore, exports, reviews }: Sources, reader = nobody): Known {
  const { uri: except, base } = reader;
  return {
    revision: () =>
      workspace.revision(except, [
        issueStore.revision,
        exports.accounts(),
        reviews.issues,
        workspace.form(),
        workspace.terms(),
        base(),
      ]),
    hasAnswers: () => issueStore.hasAnswers,
    issue: (key) => issueStore.issue(key),
    hasOthers: () => workspace.hasOthers(except),
    files: () => workspace.ask(({ files }) => files, except),
    terms: () => workspace.terms(),
    form: () => workspace.form(),
    inReview: () => reviews.issues,
    base,
    accounts: () => exports.accounts(),
    projects: (key) => workspace.ask((directory) => directory.projects(key), except),
    proposals: (key) => workspace.ask((directory) => directory.proposals(key), except),
    people: () => workspace.people(except),
    mentorsByHandle: (handle) => workspace.ask((directory) => directory.mentorsByHandle(handle), except),
    mentorsByName: (name) => workspace.ask((directory) => directory.mentorsByName(name), except),
    mentorsByEmail: (email) => workspace.ask((directory) => directory.mentorsByEmail(email), except),
    uses: (key) => workspace.ask((directory) => directory.usesOf(key), except),
  };
}
