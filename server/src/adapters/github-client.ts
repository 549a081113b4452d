import { type GitHubParams, type GitHubReply, githubRequest } from '../protocol';
import type { Ask } from './ask';
import type { Transport } from './github-rest';

/** Has the editor's client ask GitHub: it has the person's account, the proxy and the certificates. */
export function clientTransport(ask: Ask): Transport {
  return async (path) => {
    const params: GitHubParams = { path };
    const reply = await ask(githubRequest, params).catch(() => null);
    return isReply(reply) ? reply : { is: 'none', why: 'offline' };
  };
}

function isReply(value: unknown): value is GitHubReply {
  const { is, status, body, headers, why } = (value ?? {}) as Record<string, unknown>;
  if (is === 'none') return ['offline', 'slow', 'large', 'refused', 'untrusted'].includes(String(why));
  return (
    is === 'answer' &&
    typeof status === 'number' &&
    typeof body === 'string' &&
    typeof headers === 'object' &&
    headers !== null
  );
}
