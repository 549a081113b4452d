/**
 * What can be wrong with the GitHub of the tests, or with what stands between: each fault answers a request about an issue
 * to either API. `say(change)` is the text of a good answer about a closed issue, in the shape of that API, so that
 * whoever believes a fault has a finding to show for it. `elsewhere` is the address of another host.
 */

const documentation = 'https://docs.github.com/rest/issues/issues#get-an-issue';
const evil =
  '<script>alert(1)</script> [x](command:workbench.action.quit) ![y](https://example.org/y.png) \u202egnp.exe \u001b[2J';
const NESTED = 100_000;

const json = { 'content-type': 'application/json; charset=utf-8' };

export function answer(response, status, body, headers = {}) {
  response.writeHead(status, { ...json, ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

const inAnHour = () => String(Math.floor(Date.now() / 1000) + 3600);
const empty = (status) => (response) => response.writeHead(status).end();
const text = (body) => (response) => answer(response, 200, body);
const tooMany = (wait) => (response) =>
  answer(response, 429, { message: 'Too many requests' }, { 'retry-after': wait });
const changed =
  (change) =>
  (response, { say }) =>
    answer(response, 200, say(change));
const wrapped =
  (headers) =>
  (response, { say }) =>
    answer(response, 200, say(), headers);
const redirect =
  (status) =>
  (response, { elsewhere }) =>
    answer(response, status, {}, { location: `${elsewhere}/repos/a/b/issues/1` });

/** What goes wrong with each request to a repository of that name, of any owner, and with a query behind `query-`. */
export const faults = {
  // The connection.
  offline: (response) => response.destroy(),
  reset: (response, { say }) => {
    response.writeHead(200, json).write(say().slice(0, 40));
    setTimeout(() => response.socket?.resetAndDestroy(), 10);
  },
  cut: (response) => {
    response.writeHead(200, { ...json, 'content-length': '5000' });
    response.write('{"title":"Half of');
    setTimeout(() => response.destroy(), 10);
  },
  'no-http': (response) => response.socket.end('220 ready when you are\r\n'),
  never: () => {},
  /** Begins to answer, and never ends. */
  slow: (response) => response.writeHead(200, json).write('{"title":'),
  /** A byte now and then. */
  drip: (response) => {
    response.writeHead(200, json);
    const dripping = setInterval(() => response.write(' '), 50);
    response.on('close', () => clearInterval(dripping));
  },
  // Other places.
  elsewhere: redirect(301),
  'elsewhere-again': redirect(307),
  circle: (response, { url }) => answer(response, 301, {}, { location: url }),
  nowhere: empty(302),
  // What GitHub says when it does not answer.
  rejected: (response) => answer(response, 401, { message: 'Bad credentials', status: '401' }),
  limited: (response) => {
    const headers = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() };
    answer(response, 403, { message: 'API rate limit exceeded.', documentation_url: documentation }, headers);
  },
  secondary: (response) => {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
    answer(response, 403, { message, documentation_url: documentation }, { 'retry-after': '120' });
  },
  forbidden: (response) => answer(response, 403, { message: 'Resource not accessible by integration' }),
  'too-many': (response) => answer(response, 429, { message: 'Too many requests' }),
  'retry-soon': tooMany('2'),
  'retry-in-a-minute': tooMany('60'),
  'retry-in-ages': tooMany('99999999999999'),
  'retry-someday': tooMany('someday'),
  'retry-before': tooMany('-60'),
  crashed: empty(500),
  broken: (response) => answer(response, 502, 'Bad Gateway'),
  unavailable: empty(503),
  // Answers that nobody has asked for.
  'not-modified': empty(304),
  'page-not-found': (response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>'),
  'page-gone': (response) => response.writeHead(410, { 'content-type': 'text/html' }).end('<h1>410: deleted</h1>'),
  // Bodies.
  'no-content': empty(204),
  empty: empty(200),
  html: text('<!doctype html><title>Sign in to the hotel</title>'),
  half: (response, { say }) => answer(response, 200, say().slice(0, -20)),
  null: text('null'),
  array: text('[]'),
  number: text('7'),
  string: text('"closed"'),
  object: text('{}'),
  deep: text('['.repeat(NESTED) + ']'.repeat(NESTED)),
  'deep-data': text(`${'{"data":'.repeat(NESTED)}7${'}'.repeat(NESTED)}`),
  huge: (response) => {
    response.on('error', () => {});
    answer(response, 200, `{"title":"${'x'.repeat(5 * 1024 * 1024)}"}`);
  },
  'too-long': wrapped({ 'content-length': '100000', connection: 'close' }),
  'too-short': (response, { say }) =>
    response.socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 40\r\n\r\n${say()}`),
  'no-gzip': wrapped({ 'content-encoding': 'gzip' }),
  'large-header': wrapped({ 'x-large': 'x'.repeat(100_000) }),
  // What a good answer must not say.
  'other-number': changed({ number: 4711 }),
  'other-host': changed({ host: 'github.example.org' }),
  'other-state': changed({ state: 'ajar' }),
  'no-title': changed({ title: '\u202e\u0007' }),
};

/** The same of what is an answer all the same. */
export const answers = {
  absent: (response) =>
    answer(response, 404, { message: 'Not Found', documentation_url: documentation, status: '404' }),
  gone: (response) => answer(response, 410, { message: 'This issue was deleted', documentation_url: documentation }),
  'no-issues': (response) => answer(response, 410, { message: 'Issues are disabled for this repo' }),
  'other-type': wrapped({ 'content-type': 'image/png' }),
  hostile: changed({
    title: evil.repeat(1_000),
    body: evil.repeat(1_000),
    labels: [null, 7, {}, { name: evil }],
    user: { login: { toString: 'x' } },
    comments: -1,
    created_at: 'yesterday',
  }),
};

const failed = { message: 'Something went wrong while executing your query.' };

/** What goes wrong with a whole query that names such a repository. */
export const queryFaults = {
  'query-limited': (response) => {
    const errors = [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded for user ID 1.' }];
    answer(response, 200, { errors }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() });
  },
  'query-failed': (response) => answer(response, 200, { data: null, errors: [failed] }),
  'query-errors': (response) => answer(response, 200, { errors: [failed] }),
  'query-partly': (response) =>
    answer(response, 200, { data: { at0: null }, errors: [{ ...failed, path: ['at0', 'issueOrPullRequest'] }] }),
  'query-odd-errors': (response) => answer(response, 200, { data: { at0: null }, errors: [null, 7, { path: 'at0' }] }),
  'query-unsaid': (response) => answer(response, 200, { data: { at0: { issueOrPullRequest: null } } }),
  'query-text': (response) => answer(response, 200, { data: 'NOT_FOUND' }),
};

/** What goes wrong with a REST request about an issue of this repository; undefined if nothing does. */
export const faultOf = (repository) => faults[repository] ?? answers[repository];

/** The same of a query. */
export const queryFaultOf = (repository) =>
  queryFaults[repository] ?? (/^query-/.test(repository) ? faultOf(repository.slice('query-'.length)) : undefined);
