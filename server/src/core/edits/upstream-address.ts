import type { ProposalsDocument } from '../model/document';

/** The address prefix of a project's issues. Empty if unknown. */
export function issuesOf({ readings }: ProposalsDocument, project: string): string {
  const repository = readings.context.projects.find(project)?.repository ?? '';
  return /^[\w.-]+\/[\w.-]+$/.test(repository) ? `https://github.com/${repository}/issues/` : '';
}

/** A number alone, such as "#8441", as the address of the issue in the project's repository. Other texts as they are. */
export function upstreamAddress(typed: string, document: ProposalsDocument, project: string): string {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
  const issues = number === undefined ? '' : issuesOf(document, project);
  return issues === '' ? typed : `${issues}${number}`;
}
