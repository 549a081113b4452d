import * as vscode from 'vscode';
import { token } from './asked';

/**
 * Somebody who has an account at GitHub and may sign out. A desktop VS Code brings its own GitHub, which keeps its
 * place: the tests need the hosted one.
 */
export class TestAccount implements vscode.AuthenticationProvider {
  private readonly changed = new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();
  private readonly registration: vscode.Disposable;
  private sessions: vscode.AuthenticationSession[] = [];
  /** How often somebody was asked to sign in. */
  prompts = 0;
  /** The scopes of each session that was asked for. */
  readonly asked: (readonly string[])[] = [];

  /** Who has granted the right to write; null for the one who is signed in. */
  writer: string | null = null;

  readonly onDidChangeSessions = this.changed.event;

  constructor() {
    this.registration = vscode.authentication.registerAuthenticationProvider('github', 'GitHub', this);
  }

  async getSessions(scopes: readonly string[] = []): Promise<vscode.AuthenticationSession[]> {
    this.asked.push(scopes);
    const { writer } = this;
    if (writer !== null && scopes.includes('public_repo'))
      return this.sessions.map((session) => ({ ...session, id: writer, account: { id: writer, label: writer } }));
    return this.sessions;
  }

  async createSession(scopes: readonly string[]): Promise<vscode.AuthenticationSession> {
    this.prompts++;
    const account = { id: 'ada', label: 'ada-example' };
    const session = { id: 'one', accessToken: token, account, scopes };
    this.sessions = [session];
    this.changed.fire({ added: [session], removed: [], changed: [] });
    return session;
  }

  async removeSession(): Promise<void> {
    const removed = this.sessions;
    this.sessions = [];
    this.changed.fire({ added: [], removed, changed: [] });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
