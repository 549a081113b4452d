import type { ProposalsDocument } from '../model/document';
import type { Reference } from '../model/proposal';
import type { IssueKey } from './known';

/** What a reference asks GitHub about; null for one that leads to no issue, pull request or discussion. */
export function issueKeyOf({ kind, owner, repo, number }: Reference): IssueKey | null {
  if (owner === null || repo === null || number === null) return null;
  return { owner, repo, number, kind };
}

/** The issues that the upstream fields of a document name, in its order. */
export function issuesIn(document: ProposalsDocument): IssueKey[] {
  return document.proposals.flatMap(({ body }) => body.upstream.flatMap((reference) => issueKeyOf(reference) ?? []));
}
