/**
 * A GitHub on loopback that answers what the extension asks of the real one. It exists so that tests need no network
 * and no account, and so that they decide what GitHub says and when it says nothing: the name of the repository picks
 * the fault. Queries are validated and executed against GitHub's own schema. Issues that no table knows are answered as
 * GitHub answers for private ones. `asked` tells what came in.
 */
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
// By its file: some loaders would take another copy here than the libraries that work with a schema.
import { buildSchema, graphql } from 'graphql/index.js';
import { node, restBody } from './github-shapes.mjs';
import { respondToIssues } from './github-writes.mjs';

export { restBody };

/** The only account there is; every other token is refused. */
export const token = 'test-token-of-nobody';

/** What GitHub knows unless a test says otherwise: by owner, repository and number. */
const sample = {
  'jaegertracing/jaeger#7101': {
    title: 'Explain slow queries in the trace store',
    labels: ['enhancement', 'mentorship'],
  },
  'goharbor/harbor#22301': {
    title: 'Replicate only what has changed',
    state: 'closed',
    labels: ['area/replication'],
  },
};

const documentation = 'https://docs.github.com/rest/issues/issues#get-an-issue';
const evil =
  '<script>alert(1)</script> [x](command:workbench.action.quit) ![y](https://example.org/y.png) \u202egnp.exe ';

/** What goes wrong with each request to a repository of that name, of any owner. */
const faults = {
  /** Gives no answer, like a lost network. */
  offline: (response) => response.destroy(),
  limited: (response) => {
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    answer(response, 403, { message: 'API rate limit exceeded.', documentation_url: documentation }, headers);
  },
  secondary: (response) => {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    answer(response, 403, { message, documentation_url: documentation }, { 'retry-after': '120' });
  },
  'too-many': (response) => answer(response, 429, { message: 'Too many requests' }),
  gone: (response) => answer(response, 410, { message: 'This issue was deleted', documentation_url: documentation }),
  'no-issues': (response) => answer(response, 410, { message: 'Issues are disabled for this repo' }),
  forbidden: (response) => answer(response, 403, { message: 'Resource not accessible by integration' }),
  broken: (response) => answer(response, 502, 'Bad Gateway'),
  html: (response) => answer(response, 200, '<!doctype html><title>Sign in to the hotel</title>'),
  cut: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"title":"Half of');
    setTimeout(() => response.destroy(), 10);
  },
  /** Begins to answer, and never ends. */
  slow: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"title":');
  },
  huge: (response) => {
    response.on('error', () => {});
    answer(response, 200, `{"title":"${'x'.repeat(10 * 1024 * 1024)}"}`);
  },
  hostile: (response, number) =>
    answer(response, 200, {
      ...restBody('example', 'hostile', number, { title: evil.repeat(1_000), body: evil.repeat(1_000) }),
      labels: [null, 7, {}, { name: evil }],
      user: { login: { toString: 'x' } },
      comments: -1,
      created_at: 'yesterday',
    }),
  elsewhere: (response) => answer(response, 301, {}, { location: 'https://example.org/repos/a/b/issues/1' }),
  circle: (response, number) => answer(response, 301, {}, { location: `/repos/example/circle/issues/${number}` }),
};

/** What goes wrong with a whole query that names such a repository. */
const queryFaults = {
  'query-limited': (response) => {
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' }];
    const reset = String(Math.floor(Date.now() / 1000) + 3600);
    answer(response, 200, { errors }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset });
  },
  'query-failed': (response) =>
    answer(response, 200, { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] }),
  'query-html': (response) => answer(response, 200, '<!doctype html>'),
  'query-offline': (response) => response.destroy(),
};

/**
 * Starts the server on a free port. `issues` is what GitHub knows, by `owner/repo#number`; each is open and ordinary in
 * all that it does not say. `moved` says under which of them another name is found today, and why: `renamed` or
 * `transferred`.
 */
export async function startGitHub({ issues = sample, moved = {} } = {}) {
  const asked = [];
  // What is written is not seen by the next test.
  const world = { issues: { ...issues }, moved };
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    // For tests that run in another process.
    if (request.url === '/asked') return answer(response, 200, asked);
    const { authorization = null, 'if-none-match': tag = null } = request.headers;
    asked.push({ method: request.method, url: request.url, authorization, tag, body });
    if (authorization !== null && authorization !== `Bearer ${token}`)
      return answer(response, 401, { message: 'Bad credentials', status: '401' });
    if (request.url === '/graphql') return respondToQuery(world, authorization, body, response);
    if (respondToIssues(world, { method: request.method, url: request.url, authorization, body }, response)) return;
    respond(world, { url: request.url, authorization, tag }, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}`, asked, world, stop };
}

function respond({ issues, moved }, { url, authorization, tag }, response) {
  const [, owner, repo, digits] = /^\/(?:repos\/([^/]+)\/([^/]+)|repositories\/\d+)\/issues\/(\d+)$/.exec(url) ?? [];
  const number = Number(digits);
  const fault = faults[repo];
  if (fault) return fault(response, number);
  const asked = owner === undefined ? byRepository(issues, url) : `${owner}/${repo}#${number}`;
  const today = moved[asked]?.to;
  if (today) {
    const [to, at] = today.split('#');
    return answer(
      response,
      301,
      { message: 'Moved Permanently' },
      { location: `/repositories/${idOf(to)}/issues/${at}` },
    );
  }
  const issue = issues[asked];
  if (!issue) return answer(response, 404, { message: 'Not Found', documentation_url: documentation, status: '404' });
  const [name, at] = asked.split('#');
  const text = JSON.stringify(restBody(...name.split('/'), Number(at), issue));
  const etag = `W/"${text.length}-${text.split('').reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 99991, 7)}"`;
  const headers = { etag, ...allowance(authorization ? 5000 : 60) };
  if (tag === etag) return response.writeHead(304, headers).end();
  answer(response, 200, text, headers);
}

function allowance(limit) {
  const reset = String(Math.floor(Date.now() / 1000) + 3600);
  return { 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(limit - 1), 'x-ratelimit-reset': reset };
}

function answer(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A repository has a number, by which it is found under any name. */
function idOf(name) {
  return 1_000 + [...name].reduce((sum, each) => (sum * 31 + each.charCodeAt(0)) % 8_999, 0);
}

function byRepository(issues, url) {
  const [, id, number] = /^\/repositories\/(\d+)\/issues\/(\d+)$/.exec(url) ?? [];
  return Object.keys(issues).find((key) => String(idOf(key.split('#')[0])) === id && key.endsWith(`#${number}`)) ?? '';
}

let schema = null;

/** GitHub's own description has fields twice, which a validation of the description itself would refuse. */
export function githubSchema() {
  // The package keeps its description out of the reach of `import`.
  const file = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
  schema ??= buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, assumeValidSDL: true });
  return schema;
}

async function respondToQuery({ issues, moved }, authorization, body, response) {
  if (authorization === null) return answer(response, 403, { message: 'API rate limit exceeded for 127.0.0.1.' });
  const { query, variables } = JSON.parse(body);
  for (const name of Object.values(variables)) if (queryFaults[name]) return queryFaults[name](response);
  const rootValue = {
    repository: ({ owner, name }) => repository(issues, moved, owner, name),
    viewer: { login: 'ada-example' },
    search: ({ query, first, after }) => page(openIssues(issues, query), first, after),
  };
  const { data, errors } = await graphql({
    schema: githubSchema(),
    source: query,
    rootValue,
    variableValues: variables,
  });
  // GitHub says what went wrong in a field of its own beside the message.
  const told = errors?.map(({ message, path, extensions }) => ({ message, path, type: extensions.type }));
  answer(response, data ? 200 : 400, { data, ...(told ? { errors: told } : {}) }, allowance(5000));
}

/** The open issues of the repositories that a search names, whose titles say all its words. */
function openIssues(issues, query) {
  const parts = query.toLowerCase().match(/(?:[^\s"]|"[^"]*")+/g);
  const words = parts.filter((part) => !part.includes(':'));
  const wanted = parts.flatMap((part) => /^label:"(.*)"$/.exec(part)?.[1] ?? []);
  const found = Object.entries(issues).filter(([key, { kind = 'issue', title, state = 'open', labels = [] }]) => {
    if (!wanted.every((label) => labels.some((own) => own.toLowerCase() === label))) return false;
    const isThere = parts.includes(`repo:${key.split('#')[0].toLowerCase()}`) && kind === 'issue' && state === 'open';
    return isThere && words.every((word) => title.toLowerCase().includes(word));
  });
  return found.map(([key, issue]) => node(key, issue));
}

/** As many as are wanted, behind a cursor. */
function page(nodes, first, after) {
  const start = Number(after ?? 0);
  const end = start + first;
  return { nodes: nodes.slice(start, end), pageInfo: { hasNextPage: end < nodes.length, endCursor: String(end) } };
}

function repository(issues, moved, owner, name) {
  const find =
    (kinds) =>
    ({ number }) => {
      const asked = `${owner}/${name}#${number}`;
      const { to, why } = moved[asked] ?? {};
      // A renamed repository is followed; a transferred issue is not.
      const today = why === 'renamed' ? to : asked;
      const issue = issues[today];
      if (name === 'sso') throw failed('FORBIDDEN', 'Resource protected by organization SAML enforcement.');
      if (!issue || !kinds.includes(issue.kind ?? 'issue'))
        throw failed('NOT_FOUND', `Could not resolve to an issue or pull request with the number of ${number}.`);
      return node(today, issue);
    };
  const isKnown = [...Object.keys(issues), ...Object.keys(moved)].some((key) => key.startsWith(`${owner}/${name}#`));
  if (!isKnown && name !== 'sso')
    throw failed('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  return {
    isPrivate: name === 'secret',
    issueOrPullRequest: find(['issue', 'pull']),
    discussion: find(['discussion']),
  };
}

function failed(type, message) {
  return Object.assign(new Error(message), { extensions: { type } });
}
