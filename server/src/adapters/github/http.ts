import type { GitHub } from '../../host/ports';
import { githubApi, send } from '../../send';

/** The environment as GitHub Actions sets it. */
export interface GitHubEnvironment {
  readonly GITHUB_TOKEN?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
  readonly GITHUB_GRAPHQL_URL?: string | undefined;
}

/** Asks GitHub itself, with the environment's account: where no editor does it for us. */
export function githubOverHttp({ GITHUB_TOKEN, GITHUB_API_URL, GITHUB_GRAPHQL_URL }: GitHubEnvironment): GitHub {
  const token = GITHUB_TOKEN || null;
  const rest = address(GITHUB_API_URL) ?? githubApi.rest;
  // A GitHub of its own has both in one place; the public one is never asked in its name.
  const graphql = address(GITHUB_GRAPHQL_URL) ?? (rest === githubApi.rest ? githubApi.graphql : `${rest}/graphql`);
  return {
    host: hostOf(rest),
    access: async () => (token ? 'account' : 'nobody'),
    send: (question) => send({ rest, graphql }, question, token),
    onAccessChanged: () => {},
  };
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
