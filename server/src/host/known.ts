import type { Known } from '../core/known/known';
import type { Learner } from './learner';
import type { Workspace } from './workspace';

/** The outside as rules and features ask for it: people from the workspace, issues from what has been learnt. */
export function knownFrom(workspace: Workspace, learner: Learner): Known {
  return {
    issue: (key) => learner.issue(key),
    mentors: () => workspace.mentors(),
    mentorsByHandle: (handle) => workspace.ask((directory) => directory.mentorsByHandle(handle)),
    mentorsByEmail: (email) => workspace.ask((directory) => directory.mentorsByEmail(email)),
    uses: (key) => workspace.ask((directory) => directory.usesOf(key)),
  };
}
