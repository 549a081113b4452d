import type { Known } from '../core/known/known';
import type { IssueStore } from './github/issue-store';
import type { Workspace } from './workspace/workspace';

/**
 * The outside as rules and features ask for it: people from the workspace, issues from what has been learnt. With
 * `except`, the URI of a document, what that document itself says is left out: its rules see it anyway.
 */
export function knownFrom(workspace: Workspace, issueStore: IssueStore, except: string | null = null): Known {
  return {
    hasAnswers: () => issueStore.hasAnswers,
    issue: (key) => issueStore.issue(key),
    hasOthers: () => workspace.hasOthers(except),
    files: () => workspace.ask(({ files }) => files, except),
    terms: () => workspace.terms(),
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
