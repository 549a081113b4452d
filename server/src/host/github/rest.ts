/** One issue by GitHub's REST API: builds the request and reads the answer. Sends nothing. */
import type { IssueFacts, IssueKey } from '../../core/known/known';
import type { GitHubQuestion } from '../../protocol/github';
import { factsFrom, jsonIn, objectIn } from './facts';

/** With the tag of an earlier answer, GitHub answers 304 if nothing changed, which is free with an account. */
export function issueQuestion({ owner, repo, number }: IssueKey, etag: string | null): GitHubQuestion {
  return { is: 'rest', path: `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues/${number}`, etag };
}

/** Reads an issue or a pull request from the body of a 200; null if the body is something else. */
export function issueInBody(body: string, host?: string): IssueFacts | null {
  const issue = objectIn(jsonIn(body));
  const pull = objectIn(issue.pull_request);
  const raw = {
    url: issue.html_url,
    title: issue.title,
    state: issue.state === 'open' || issue.state === 'closed' ? issue.state : null,
    stateReason: issue.state_reason,
    draft: issue.draft,
    merged: typeof pull.merged_at === 'string',
    author: objectIn(issue.user).login,
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt: issue.closed_at,
    labels: labelsIn(issue.labels),
    assignees: Array.isArray(issue.assignees) ? issue.assignees.map((each) => objectIn(each).login) : [],
    milestone: objectIn(issue.milestone).title,
    comments: issue.comments,
    body: issue.body,
  } as const;
  return factsFrom(raw, host);
}

/**
 * What GitHub says in the body of a 404 or 410; null if it is not GitHub that says it: a proxy, a hotel and a wrong address
 * have pages of their own. GitHub also answers 410 if a repository has issues disabled.
 */
export function absenceIn(body: string): 'deleted' | 'not found' | null {
  const { message } = objectIn(jsonIn(body));
  if (typeof message !== 'string') return null;
  return /deleted/i.test(message) ? 'deleted' : 'not found';
}

/** GitHub describes a label as an object with a name, and in old answers as the name alone. */
function labelsIn(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [];
  return value.map((label) => (typeof label === 'string' ? label : objectIn(label).name));
}
