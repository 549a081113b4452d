import * as vscode from 'vscode';
import { get, githubApi } from '../../server/src/get';
import type { GitHubReply } from '../../server/src/protocol';

/** How long an answer may wait for VS Code to say whether somebody is signed in, in milliseconds. */
const SESSION_PATIENCE = 1_000;

/**
 * Asks GitHub for the server. It is the only place that ever holds a person's token: it sends it to
 * `https://api.github.com` and nowhere else, and neither logs it nor hands it on. Nobody is asked to sign in.
 */
export class GitHub {
  /** VS Code's answer, or the wait for it; null until somebody needs it and after the accounts have changed. */
  private session: Promise<string | null> | null = null;
  private readonly listener: vscode.Disposable;

  constructor(private readonly api: string) {
    this.listener = vscode.authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id === 'github') this.session = null;
    });
  }

  dispose(): void {
    this.session = null;
    this.listener.dispose();
  }

  /** Answers the server's request. Never rejects; `params` is a stranger's data. */
  async answer(params: unknown): Promise<GitHubReply> {
    const { path } = (params ?? {}) as Record<string, unknown>;
    if (typeof path !== 'string' || !path.startsWith('/')) return { is: 'none', why: 'refused' };
    if (!vscode.workspace.isTrusted) return { is: 'none', why: 'untrusted' };
    return get(this.api, path, await this.token());
  }

  private token(): Promise<string | null> {
    if (this.api !== githubApi) return Promise.resolve(null);
    this.session ??= silentToken();
    return Promise.race([this.session, nothingAfter(SESSION_PATIENCE)]);
  }
}

async function silentToken(): Promise<string | null> {
  try {
    const session = await vscode.authentication.getSession('github', [], { silent: true });
    return session?.accessToken ?? null;
  } catch {
    // VS Code throws where no account can be had at all: then GitHub is asked without one.
    return null;
  }
}

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
