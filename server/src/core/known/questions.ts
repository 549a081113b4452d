import type { ProposalsDocument } from '../model/document';
import type { Reference } from '../model/proposal';
import type { IssueKey } from './known';

/** The issue, pull request or discussion that a reference points to. Null if it points elsewhere. */
export function issueKeyOf({ kind, owner, repo, number }: Reference): IssueKey | null {
  if (owner === null || repo === null || number === null) return null;
  return { owner, repo, number, kind };
}

/** The issues in the upstream fields of a document, in document order. */
export function issuesIn(document: ProposalsDocument): IssueKey[] {
  return document.proposals.flatMap(({ body }) => body.upstream.flatMap((reference) => issueKeyOf(reference) ?? []));
}
