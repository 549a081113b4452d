/** What the client tells of the account in whose name GitHub is asked. */
import { expect, test, vi } from 'vitest';
import { GitHub } from '../../client/src/connection/github';
import { githubApi } from '../../server/src/send';

const { sessions, trust, EventEmitter } = vi.hoisted(() => {
  class EventEmitter<T> {
    private readonly listeners: ((value: T) => void)[] = [];
    readonly event = (listener: (value: T) => void) => {
      this.listeners.push(listener);
      return { dispose: () => {} };
    };
    fire(value: T): void {
      for (const listener of this.listeners) listener(value);
    }
    dispose(): void {}
  }
  const sessions = new EventEmitter<{ provider: { id: string } }>();
  return { sessions, trust: new EventEmitter<void>(), EventEmitter };
});

vi.mock('vscode', () => ({
  EventEmitter,
  authentication: { onDidChangeSessions: sessions.event },
  workspace: { onDidGrantWorkspaceTrust: trust.event },
}));

test('what is kept for somebody goes when their session does, and for nothing else', () => {
  const github = new GitHub(githubApi);
  const told: string[] = [];
  github.onDidChangeAccount(() => told.push('account'));
  github.onDidChangeAccess(() => told.push('access'));
  trust.fire();
  sessions.fire({ provider: { id: 'microsoft' } });
  expect(told).toEqual(['access']);
  sessions.fire({ provider: { id: 'github' } });
  expect(told).toEqual(['access', 'account', 'access']);
  github.dispose();
});
