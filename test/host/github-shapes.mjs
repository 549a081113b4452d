/** The shapes in which GitHub's two APIs show an issue, made of what a test says about it. */

/** An issue or a pull request, as `GET /repos/{owner}/{repo}/issues/{number}` shows it. */
export function restBody(owner, repo, number, issue) {
  const { kind = 'issue', title, state = 'open', labels = [], assignees = [], milestone = null, body } = issue;
  const path = `${owner}/${repo}`;
  const isPull = kind === 'pull';
  const page = `https://github.com/${path}/${isPull ? 'pull' : 'issues'}/${number}`;
  const closed = state === 'open' ? null : '2026-01-12T15:30:00Z';
  return {
    id: 3_000_000_000 + number,
    node_id: `I_${number}`,
    url: `https://api.github.com/repos/${path}/issues/${number}`,
    repository_url: `https://api.github.com/repos/${path}`,
    labels_url: `https://api.github.com/repos/${path}/issues/${number}/labels{/name}`,
    comments_url: `https://api.github.com/repos/${path}/issues/${number}/comments`,
    events_url: `https://api.github.com/repos/${path}/issues/${number}/events`,
    html_url: page,
    number,
    title,
    state: state === 'open' ? 'open' : 'closed',
    state_reason: issue.reason ?? (state === 'closed' && !isPull ? 'completed' : null),
    user: user('ada-example'),
    labels: labels.map((name, id) => ({ id, name, color: 'a2eeef', default: false, description: null })),
    assignee: assignees.length > 0 ? user(assignees[0]) : null,
    assignees: assignees.map(user),
    milestone: milestone === null ? null : { title: milestone },
    locked: false,
    comments: 3,
    created_at: '2025-12-01T09:00:00Z',
    updated_at: '2026-01-12T15:30:00Z',
    closed_at: closed,
    author_association: 'MEMBER',
    body: body ?? 'Written for the tests.',
    ...(isPull
      ? {
          draft: issue.draft === true,
          pull_request: {
            url: `https://api.github.com/repos/${path}/pulls/${number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: state === 'merged' ? closed : null,
          },
        }
      : {}),
  };
}

function user(login) {
  return { login, id: 1, type: 'User' };
}

function comment({ author, body }) {
  return { body, author: { __typename: 'User', login: author } };
}

/** An issue, pull request or discussion, as GraphQL shows it. */
export function node(key, { kind = 'issue', title, state = 'open', reason = null, labels = [], ...issue }) {
  const [name, number] = key.split('#');
  const closed = state !== 'open';
  const names = {
    issue: ['Issue', 'issues'],
    pull: ['PullRequest', 'pull'],
    discussion: ['Discussion', 'discussions'],
  };
  const [type, path] = names[kind];
  const connection = (nodes) => ({ nodes, totalCount: nodes.length });
  return {
    __typename: type,
    number: Number(number),
    title,
    url: `https://github.com/${name}/${path}/${number}`,
    body: issue.body ?? 'Written for the tests.',
    createdAt: '2025-12-01T09:00:00Z',
    updatedAt: '2026-01-12T15:30:00Z',
    closedAt: closed ? '2026-01-12T15:30:00Z' : null,
    author: { __typename: 'User', login: issue.author ?? 'ada-example' },
    comments: () => ({ ...connection((issue.comments ?? []).map(comment)), totalCount: 3 }),
    labels: () => connection(labels.map((label) => ({ name: label }))),
    assignees: () => connection((issue.assignees ?? []).map((login) => ({ login }))),
    milestone: issue.milestone ? { title: issue.milestone } : null,
    state: state.toUpperCase(),
    stateReason: reason?.toUpperCase() ?? (closed && kind === 'issue' ? 'COMPLETED' : null),
    isDraft: issue.draft === true,
    closed,
  };
}

/** What an API says of a closed issue of a repository: `change` is of what REST says, and of its address. */
export function closedIssue(api, repository, { number, host = 'github.com', ...change }) {
  const [owner, repo] = repository.split('/');
  const body = restBody(owner, repo, number, { title: 'Slow queries', state: 'closed' });
  const issue = { ...body, html_url: body.html_url.replace('github.com', host), ...change };
  if (api === 'rest') return issue;
  const { title, html_url: url, body: text, state, closed_at: closedAt } = issue;
  return { __typename: 'Issue', number, title, url, body: text, issueState: state.toUpperCase(), closedAt };
}
