import type { Known } from '../core/known/known';
import type { IssueStore } from './github/issue-store';
import type { Reviews } from './github/reviews';
import type { Exports } from './workspace/exports';
import type { Workspace } from './workspace/workspace';

/**
 * Answers what rules and features ask about the outside: people from the workspace, accounts from its exports,
 * issues from what GitHub has answered. `except` is the URI of a document to leave out, because its own rules read it directly.
 */
export function knownFrom(
  workspace: Workspace,
  issueStore: IssueStore,
  exports: Exports,
  reviews: Reviews,
  except: string | null = null,
): Known {
  return {
    hasAnswers: () => issueStore.hasAnswers,
    issue: (key) => issueStore.issue(key),
    hasOthers: () => workspace.hasOthers(except),
    files: () => workspace.ask(({ files }) => files, except),
    terms: () => workspace.terms(),
    form: () => workspace.form(),
    inReview: () => reviews.issues,
    // Only whoever reads a document knows its base.
    base: () => null,
    accounts: () => exports.accounts(),
    projects: (key) => workspace.ask((directory) => directory.projects(key), except),
    proposals: (key) => workspace.ask((directory) => directory.proposals(key), except),
    people: () => workspace.people(except),
    mentors: () => workspace.ask((directory) => directory.mentors(), except),
    mentorsByHandle: (handle) => workspace.ask((directory) => directory.mentorsByHandle(handle), except),
    mentorsByName: (name) => workspace.ask((directory) => directory.mentorsByName(name), except),
    mentorsByEmail: (email) => workspace.ask((directory) => directory.mentorsByEmail(email), except),
    uses: (key) => workspace.ask((directory) => directory.usesOf(key), except),
  };
}
