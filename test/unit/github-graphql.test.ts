/** Our query against GitHub's own description of its API: it is valid, and what it brings can be read. */
import { addMocksToSchema } from '@graphql-tools/mock';
import { type ExecutionResult, graphql, parse, specifiedRules, validate } from 'graphql/index.js';
import { expect, test } from 'vitest';
import type { IssueKey } from '../../server/src/core/known/known';
import { fitsQuery, issueResultsIn, issuesQuestion } from '../../server/src/host/github/graphql';
import { recentInBody, recentQuestion } from '../../server/src/host/github/recent';
import { githubSchema } from '../host/github.mjs';

const schema = githubSchema();
const keys: IssueKey[] = Array.from({ length: 25 }, (_, at) => ({ owner: 'o', repo: `r${at}`, number: at + 1 }));

/** Executes our query for one issue where everything is what GitHub's types allow, and some of it is as given. */
async function executed(mocks: Record<string, () => unknown>, count = 1): Promise<ExecutionResult> {
  const { query, variables } = questionFor(keys.slice(0, count));
  const scalars = { DateTime: () => '2026-01-02T03:04:05Z', URI: () => 'https://github.com/o/r/issues/1' };
  const mocked = addMocksToSchema({ schema, mocks: { ...scalars, ...mocks }, preserveResolvers: false });
  return graphql({ schema: mocked, source: query, variableValues: variables });
}

function questionFor(some: readonly IssueKey[]) {
  const question = issuesQuestion(some);
  if (question.is !== 'graphql') throw new Error('That is no query.');
  return question;
}

test.each([1, 2, 25])('a query for %i issues is valid by GitHub’s own schema', (count) => {
  expect(validate(schema, parse(questionFor(keys.slice(0, count)).query), specifiedRules)).toEqual([]);
});

test('what a person has written travels in variables only', () => {
  const { query, variables } = questionFor([{ owner: '"){x}', repo: '$y', number: 1 }]);
  expect(query).not.toContain('"){x}');
  expect(variables).toEqual({ owner0: '"){x}', name0: '$y', number0: 1 });
});

test('numbers that GraphQL cannot hold are not asked for in a query', () => {
  const numbers = [1, 2 ** 31 - 1, 2 ** 31, 0, 1.5, Number.NaN];
  expect(numbers.map((number) => fitsQuery({ owner: 'o', repo: 'r', number }))).toEqual([
    ...[true, true, false, false, false, false],
  ]);
});

test('an issue, executed against the schema, is read whole', async () => {
  const result = await executed({
    Repository: () => ({ isPrivate: true, issueOrPullRequest: { __typename: 'Issue' } }),
    Issue: () => ({ state: 'CLOSED', stateReason: 'NOT_PLANNED', title: 'T', body: 'B' }),
    Label: () => ({ name: 'bug' }),
    User: () => ({ login: 'ada-example' }),
    Actor: () => ({ __typename: 'User', login: 'ada-example' }),
    Milestone: () => ({ title: 'v1' }),
    IssueCommentConnection: () => ({ totalCount: 7 }),
  });
  expect(result.errors).toBeUndefined();
  const time = Date.UTC(2026, 0, 2, 3, 4, 5);
  expect(issueResultsIn(result, 1)).toEqual([
    {
      is: 'facts',
      isPrivate: true,
      facts: {
        kind: 'issue',
        owner: 'o',
        repo: 'r',
        number: 1,
        url: 'https://github.com/o/r/issues/1',
        title: 'T',
        state: 'closed',
        stateReason: 'not_planned',
        draft: false,
        merged: false,
        author: 'ada-example',
        createdAt: time,
        updatedAt: time,
        closedAt: time,
        labels: ['bug', 'bug'],
        assignees: ['ada-example', 'ada-example'],
        milestone: 'v1',
        comments: 7,
        body: 'B',
      },
    },
  ]);
});

test.each([
  ['OPEN', true, { state: 'open', draft: true, merged: false }],
  ['CLOSED', false, { state: 'closed', draft: false, merged: false }],
  ['MERGED', false, { state: 'closed', draft: false, merged: true }],
])('a pull request that is %s', async (state, isDraft, facts) => {
  const result = await executed({
    URI: () => 'https://github.com/o/r/pull/1',
    Repository: () => ({ issueOrPullRequest: { __typename: 'PullRequest' } }),
    PullRequest: () => ({ state, isDraft }),
  });
  expect(result.errors).toBeUndefined();
  expect(issueResultsIn(result, 1)).toMatchObject([{ facts: { kind: 'pull', ...facts } }]);
});

test.each([
  [false, null, { state: 'open', stateReason: null }],
  [true, 'OUTDATED', { state: 'closed', stateReason: 'outdated' }],
])('a discussion that is closed: %s', async (closed, stateReason, facts) => {
  const result = await executed({
    URI: () => 'https://github.com/o/r/discussions/1',
    Repository: () => ({ issueOrPullRequest: null }),
    Discussion: () => ({ closed, stateReason }),
  });
  expect(result.errors).toBeUndefined();
  expect(issueResultsIn(result, 1)).toMatchObject([{ facts: { kind: 'discussion', ...facts } }]);
});

test('each issue of a batch has an answer of its own', async () => {
  const told = issueResultsIn(
    await executed({ Repository: () => ({ issueOrPullRequest: { __typename: 'Issue' } }) }, 25),
    25,
  );
  expect(told.map(({ is }) => is)).toEqual(Array(25).fill('facts'));
});

test('the open issues of repositories are asked for by a valid query, and read', async () => {
  const question = recentQuestion(['o/r', 'o/"x', 'p/q'], 'slow "traces" repo:evil/one -label:x');
  if (question.is !== 'graphql') throw new Error('That is no query.');
  expect(validate(schema, parse(question.query), specifiedRules)).toEqual([]);
  const search = 'is:issue is:open sort:updated-desc repo:o/r repo:p/q slow traces repo evil one label x';
  expect(question.variables).toEqual({ search });
  const mocks = {
    URI: () => 'https://github.com/o/r/issues/1',
    SearchResultItemConnection: () => ({ nodes: [{ __typename: 'Issue' }, { __typename: 'PullRequest' }] }),
    Issue: () => ({ title: 'T' }),
  };
  const mocked = addMocksToSchema({ schema, mocks, preserveResolvers: false });
  const result = await graphql({ schema: mocked, source: question.query, variableValues: question.variables });
  expect(result.errors).toBeUndefined();
  const issue = { owner: 'o', repo: 'r', number: 1, title: 'T', url: 'https://github.com/o/r/issues/1' };
  expect(recentInBody(JSON.stringify(result))).toEqual([issue]);
  for (const body of ['', '7', '{"data":{"search":{"nodes":[null,7,{"title":"T","url":"command:x"}]}}}'])
    expect(recentInBody(body)).toEqual([]);
});

const node = { __typename: 'Issue', title: 'T', url: 'https://github.com/o/r/issues/1', issueState: 'OPEN' };
const missing = (...path: string[]) => ({ type: 'NOT_FOUND', path, message: 'Could not resolve' });

test.each<[string, unknown, unknown]>([
  ['nothing', null, { is: 'failure' }],
  ['a text', 'x', { is: 'failure' }],
  ['no data', { data: null, errors: [{ message: 'x' }] }, { is: 'failure' }],
  ['neither of the three', { data: { at0: { issueOrPullRequest: null, discussion: null } } }, { is: 'failure' }],
  ['a repository that is not there', { data: { at0: null }, errors: [missing('at0')] }, { is: 'missing' }],
  [
    'neither of the three, said so',
    {
      data: { at0: { issueOrPullRequest: null, discussion: null } },
      errors: [missing('at0', 'issueOrPullRequest'), missing('at0', 'discussion')],
    },
    { is: 'missing' },
  ],
  [
    'neither, for another reason',
    {
      data: { at0: { issueOrPullRequest: null, discussion: null } },
      errors: [missing('at0', 'discussion'), { type: 'FORBIDDEN', path: ['at0', 'issueOrPullRequest'] }],
    },
    { is: 'failure', why: { is: 'forbidden' } },
  ],
  ['somebody else’s error', { data: { at0: null }, errors: [missing('at1')] }, { is: 'failure' }],
  ['errors that are none', { data: { at0: null }, errors: [null, 7, { path: 'at0' }] }, { is: 'failure' }],
  [
    'an issue, and no such discussion',
    { data: { at0: { issueOrPullRequest: node } }, errors: [missing('at0', 'discussion')] },
    { is: 'facts' },
  ],
  [
    'an issue without a state',
    { data: { at0: { issueOrPullRequest: { ...node, issueState: 'MAYBE' } } } },
    { is: 'failure' },
  ],
  [
    'an issue at a strange address',
    { data: { at0: { issueOrPullRequest: { ...node, url: 'command:x' } } } },
    { is: 'failure' },
  ],
])('of %s only what is said is believed', (_, body, told) => {
  expect(issueResultsIn(body, 1)).toMatchObject([told]);
});
