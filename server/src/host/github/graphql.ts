/** Many issues in one query of GitHub's GraphQL API: builds the query and reads the answer. Sends nothing. */
import type { IssueFacts, IssueKey, UnknownReason } from '../../core/known/known';
import type { GitHubQuestion } from '../../protocol/github';
import { factsFrom, nodesIn, objectIn } from './facts';

/** The answer for one issue. GitHub also answers `missing` for issues that were transferred or deleted. */
export type QueryResult =
  | { readonly is: 'facts'; readonly facts: IssueFacts; readonly isPrivate: boolean }
  | { readonly is: 'missing' }
  | { readonly is: 'failure'; readonly why: UnknownReason };

/** GraphQL's `Int` has 32 bits; a larger number would make the whole query fail. */
export function fitsQuery({ number }: IssueKey): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}

/**
 * Asks for all `keys` at once, each under the alias of its place. Issues, pull requests and discussions of a repository
 * share their numbers, and an address may say the wrong one of the three, so each number is looked for among all.
 */
export function issuesQuestion(keys: readonly IssueKey[]): GitHubQuestion {
  const variables: Record<string, string | number> = {};
  const declared: string[] = [];
  const asked: string[] = [];
  for (const [at, { owner, repo, number }] of keys.entries()) {
    Object.assign(variables, { [`owner${at}`]: owner, [`name${at}`]: repo, [`number${at}`]: number });
    declared.push(`$owner${at}: String!, $name${at}: String!, $number${at}: Int!`);
    asked.push(
      `at${at}: repository(owner: $owner${at}, name: $name${at}, followRenames: true) { isPrivate ` +
        `issueOrPullRequest(number: $number${at}) { __typename ...OfIssue ...OfPull } ` +
        `discussion(number: $number${at}) { __typename ...OfDiscussion } }`,
    );
  }
  const query = `query Issues(${declared.join(', ')}) {\n${asked.join('\n')}\n}\n${fragments}`;
  return { is: 'graphql', query, variables };
}

// The state has a different type in each of the three kinds, so one selection needs aliases.
const common = `number title url body createdAt updatedAt closedAt author { login } comments { totalCount }
  labels(first: 20) { nodes { name } }`;
const assigned = 'assignees(first: 10) { nodes { login } } milestone { title }';
const fragments = `fragment OfIssue on Issue {
  ${common} ${assigned} issueState: state issueReason: stateReason(enableDuplicate: true)
}
fragment OfPull on PullRequest { ${common} ${assigned} pullState: state isDraft }
fragment OfDiscussion on Discussion { ${common} closed discussionReason: stateReason }`;

/** What `body`, parsed from JSON, says about each of the `count` issues that were asked for, in their order. */
export function issueResultsIn(body: unknown, count: number, host?: string): QueryResult[] {
  const { data, errors } = objectIn(body);
  const byAlias = new Map<string, string[]>();
  for (const error of Array.isArray(errors) ? errors : []) {
    const { type, path } = objectIn(error);
    const alias = String(Array.isArray(path) ? path[0] : '');
    byAlias.set(alias, [...(byAlias.get(alias) ?? []), String(type)]);
  }
  return Array.from({ length: count }, (_, at) =>
    resultOf(objectIn(data)[`at${at}`], byAlias.get(`at${at}`) ?? [], host),
  );
}

function resultOf(repository: unknown, errors: readonly string[], host?: string): QueryResult {
  const { isPrivate, issueOrPullRequest, discussion } = objectIn(repository);
  const found = issueOrPullRequest ?? discussion;
  if (found) {
    const facts = factsIn(objectIn(found), host);
    return facts ? { is: 'facts', facts, isPrivate: isPrivate === true } : { is: 'failure', why: { is: 'odd' } };
  }
  // An empty answer proves nothing: only GitHub's explicit "not found" counts as missing.
  if (errors.length > 0 && errors.every((type) => type === 'NOT_FOUND')) return { is: 'missing' };
  return { is: 'failure', why: { is: errors.includes('FORBIDDEN') ? 'forbidden' : 'odd' } };
}

function factsIn(node: Record<string, unknown>, host?: string): IssueFacts | null {
  const { __typename: type, issueState, pullState, closed } = node;
  const isClosed =
    type === 'Issue'
      ? { OPEN: false, CLOSED: true }[String(issueState)]
      : type === 'PullRequest'
        ? { OPEN: false, CLOSED: true, MERGED: true }[String(pullState)]
        : closed;
  const raw = {
    url: node.url,
    title: node.title,
    state: isClosed === true ? 'closed' : isClosed === false ? 'open' : null,
    stateReason: node.issueReason ?? node.discussionReason,
    draft: node.isDraft,
    merged: pullState === 'MERGED',
    author: objectIn(node.author).login,
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    closedAt: node.closedAt,
    labels: nodesIn(node.labels).map(({ name }) => name),
    assignees: nodesIn(node.assignees).map(({ login }) => login),
    milestone: objectIn(node.milestone).title,
    comments: objectIn(node.comments).totalCount,
    body: node.body,
  } as const;
  return factsFrom(raw, host);
}
