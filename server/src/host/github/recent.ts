/** The open issues of some repositories, for a person who is about to link one. */
import type { GitHubQuestion } from '../../protocol/github';
import { type IssueName, issueNameFrom, jsonIn, objectIn } from './facts';

/** An open issue as a list shows it. */
export type RecentIssue = Omit<IssueName, 'kind'>;

/** How long a list holds, in milliseconds. */
export const RECENT_MAX_AGE = 5 * 60_000;

const MAX_REPOSITORIES = 10;
const MAX_WORDS = 100;

/**
 * The twenty that were touched last among those that say all `words` and have one of `labels`, in up to ten repositories
 * (`owner/repo`). What is no letter and no digit in the words is left out, so that nothing in them means anything to
 * GitHub. Without labels, any issue counts. Labels must be our own.
 */
export function recentQuestion(
  repositories: readonly string[],
  words: string,
  labels: readonly string[] = [],
): GitHubQuestion {
  const where = repositories.filter((name) => /^[\w.-]+\/[\w.-]+$/.test(name)).slice(0, MAX_REPOSITORIES);
  const plain = words
    .slice(0, MAX_WORDS)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const labelled = labels.length === 0 ? [] : [`label:${labels.map((label) => `"${label}"`).join()}`];
  const parts = ['is:issue is:open sort:updated-desc', ...where.map((name) => `repo:${name}`), ...labelled, plain];
  const search = parts.join(' ').trim();
  const query =
    'query Recent($search: String!) { search(query: $search, type: ISSUE, first: 20) ' +
    '{ nodes { __typename ... on Issue { title url } } } }';
  return { is: 'graphql', query, variables: { search } };
}

/** What the body of a 200 lists; what cannot be read is left out. */
export function recentInBody(body: string, host?: string): RecentIssue[] {
  const { nodes } = objectIn(objectIn(objectIn(jsonIn(body)).data).search);
  return (Array.isArray(nodes) ? nodes : []).flatMap((node) => {
    const { title, url } = objectIn(node);
    const issue = issueNameFrom({ title, url }, host);
    if (issue?.kind !== 'issue') return [];
    const { kind: _, ...recent } = issue;
    return [recent];
  });
}
