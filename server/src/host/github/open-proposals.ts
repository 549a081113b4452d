/** The open proposal issues of a repository: builds the query for a page of them and reads the answer. Sends nothing. */
import { isConfirmation, type OpenProposal } from '../../core/facts/open-proposal';
import { issueLabels } from '../../core/facts/proposal-form';
import type { GitHubQuestion } from '../../protocol/github';
import { issueNameFrom, jsonIn, nodesIn, objectIn } from './facts';

/** A page of the open proposals. */
export interface OpenProposals {
  readonly issues: readonly OpenProposal[];
  /** Where the next page begins. Null after the last one. */
  readonly next: string | null;
  /** The handle of the account that asks. Null if GitHub does not say. */
  readonly viewer: string | null;
}

/** GitHub's limit for a body, in UTF-16 units. */
const LONGEST_BODY = 65_536;
const LONGEST_NAME = 100;
/** Issues on a page of the list by REST. */
const LISTED = 20;

/** Asks for `size` issues behind `after`, newest first. `repository` is `owner/repo`. */
export function openProposalsQuestion(repository: string, size: number, after: string | null): GitHubQuestion {
  const labels = issueLabels.map((label) => `label:"${label}"`);
  const search = [`repo:${repository} is:issue is:open sort:created-desc`, ...labels].join(' ');
  const query = `query Review($search: String!, $size: Int!, $after: String) {
  viewer { login }
  search(query: $search, type: ISSUE, first: $size, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { __typename ... on Issue {
      title url body author { login } labels(first: 20) { nodes { name } }
      comments(last: 30) { nodes { body author { login } } }
    } }
  }
}`;
  return { is: 'graphql', query, variables: { search, size, ...(after === null ? {} : { after }) } };
}

/** What the body of a 200 says. Null if it is no answer to such a query; issues that cannot be read are left out. */
export function openProposalsIn(body: string, host?: string): OpenProposals | null {
  const { viewer, search } = objectIn(objectIn(jsonIn(body)).data);
  const { nodes, pageInfo } = objectIn(search);
  if (!Array.isArray(nodes)) return null;
  const { hasNextPage, endCursor } = objectIn(pageInfo);
  return {
    issues: nodes.flatMap((node) => openProposalIn(objectIn(node), host) ?? []),
    next: hasNextPage === true && typeof endCursor === 'string' ? endCursor : null,
    viewer: nameIn(objectIn(viewer).login),
  };
}

/** The same issues by REST, for people without an account: 20 of them, from page 1 on. It has no comments. */
export function listQuestion(repository: string, page: number): GitHubQuestion {
  const labels = encodeURIComponent(issueLabels.join(','));
  const path = `/repos/${repository}/issues?state=open&labels=${labels}&per_page=${LISTED}&page=${page}`;
  return { is: 'rest', path, etag: null };
}

/** What the body of a 200 lists. Null if it is no list; what cannot be read is left out. */
export function listedIn(body: string, host?: string): (Pick<OpenProposals, 'issues'> & { isLast: boolean }) | null {
  const list = jsonIn(body);
  if (!Array.isArray(list)) return null;
  const issues = list.map(objectIn).flatMap(({ html_url: url, title, body: text, user, labels }) => {
    const named = Array.isArray(labels) ? { nodes: labels } : null;
    const issue = openProposalIn({ url, title, body: text, author: user, labels: named }, host);
    return issue ? [{ ...issue, confirmedBy: null }] : [];
  });
  return { issues, isLast: list.length < LISTED };
}

function openProposalIn(node: Record<string, unknown>, host: string | undefined): OpenProposal | null {
  const issue = issueNameFrom({ title: node.title, url: node.url }, host);
  if (issue?.kind !== 'issue' || typeof node.body !== 'string') return null;
  const comments = nodesIn(node.comments).filter(({ body }) => typeof body === 'string' && isConfirmation(body));
  return {
    number: issue.number,
    url: issue.url,
    title: issue.title,
    body: node.body.slice(0, LONGEST_BODY),
    labels: nodesIn(node.labels).flatMap(({ name }) => nameIn(name) ?? []),
    author: nameIn(objectIn(node.author).login),
    confirmedBy: comments.flatMap(({ author }) => nameIn(objectIn(author).login) ?? []),
  };
}

function nameIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_NAME) : null;
}
