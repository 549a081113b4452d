import { get, githubApi } from '../get';
import type { Transport } from './github-rest';

/** The environment as GitHub Actions sets it. */
export interface GitHubEnvironment {
  readonly GITHUB_TOKEN?: string | undefined;
  readonly GITHUB_API_URL?: string | undefined;
}

/** Asks GitHub itself, with the environment's account: where no editor does it for us. */
export function httpTransport({ GITHUB_TOKEN, GITHUB_API_URL }: GitHubEnvironment): Transport {
  const api = GITHUB_API_URL && URL.canParse(GITHUB_API_URL) ? GITHUB_API_URL : githubApi;
  return (path) => get(api, path, GITHUB_TOKEN || null);
}
