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
import { answer, faultOf, queryFaultOf } from './github-faults.mjs';
import { closedIssue, node, restBody } from './github-shapes.mjs';
import { respondToIssues } from './github-writes.mjs';
import { proposalIssue } from './sample-issue.mjs';

export { restBody };

/** The only account there is; every other token is refused. */
export const token = 'test-token-of-nobody';

/** What GitHub knows unless a test says otherwise: by owner, repository and number. */
const sample = {
  'jaegertracing/jaeger#7101': {
    title: 'Explain slow queries in the trace store',
    labels: ['enhancement', 'mentorship'],
  },
  'jaegertracing/jaeger#7302': proposalIssue,
  'goharbor/harbor#22301': {
    title: 'Replicate only what has changed',
    state: 'closed',
    labels: ['area/replication'],
  },
};

const documentation = 'https://docs.github.com/rest/issues/issues#get-an-issue';

/** What GitHub's API says to a browser with every answer: which pages may ask, with what, and which headers they see. */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, X-GitHub-OTP, X-Requested-With, User-Agent, GraphQL-Features, X-Github-Next-Global-ID, X-GitHub-Api-Version, X-Fetch-Nonce',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  'access-control-expose-headers':
    'ETag, Link, Location, Retry-After, X-GitHub-OTP, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval, X-GitHub-Media-Type, X-GitHub-SSO, X-GitHub-Request-Id, Deprecation, Sunset',
  'access-control-max-age': '86400',
};

/**
 * Starts the server on a free port. `issues` is what GitHub knows, by `owner/repo#number`; each is open and ordinary in
 * all that it does not say. `moved` says under which of them another name is found today, and why: `renamed` or
 * `transferred`. `strayed` tells what came in at another host, where a fault may lead.
 */
export async function startGitHub({ issues = sample, moved = {} } = {}) {
  const [asked, strayed] = [[], []];
  const other = http.createServer(({ url, headers }, response) => {
    strayed.push({ url, authorization: headers.authorization ?? null });
    answer(response, 200, restBody('a', 'b', 1, { title: 'Elsewhere', state: 'closed' }));
  });
  // What is written is not seen by the next test.
  const world = { issues: { ...issues }, moved, elsewhere: '' };
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
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
  const servers = [server, other];
  for (const each of servers) await new Promise((resolve) => each.listen(0, '127.0.0.1', resolve));
  const [address, elsewhere] = servers.map((each) => `http://127.0.0.1:${each.address().port}`);
  world.elsewhere = elsewhere;
  const stop = async () => {
    for (const each of servers) {
      const closed = new Promise((resolve) => each.close(resolve));
      each.closeAllConnections();
      await closed;
    }
  };
  return { address, asked, strayed, world, stop };
}

function respond({ issues, moved, elsewhere }, { url, authorization, tag }, response) {
  const [, owner, repo, digits] = /^\/(?:repos\/([^/]+)\/([^/]+)|repositories\/\d+)\/issues\/(\d+)$/.exec(url) ?? [];
  const number = Number(digits);
  const fault = faultOf(repo);
  if (fault) {
    const say = (change) => JSON.stringify(closedIssue('rest', `${owner}/${repo}`, { number, ...change }));
    return fault(response, { url, elsewhere, say });
  }
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

async function respondToQuery({ issues, moved, elsewhere }, authorization, body, response) {
  if (authorization === null) return answer(response, 403, { message: 'API rate limit exceeded for 127.0.0.1.' });
  const { query, variables } = JSON.parse(body);
  const faulty = Object.values(variables).find((name) => queryFaultOf(String(name)));
  if (faulty) {
    const { owner0: owner, number0: number } = variables;
    const say = (change) => {
      const issueOrPullRequest = closedIssue('graphql', `${owner}/${faulty}`, { number, ...change });
      return JSON.stringify({ data: { at0: { isPrivate: false, issueOrPullRequest } } });
    };
    return queryFaultOf(faulty)(response, { url: '/graphql', elsewhere, say });
  }
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
  // Labels with commas between them are a choice.
  const wanted = parts.flatMap((part) => (/^label:"(.*)"$/.exec(part) ? [part.slice(7, -1).split('","')] : []));
  const found = Object.entries(issues).filter(([key, { kind = 'issue', title, state = 'open', labels = [] }]) => {
    if (!wanted.every((any) => labels.some((own) => any.includes(own.toLowerCase())))) return false;
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
