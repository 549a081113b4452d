import { createHash } from 'node:crypto';
import type { GitHub } from '../../host/ports';
import { type GitHubApi, githubApi, isPrivateWay, send } from '../../send';

/** The environment as GitHub Actions sets it. */
export interface GitHubEnvironment {
  readonly GITHUB_TOKEN?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
  readonly GITHUB_GRAPHQL_URL?: string | undefined;
}

/**
 * Sends requests to GitHub directly, with the environment's account: for use without an editor. `off` ends those that are
 * under way, and lets no other go out.
 */
export function githubOverHttp(environment: GitHubEnvironment, off: AbortSignal | null = null): GitHub {
  const api = apiOf(environment);
  const token = openAddress(environment) === null ? environment.GITHUB_TOKEN || null : null;
  return {
    host: hostOf(api.rest),
    source: async () => sourceOf(api, token),
    access: async () => (token ? 'account' : 'nobody'),
    send: (question) => send(api, question, token, off),
    onAccessChanged: () => {},
  };
}

/** The API address to which we send no token, because it is not encrypted; null if there is none. */
export function openAddress(environment: GitHubEnvironment): string | null {
  const { rest, graphql } = apiOf(environment);
  return [rest, graphql].find((each) => !isPrivateWay(each)) ?? null;
}

function apiOf({ GITHUB_API_URL, GITHUB_GRAPHQL_URL }: GitHubEnvironment): GitHubApi {
  const rest = address(GITHUB_API_URL) ?? githubApi.rest;
  // GitHub Enterprise has both APIs at one place; its token must never go to the public GitHub.
  const graphql = address(GITHUB_GRAPHQL_URL) ?? (rest === githubApi.rest ? githubApi.graphql : `${rest}/graphql`);
  return { rest, graphql };
}

/** A hash, because it is stored: an address may contain a password. */
function sourceOf({ rest, graphql }: GitHubApi, token: string | null): string {
  const parts = JSON.stringify([rest, graphql, token]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

/** Without a trailing slash; null if it is not a server's address. */
function address(given: string | undefined): string | null {
  if (!given || !URL.canParse(given)) return null;
  const { protocol, href } = new URL(given);
  return /^https?:$/.test(protocol) ? href.replace(/\/$/, '') : null;
}

/** The issue host for an API address: `host/api/v3` has the same host, `api.host` drops its first part. */
function hostOf(rest: string): string {
  const { host, pathname } = new URL(rest);
  return pathname === '/' ? host.replace(/^api\./, '') : host;
}
