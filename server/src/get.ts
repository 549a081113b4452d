/**
 * One careful GET of GitHub's API, the same in the editor's client, which adds a person's account, and on the command
 * line.
 */
import { type GitHubReply, githubHeaders } from './protocol';

export const githubApi = 'https://api.github.com';

const MAX_BYTES = 1024 * 1024;
const MAX_MS = 10_000;
const MAX_REDIRECTS = 3;

/**
 * GETs `path` below `api`, with a bearer `token` where one is given.
 *
 * Never rejects. Takes at most 10 s and 1 MB. Redirects (GitHub's answer for a renamed repository or a transferred
 * issue) are followed below `api` only, so that neither the token nor the question ever reaches another host.
 */
export async function get(api: string, path: string, token: string | null): Promise<GitHubReply> {
  const given = AbortSignal.timeout(MAX_MS);
  try {
    let url = below(api, api.replace(/\/$/, '') + path);
    for (let redirects = 0; url && redirects <= MAX_REDIRECTS; redirects++) {
      const response = await fetch(url, { headers: headersFor(token), redirect: 'manual', signal: given });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || !location) return await replyOf(response);
      await response.body?.cancel();
      url = below(api, location, url);
    }
    return { is: 'none', why: 'refused' };
  } catch {
    // What fetch throws differs from engine to engine; only these two cases matter to a person.
    return { is: 'none', why: given.aborted ? 'slow' : 'offline' };
  }
}

/** The absolute URL when it lies below the API's root, else null. */
function below(api: string, url: string, base?: string): string | null {
  if (!URL.canParse(url, base)) return null;
  const root = new URL(api);
  const absolute = new URL(url, base);
  const inside = absolute.origin === root.origin && absolute.pathname.startsWith(root.pathname);
  return inside && !absolute.username ? absolute.href : null;
}

function headersFor(token: string | null): Record<string, string> {
  const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
  return token ? { ...headers, authorization: `Bearer ${token}` } : headers;
}

async function replyOf(response: Response): Promise<GitHubReply> {
  const body = await limitedText(response);
  if (body === null) return { is: 'none', why: 'large' };
  const headers: Record<string, string> = {};
  for (const name of githubHeaders) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { is: 'answer', status: response.status, headers, body };
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
