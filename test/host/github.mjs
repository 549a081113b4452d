/**
 * A GitHub on loopback that answers what the extension asks of the real one. It exists so that tests need no
 * network and no account, and so that they decide what GitHub says and when it says nothing: the name of the
 * repository picks the fault. Issues that no table knows are answered as GitHub answers for private ones.
 */
import * as http from 'node:http';

const issues = {
  'jaegertracing/jaeger/issues/7101': {
    title: 'Explain slow queries in the trace store',
    state: 'open',
    labels: ['enhancement', 'mentorship'],
  },
  'goharbor/harbor/issues/22301': {
    title: 'Replicate only what has changed',
    state: 'closed',
    labels: ['area/replication'],
  },
};

const faults = {
  /** Nobody answers: what a lost network looks like. */
  offline: (response) => response.destroy(),
  limited: (response) => {
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    answer(response, 403, { message: 'API rate limit exceeded.', documentation_url: documentation }, headers);
  },
  gone: (response) => answer(response, 410, { message: 'This issue was deleted', documentation_url: documentation }),
};

const documentation = 'https://docs.github.com/rest/issues/issues#get-an-issue';

/** Starts the server on a free port. */
export async function startGitHub() {
  const server = http.createServer((request, response) => respond(request.url, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}`, stop };
}

function respond(url, response) {
  const [, owner, repository, number] = /^\/repos\/([^/]+)\/([^/]+)\/issues\/(\d+)$/.exec(url) ?? [];
  const fault = faults[repository];
  if (fault) return fault(response);
  const issue = issues[`${owner}/${repository}/issues/${number}`];
  if (!issue) return answer(response, 404, { message: 'Not Found', documentation_url: documentation, status: '404' });
  answer(response, 200, issueBody(owner, repository, Number(number), issue));
}

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

function issueBody(owner, repository, number, { title, state, labels }) {
  const path = `${owner}/${repository}`;
  return {
    id: 3_000_000_000 + number,
    node_id: `I_${number}`,
    url: `https://api.github.com/repos/${path}/issues/${number}`,
    repository_url: `https://api.github.com/repos/${path}`,
    html_url: `https://github.com/${path}/issues/${number}`,
    number,
    title,
    state,
    state_reason: state === 'closed' ? 'completed' : null,
    user: { login: 'ada-example', id: 1, type: 'User' },
    labels: labels.map((name, id) => ({ id, name, color: 'a2eeef', default: false, description: null })),
    assignees: [],
    milestone: null,
    locked: false,
    comments: 3,
    created_at: '2025-12-01T09:00:00Z',
    updated_at: '2026-01-12T15:30:00Z',
    closed_at: state === 'closed' ? '2026-01-12T15:30:00Z' : null,
    body: 'Written for the tests.',
  };
}
