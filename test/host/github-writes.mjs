/**
 * What the GitHub of the tests does with issues that are listed, created and changed. A fault in the title, as "fault
 * 422", picks what goes wrong, because the extension itself says in which repository it files.
 */
import { restBody } from './github-shapes.mjs';

const messages = {
  403: 'Forbidden',
  404: 'Not Found',
  410: 'Issues are disabled for this repo',
  422: 'Validation Failed',
};

/** What goes wrong, and whether GitHub does what it was asked for before. */
const faults = {
  /** The connection is lost behind it. */
  lost: { happens: true, end: (response) => response.destroy() },
  /** The connection is lost before it. */
  cut: { happens: false, end: (response) => response.destroy() },
  late: { happens: true, end: () => {} },
  502: { happens: true, end: (response) => response.writeHead(502).end('Bad Gateway') },
  307: { happens: false, end: (response) => response.writeHead(307, { location: '/repositories/1/issues' }).end() },
};

/** Answers a request for the list of a repository's issues, and one that writes; false for every other. */
export function respondToIssues({ issues }, { method, url, authorization, body }, response) {
  const labeled = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)\/labels$/.exec(url);
  if (labeled && method === 'POST') {
    const issue = issues[`${labeled[1]}#${labeled[2]}`];
    if (issue) issue.labels = [...(issue.labels ?? []), ...JSON.parse(body).labels];
    response.writeHead(issue ? 200 : 404).end('[]');
    return true;
  }
  const [, name, number] = /^\/repos\/([^/]+\/[^/]+)\/issues(?:\/(\d+))?(?:\?.*)?$/.exec(url) ?? [];
  if (name === undefined || (method === 'GET' && number !== undefined)) return false;
  const answer = (status, value) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(value));
  };
  const shape = (at) => restBody(...name.split('/'), at, issues[`${name}#${at}`]);
  const numbers = Object.keys(issues).flatMap((key) => (key.startsWith(`${name}#`) ? [Number(key.split('#')[1])] : []));
  if (method === 'GET') {
    const { searchParams } = new URL(url, 'http://127.0.0.1');
    const labels = searchParams.get('labels')?.split(',') ?? [];
    const first = (Number(searchParams.get('page') ?? 1) - 1) * 20;
    const has = (at, label) => issues[`${name}#${at}`].labels?.includes(label);
    const wanted = numbers.filter((at) => labels.every((label) => has(at, label)));
    const found = wanted.sort((a, b) => b - a).slice(first, first + 20);
    answer(200, found.map(shape));
    return true;
  }
  if (!authorization) return answer(401, { message: 'Requires authentication' }) ?? true;
  const { title, body: text, ...others } = JSON.parse(body);
  if (typeof title !== 'string' || typeof text !== 'string' || Object.keys(others).length > 0)
    return answer(422, { message: 'The tests allow a title and a body.' }) ?? true;
  const fault = /\bfault (\w+)/i.exec(title)?.[1];
  if (messages[fault]) return answer(Number(fault), { message: messages[fault] }) ?? true;
  const at = method === 'POST' ? Math.max(0, ...numbers) + 1 : Number(number);
  const isThere = method === 'POST' || issues[`${name}#${at}`] !== undefined;
  if (isThere && (faults[fault]?.happens ?? true)) issues[`${name}#${at}`] = { title, body: text };
  if (faults[fault]) faults[fault].end(response);
  else if (isThere) answer(method === 'POST' ? 201 : 200, shape(at));
  else answer(404, { message: 'Not Found' });
  return true;
}
