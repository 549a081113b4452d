/**
 * One careful request to GitHub's API, the same in the editor's client, which adds a person's account, and on the
 * command line.
 */
import { type GitHubReply, githubHeaders } from './protocol/github';

/** Where GitHub's two APIs stand. */
export interface GitHubApi {
  readonly rest: string;
  readonly graphql: string;
}

export const githubApi: GitHubApi = { rest: 'https://api.github.com', graphql: 'https://api.github.com/graphql' };

const MAX_BYTES = 1024 * 1024;
const MAX_MS = 10_000;
const MAX_HEADER = 500;

/**
 * Sends a question, a stranger's data, to the API with a bearer `token` where one is given.
 *
 * Never rejects. Takes at most 10 s and 1 MB; `off` ends it earlier. What is no GET below the API's root and no query
 * is refused, so that neither the token nor the question ever reaches another host, and no token anybody on the way. A redirect is told, not followed.
 */
export async function send(
  api: GitHubApi,
  question: unknown,
  token: string | null,
  off: AbortSignal | null = null,
): Promise<GitHubReply> {
  return deliver(api, requestOf(api, question, token), off);
}

/** An issue that a person has agreed to create (`number` is null) or to change. */
export interface IssueWrite {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: number | null;
  readonly title: string;
  readonly body: string;
}

/**
 * Creates or changes one issue in the name of a person: the only thing that we ever write at GitHub. It sends nothing but
 * the title and the body. Never rejects, and is bounded like `send`; after no answer it may have happened all the same.
 */
export function sendIssue(api: GitHubApi, write: IssueWrite, token: string): Promise<GitHubReply> {
  return deliver(api, writeOf(api, write, token), null);
}

async function deliver(api: GitHubApi, request: SentRequest | null, off: AbortSignal | null): Promise<GitHubReply> {
  if (!request) return { is: 'none', why: 'refused' };
  const given = AbortSignal.timeout(MAX_MS);
  const signal = off ? AbortSignal.any([given, off]) : given;
  try {
    const { url, isWrite, ...options } = request;
    let response = await fetch(url, { ...options, redirect: 'manual', signal });
    // A browser hides where a redirect leads. It drops the token on the way to another host, and where it has led is
    // looked at before anything else.
    if (response.type === 'opaqueredirect' && isWrite) return hiddenRedirect;
    if (response.type === 'opaqueredirect') response = await fetch(url, { ...options, signal });
    if (response.redirected && !isBelow(api.rest, response.url)) return await refused(response);
    const headers = headersOf(response, api);
    return headers ? await replyOf(response, headers) : await refused(response);
  } catch {
    // What fetch throws differs from engine to engine; only these two cases matter to a person.
    return { is: 'none', why: given.aborted ? 'slow' : 'offline' };
  }
}

/** A browser hides what kind of redirect it is. For all of them nothing has been written. */
const hiddenRedirect: GitHubReply = { is: 'answer', status: 307, headers: {}, body: '' };

interface SentRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** Something is changed by it, so it is not sent twice. */
  readonly isWrite: boolean;
}

/** Null for what we do not send. */
function requestOf(api: GitHubApi, question: unknown, token: string | null): SentRequest | null {
  const { is, path, etag, query, variables } = (question ?? {}) as Partial<Record<string, unknown>>;
  const headers: Record<string, string> = { accept: 'application/vnd.github+json' };
  if (token && !isPrivateWay(is === 'graphql' ? api.graphql : api.rest)) return null;
  if (token) headers.authorization = `Bearer ${token}`;
  if (is === 'rest' && typeof path === 'string') {
    const url = `${api.rest.replace(/\/$/, '')}${path}`;
    if (!/^\/[^/]/.test(path) || !isBelow(api.rest, url)) return null;
    headers['x-github-api-version'] = '2022-11-28';
    if (typeof etag === 'string' && isTag(etag)) headers['if-none-match'] = etag;
    return { url, method: 'GET', headers, isWrite: false };
  }
  // Without an account GitHub answers no query, and a mutation would change what a person has not asked to change.
  if (is !== 'graphql' || !token || typeof query !== 'string' || !/^query\b/.test(query)) return null;
  headers['content-type'] = 'application/json';
  return { url: api.graphql, method: 'POST', headers, body: JSON.stringify({ query, variables }), isWrite: false };
}

/** GitHub takes no longer title and body. In UTF-16 units. */
const MAX_TITLE = 256;
const MAX_ISSUE = 65_536;

/** Null for what we do not send. */
function writeOf(api: GitHubApi, { repository, number, title, body }: IssueWrite, token: string): SentRequest | null {
  const url = `${api.rest.replace(/\/$/, '')}/repos/${repository}/issues${number === null ? '' : `/${number}`}`;
  if (!token || !isPrivateWay(api.rest) || !isBelow(api.rest, url)) return null;
  if (!/^[a-z\d-]+\/(?!\.{1,2}$)[\w.-]+$/i.test(repository)) return null;
  if (number !== null && (!Number.isSafeInteger(number) || number < 1)) return null;
  if (title.trim() === '' || title.length > MAX_TITLE || body.length > MAX_ISSUE) return null;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-github-api-version': '2022-11-28',
  };
  const method = number === null ? 'POST' : 'PATCH';
  return { url, method, headers, body: JSON.stringify({ title, body }), isWrite: true };
}

/** Whether nobody on the way to an address can read what is sent: `https`, or a server of this machine. */
export function isPrivateWay(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isHere);
}

/** Whether a URL lies below the API's root, written so that no `..` and nothing else in it means another place. */
function isBelow(root: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(root);
  const given = new URL(url);
  const below = given.pathname.startsWith(pathname.endsWith('/') ? pathname : `${pathname}/`);
  return given.origin === origin && below && !given.username && given.href === url;
}

function isTag(etag: string): boolean {
  return /^(?:W\/)?"[!#-~]{1,200}"$/.test(etag);
}

/** Those that are handed on; null where a redirect leads away from the API. */
function headersOf(response: Response, api: GitHubApi): Record<string, string> | null {
  const headers: Record<string, string> = {};
  for (const name of githubHeaders) {
    const value = response.headers.get(name);
    if (value !== null && value.length <= MAX_HEADER) headers[name] = value;
  }
  const { location, ...others } = headers;
  if (location === undefined) return others;
  const root = api.rest.replace(/\/$/, '');
  const url = URL.canParse(location, response.url) ? new URL(location, response.url).href : '';
  return isBelow(api.rest, url) ? { ...others, location: url.slice(root.length) } : null;
}

async function refused(response: Response): Promise<GitHubReply> {
  await response.body?.cancel();
  return { is: 'none', why: 'refused' };
}

async function replyOf(response: Response, headers: Record<string, string>): Promise<GitHubReply> {
  const body = await limitedText(response);
  return body === null ? { is: 'none', why: 'large' } : { is: 'answer', status: response.status, headers, body };
}

/** Null where the body is longer than what we take. */
async function limitedText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
