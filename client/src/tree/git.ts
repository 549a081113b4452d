/** What VS Code's own Git extension knows, as far as we ask. It may be switched off or absent. */
import * as vscode from 'vscode';

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly remotes: readonly { readonly name: string; readonly fetchUrl?: string }[];
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  getConfig(key: string): Promise<string>;
  getMergeBase(one: string, other: string): Promise<string | undefined>;
  show(commit: string, path: string): Promise<string>;
}

export interface GitApi {
  readonly onDidOpenRepository: vscode.Event<unknown>;
  readonly repositories: readonly GitRepository[];
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The e-mail addresses that people of this workspace commit with. */
export async function gitEmails(): Promise<readonly string[]> {
  const git = await gitApi();
  const asked = (git?.repositories ?? []).map((repository) => repository.getConfig('user.email').catch(() => ''));
  const emails = (await Promise.all(asked)).map((email) => email.trim());
  return [...new Set(emails.filter((email) => email !== ''))];
}

/** The page of a file on GitHub, at its newest; null where its repository is not there. */
export async function githubPage(file: vscode.Uri): Promise<string | null> {
  if (file.scheme === 'vscode-vfs' && file.authority.startsWith('github')) {
    const [, owner, repo, ...path] = file.path.split('/');
    return owner && repo ? pageOf(`${owner}/${repo}`, path.join('/')) : null;
  }
  const repository = (await gitApi())?.getRepository(file);
  if (!repository) return null;
  const { remotes } = repository.state;
  // What a fork is made for is its upstream: there others read.
  const remote = ['upstream', 'origin'].map((name) => remotes.find((each) => each.name === name)).find((each) => each);
  const url = (remote ?? remotes[0])?.fetchUrl ?? '';
  const name = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/i.exec(url)?.[1];
  const path = file.path.slice(repository.rootUri.path.length).replace(/^\//, '');
  return name ? pageOf(name, path) : null;
}

function pageOf(repository: string, path: string): string {
  return `https://github.com/${repository}/blob/HEAD/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Null if Git is unavailable or turned off. Never rejects. */
export async function gitApi(): Promise<GitApi | null> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const git = await extension?.activate();
    return git?.enabled ? git.getAPI(1) : null;
  } catch {
    // Without Git nothing is known; it says itself what is wrong with it.
    return null;
  }
}
