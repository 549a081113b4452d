import { githubHost } from '../../host/github/facts';
import type { GitHub } from '../../host/ports';
import {
  type GitHubAccess,
  type GitHubReply,
  githubAccessChanged,
  githubAccessRequest,
  githubRequest,
  githubSourceRequest,
} from '../../protocol/github';
import type { Ask, Hear } from '../ask';

/** It is stored with each answer. */
const MAX_SOURCE = 300;

/** Sends requests through the editor's client, which has the person's account, proxy and certificates. */
export function githubOfClient(ask: Ask, hear: Hear): GitHub {
  return {
    host: githubHost,
    async access() {
      const access = await ask(githubAccessRequest, undefined).catch(() => null);
      return isAccess(access) ? access : 'nobody';
    },
    async source() {
      const source = await ask(githubSourceRequest, undefined).catch(() => null);
      return typeof source === 'string' ? source.slice(0, MAX_SOURCE) : null;
    },
    async send(question) {
      const reply = await ask(githubRequest, question).catch(() => null);
      return isReply(reply) ? reply : { is: 'none', why: 'offline' };
    },
    onAccessChanged: (run) => hear(githubAccessChanged, run),
  };
}

function isAccess(value: unknown): value is GitHubAccess {
  return value === 'account' || value === 'nobody' || value === 'untrusted';
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
