import * as vscode from 'vscode';
import type { GitHubAccess, GitHubReply } from '../../../server/src/protocol/github';
import { type GitHubApi, type IssueWrite, send, sendIssue } from '../../../server/src/send';
import { isBrowser } from '../ui/browser';

/** The timeout for VS Code's session, in milliseconds. */
const SESSION_TIMEOUT = 1_000;

/** The right to file and change issues of public repositories, for as long as one command runs. */
export interface IssueWriter {
  /** The handle of the account in whose name it is done. */
  readonly account: string;
  /** Whether what is written may be sent twice, as a browser does. */
  readonly repeats: boolean;
  /** What `GET path` says to that account. Never rejects. */
  read(path: string): Promise<GitHubReply>;
  /** Never rejects. */
  write(issue: IssueWrite): Promise<GitHubReply>;
}

/**
 * Sends the server's requests to GitHub. The only code that handles a person's token: it sends the token only to
 * GitHub's API, and never logs, stores or returns it. Only `signIn` asks a person to sign in.
 */
export class GitHub {
  private readonly accessEmitter = new vscode.EventEmitter<void>();
  private readonly accountEmitter = new vscode.EventEmitter<void>();
  private readonly listeners: readonly vscode.Disposable[];
  private account = new Account();

  /** The account or the trust in the workspace has changed. */
  readonly onDidChangeAccess = this.accessEmitter.event;

  /** The account has changed, so data of the previous account must be removed. */
  readonly onDidChangeAccount = this.accountEmitter.event;

  constructor(private readonly api: GitHubApi) {
    this.listeners = [
      this.accessEmitter,
      this.accountEmitter,
      vscode.authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === 'github') this.forget();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.accessEmitter.fire()),
    ];
  }

  dispose(): void {
    this.account.end();
    for (const listener of this.listeners) listener.dispose();
  }

  /** Whether requests use an account. Never rejects, and takes at most a second. */
  async access(): Promise<GitHubAccess> {
    if (!vscode.workspace.isTrusted) return 'untrusted';
    return (await this.token()) ? 'account' : 'nobody';
  }

  /** The handle of the account. Null without one. Never rejects, and takes at most a second. */
  async handle(): Promise<string | null> {
    await this.token();
    return this.account.handle;
  }

  /** Which API answers, and the number of the account. Never rejects, and takes at most a second. */
  async source(): Promise<string> {
    if (vscode.workspace.isTrusted) await this.token();
    return `${this.api.rest} ${this.account.id ?? 'nobody'}`;
  }

  /** Sends a request of the server. `question` is untrusted data. Never rejects. */
  async answer(question: unknown): Promise<GitHubReply> {
    if (!vscode.workspace.isTrusted) return { is: 'none', why: 'untrusted' };
    const token = await this.token();
    return send(this.api, question, token, this.account.ended);
  }

  /** Asks the person to sign in. */
  async signIn(): Promise<void> {
    try {
      await vscode.authentication.getSession('github', [], { createIfNone: true });
    } catch {
      // VS Code has shown the error, or the person has canceled. Nothing changes.
      return;
    }
    this.forget();
  }

  /**
   * Asks the person for the right to write issues, which only they can want: call it behind their press alone. Null if
   * they do not grant it, and where nobody has come to trust the workspace. What is being written is not called off by
   * signing out: afterwards nobody would know whether it has happened.
   */
  async issueWriter(): Promise<IssueWriter | null> {
    if (!vscode.workspace.isTrusted) return null;
    try {
      const { account, accessToken } = await vscode.authentication.getSession('github', ['public_repo'], {
        createIfNone: true,
      });
      return {
        account: account.label,
        repeats: isBrowser(),
        read: (path) => send(this.api, { is: 'rest', path, etag: null }, accessToken),
        write: (issue) => sendIssue(this.api, issue, accessToken),
      };
    } catch {
      // VS Code has shown the error, or the person has canceled.
      return null;
    }
  }

  /** Cancels all requests of an account that has signed out. */
  private forget(): void {
    this.account.end();
    this.account = new Account();
    this.accountEmitter.fire();
    this.accessEmitter.fire();
  }

  private token(): Promise<string | null> {
    return this.account.token(() => this.accessEmitter.fire());
  }
}

/** The person's session, requested when it is first needed. */
class Account {
  private readonly ending = new AbortController();
  private known: vscode.AuthenticationSession | null = null;
  private asked: Promise<void> | null = null;

  /** Aborted when the session ends. */
  readonly ended = this.ending.signal;

  /** Null without a session, and while VS Code takes its time; `late` is called where it names one after that. */
  async token(late: () => void): Promise<string | null> {
    this.asked ??= this.ask(late);
    await this.asked;
    return this.known?.accessToken ?? null;
  }

  /** Null without a session, and before a token has been asked for. */
  get handle(): string | null {
    return this.known?.account.label ?? null;
  }

  /** Does not change with the handle. Null without a session, and before a token has been asked for. */
  get id(): string | null {
    return this.known?.account.id ?? null;
  }

  end(): void {
    this.known = null;
    this.ending.abort();
  }

  private async ask(late: () => void): Promise<void> {
    let isLate = false;
    const session = silentSession().then((known) => {
      if (this.ended.aborted) return;
      this.known = known;
      if (isLate && known) late();
    });
    await Promise.race([session, pause(SESSION_TIMEOUT)]);
    isLate = true;
  }
}

async function silentSession(): Promise<vscode.AuthenticationSession | null> {
  try {
    return (await vscode.authentication.getSession('github', [], { silent: true })) ?? null;
  } catch {
    // VS Code throws where no account can be had at all: then GitHub is asked without one.
    return null;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
