/** The client's own GitHub behind a server: what it does with a person's account. VS Code is played. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Hover } from 'vscode-languageserver';
import { githubOfClient } from '../../server/src/adapters/github/client';
import {
  type GitHubAccess,
  type GitHubReply,
  githubAccessChanged,
  githubAccessRequest,
  githubRequest,
  githubSourceRequest,
} from '../../server/src/protocol/github';
import { token } from '../host/github.mjs';
import { Editor } from './client';
import { HandClock } from './hand-clock';
import { startedGitHub } from './loopback';

/** VS Code as far as it matters: an event is a list of listeners, a session is what a test says. */
const vscode = vi.hoisted(() => {
  const played = {
    session: (): Promise<unknown> => Promise.resolve(undefined),
    asked: [] as unknown[],
    changed: [] as ((event: { provider: { id: string } }) => void)[],
    trusted: [] as (() => void)[],
    isTrusted: true,
  };
  const listen = (list: unknown[]) => (run: unknown) => {
    list.push(run);
    return { dispose: () => {} };
  };
  class EventEmitter {
    private readonly runs: (() => void)[] = [];
    event = (run: () => void) => {
      this.runs.push(run);
      return { dispose: () => {} };
    };
    fire = () => {
      for (const run of this.runs) run();
    };
    dispose = () => {};
  }
  return {
    played,
    EventEmitter,
    authentication: {
      getSession: (...asked: unknown[]) => {
        played.asked.push(asked);
        return played.session();
      },
      onDidChangeSessions: listen(played.changed),
    },
    workspace: {
      get isTrusted() {
        return played.isTrusted;
      },
      onDidGrantWorkspaceTrust: listen(played.trusted),
    },
  };
});
vi.mock('vscode', () => vscode);

const { GitHub } = await import('../../client/src/connection/github');
const { played } = vscode;
const session = { accessToken: token, account: { id: '7', label: 'ada-example' } };

beforeEach(() => {
  Object.assign(played, { session: async () => undefined, isTrusted: true });
  for (const list of [played.asked, played.changed, played.trusted]) list.splice(0);
});

async function clientOf() {
  const loopback = await startedGitHub({ issues: { 'jaegertracing/jaeger#1': { title: 'Slow queries' } } });
  const github = new GitHub({ rest: loopback.address, graphql: `${loopback.address}/graphql` });
  return { loopback, github };
}

const question = { is: 'rest', path: '/repos/jaegertracing/jaeger/issues/1', etag: null };

test('the token goes to GitHub, and into no message between client and server', async () => {
  played.session = async () => session;
  const { loopback, github } = await clientOf();
  const clock = new HandClock();
  const editor = await Editor.start({
    clock,
    github: (server) =>
      githubOfClient(
        (method, params) => server.sendRequest(method, params),
        (method, run) => server.onNotification(method, run),
      ),
  });
  editor.connection.onRequest<GitHubReply, void>(githubRequest, (params: unknown) => github.answer(params));
  editor.connection.onRequest<GitHubAccess, void>(githubAccessRequest, () => github.access());
  editor.connection.onRequest<string, void>(githubSourceRequest, () => github.source());
  github.onDidChangeAccess(() => void editor.connection.sendNotification(githubAccessChanged));
  const url = 'https://github.com/jaegertracing/jaeger/iss$0ues/1';
  const opened = await editor.open(`### Jaeger\n#### Title\n- Upstream Issue: ${url}\n`);
  const hover = await editor.at<Hover | null>('textDocument/hover', opened);
  expect(JSON.stringify(hover)).toContain('Slow queries');
  expect(loopback.asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`]);
  expect(editor.heard).toContain('Slow queries');
  expect(editor.heard + editor.said + editor.log.join()).not.toContain(token);
});

test('the source names the API and the account, and is another one for everybody', async () => {
  const { loopback, github } = await clientOf();
  expect(await github.source()).toBe(`${loopback.address} nobody`);
  played.session = async () => session;
  for (const run of played.changed) run({ provider: { id: 'github' } });
  expect(await github.source()).toBe(`${loopback.address} 7`);
});

test('VS Code is asked once, without a prompt', async () => {
  const { github } = await clientOf();
  await Promise.all([github.access(), github.answer(question), github.answer(question)]);
  expect(played.asked).toEqual([['github', [], { silent: true }]]);
});

test('a VS Code that does not answer is waited for a second, once; what it says later is news', async () => {
  let answer = (_: unknown) => {};
  played.session = () => new Promise((resolve) => (answer = resolve));
  const { loopback, github } = await clientOf();
  let news = 0;
  github.onDidChangeAccess(() => news++);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const access = github.access();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(await access).toBe('nobody');
  await github.answer(question);
  expect(loopback.asked.map(({ authorization }) => authorization)).toEqual([null]);
  answer(session);
  await vi.waitFor(() => expect(news).toBe(1));
  expect(await github.access()).toBe('account');
});

test('a VS Code without accounts is asked without one', async () => {
  played.session = () => Promise.reject(new Error('No authentication provider'));
  const { github } = await clientOf();
  expect(await github.access()).toBe('nobody');
  expect(await github.answer(question)).toMatchObject({ status: 200 });
});

test('signing out drops the account and running requests at once', async () => {
  played.session = async () => session;
  const { loopback, github } = await clientOf();
  await github.access();
  const slow = github.answer({ ...question, path: '/repos/o/slow/issues/1' });
  await vi.waitFor(() => expect(loopback.asked).toHaveLength(1));
  played.session = async () => undefined;
  for (const run of played.changed) run({ provider: { id: 'github' } });
  expect(await slow).toEqual({ is: 'none', why: 'offline' });
  expect(await github.access()).toBe('nobody');
  await github.answer(question);
  expect(loopback.asked.at(-1)?.authorization).toBeNull();
});

test('accounts of other providers are ignored', async () => {
  const { github } = await clientOf();
  let news = 0;
  github.onDidChangeAccess(() => news++);
  for (const run of played.changed) run({ provider: { id: 'github-enterprise' } });
  expect(news).toBe(0);
});

test('in a workspace that is not trusted nothing is sent, until it is', async () => {
  played.isTrusted = false;
  const { loopback, github } = await clientOf();
  let news = 0;
  github.onDidChangeAccess(() => news++);
  expect(await github.access()).toBe('untrusted');
  expect(await github.source()).toContain('nobody');
  expect(await github.answer(question)).toEqual({ is: 'none', why: 'untrusted' });
  expect([loopback.asked, played.asked]).toEqual([[], []]);
  played.isTrusted = true;
  for (const run of played.trusted) run();
  expect(news).toBe(1);
  expect(await github.access()).toBe('nobody');
});

test('only the command prompts, and who changes their mind has changed nothing', async () => {
  const { github } = await clientOf();
  let news = 0;
  github.onDidChangeAccess(() => news++);
  played.session = () => Promise.reject(new Error('User did not consent to login.'));
  await github.signIn();
  expect(news).toBe(0);
  played.session = async () => session;
  await github.signIn();
  expect(played.asked).toEqual(Array(2).fill(['github', [], { createIfNone: true }]));
  expect(news).toBe(1);
  expect(await github.access()).toBe('account');
});
