import type { GitHub } from '../../host/ports';
import { type GitHubApi, githubApi, isPrivateWay, send } from '../../send';

/** The environment as GitHub Actions sets it. */
export interface GitHubEnvironment {
  readonly GITHUB_TOKEN?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
  readonly GITHUB_GRAPHQL_URL?: string | undefined;
}

/** Asks GitHub itself, with the environment's account: where no editor does it for us. */
export function githubOverHttp(environment: GitHubEnvironment): GitHub {
  const api = apiOf(environment);
  const token = openAddress(environment) === null ? environment.GITHUB_TOKEN || null : null;
  return {
    host: hostOf(api.rest),
    access: async () => (token ? 'account' : 'nobody'),
    send: (question) => send(api, question, token),
    onAccessChanged: () => {},
  };
}

/** The address of the environment to which no token is sent, because others on the way could read it; null without one. */
export function openAddress(environment: GitHubEnvironment): string | null {
  const { rest, graphql } = apiOf(environment);
  return [rest, graphql].find((each) => !isPrivateWay(each)) ?? null;
}

function apiOf({ GITHUB_API_URL, GITHUB_GRAPHQL_URL }: GitHubEnvironment): GitHubApi {
  const rest = address(GITHUB_API_URL) ?? githubApi.rest;
  // A GitHub of its own has both in one place; the public one is never asked in its name.
  const graphql = address(GITHUB_GRAPHQL_URL) ?? (rest === githubApi.rest ? githubApi.graphql : `${rest}/graphql`);
  return { rest, graphql };
}

/** Without a slash at its end; null for what is no address of a server. */
function address(given: string | undefined): string | null {
  if (!given || !URL.canParse(given)) return null;
  const { protocol, href } = new URL(given);
  return /^https?:$/.test(protocol) ? href.replace(/\/$/, '') : null;
}

/** Where the issues are that an API tells of: `host/api/v3` is on the very host, `api.host` beside it. */
function hostOf(rest: string): string {
  const { host, pathname } = new URL(rest);
  return pathname === '/' ? host.replace(/^api\./, '') : host;
}
