import type { OpenProposal } from '../facts/open-proposal';
import { lfxField, type ProposalForm } from '../facts/proposal-form';
import { answersIn } from './issue-body';

interface Remembered {
  readonly label: string;
  readonly project: string;
}

/** By issue, because they are compared with a draft at every keystroke. */
const remembered = new WeakMap<OpenProposal, Remembered>();

/** The issues that the bot may compare with one of `project`: those whose project begins with that name. */
export function ofProject(
  issues: readonly OpenProposal[],
  project: string,
  form: ProposalForm,
): readonly OpenProposal[] {
  return issues.filter((issue) => projectOf(issue, form).startsWith(project));
}

/** The project that an issue names. Empty if it names none. */
export function projectOf(issue: OpenProposal, form: ProposalForm): string {
  const label = lfxField(form, 'project')?.label ?? '';
  const known = remembered.get(issue);
  if (known?.label === label) return known.project;
  const project = answersIn(issue.body).get(label) ?? '';
  remembered.set(issue, { label, project });
  return project;
}
