/** A GitHub that answers when a test says so, and what a test needs around it. */
import type { IssueKey } from '../../server/src/core/known/known';
import { IssueStore, type IssueStoreOptions } from '../../server/src/host/github/issue-store';
import type { GitHub } from '../../server/src/host/ports';
import type { GitHubAccess, GitHubQuestion, GitHubReply } from '../../server/src/protocol/github';
import { restBody } from '../host/github.mjs';
import { HandClock } from './hand-clock';

export const MINUTE = 60_000;

/** A GitHub that waits for the test to answer. */
export class HeldGitHub implements GitHub {
  host = 'github.com';
  /** Whom a test plays. */
  account = 'ada-example';
  readonly sent: { readonly question: GitHubQuestion; readonly answer: (reply: GitHubReply) => void }[] = [];
  /** What a test says. */
  now: GitHubAccess = 'account';
  private listener = () => {};

  async access(): Promise<GitHubAccess> {
    return this.now;
  }

  async source(): Promise<string | null> {
    return `${this.host} ${this.now === 'account' ? this.account : 'nobody'}`;
  }

  send(question: GitHubQuestion): Promise<GitHubReply> {
    return new Promise((answer) => this.sent.push({ question, answer }));
  }

  onAccessChanged(run: () => void): void {
    this.listener = run;
  }

  change(access: GitHubAccess): void {
    this.now = access;
    this.listener();
  }

  /** Answers the last question. */
  answer(reply: GitHubReply): Promise<void> {
    this.sent.at(-1)?.answer(reply);
    return settled();
  }
}

/** Done when everything has happened that needs neither time nor GitHub. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

export function heldIssueStore(
  more: Partial<IssueStoreOptions> = {},
  access: GitHubAccess = 'account',
  played: Partial<Pick<HeldGitHub, 'host' | 'account'>> = {},
) {
  const github = Object.assign(new HeldGitHub(), { now: access, ...played });
  const clock = new HandClock();
  return { github, clock, issueStore: new IssueStore({ github, clock, storage: null, ...more }) };
}

export const key: IssueKey = { owner: 'o', repo: 'r', number: 1, kind: 'issue' };
export const many = (count: number): IssueKey[] =>
  Array.from({ length: count }, (_, at) => ({ ...key, number: at + 1 }));

export function reply(status: number, body: unknown = {}, headers: Record<string, string> = {}): GitHubReply {
  return { is: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export const issue = (number = 1, more: object = {}) => ({ ...restBody('o', 'r', number, { title: 'T' }), ...more });

/** What a query is told: an open issue for each it asks about, none for the numbers in `missing`. */
export function told(question: GitHubQuestion, missing: readonly number[] = [], more: object = {}): GitHubReply {
  if (question.is !== 'graphql') throw new Error('That is no query.');
  const numbers = Object.entries(question.variables).flatMap(([name, value]) =>
    name.startsWith('number') ? [Number(value)] : [],
  );
  const data = Object.fromEntries(
    numbers.map((number, at) => {
      const url = `https://github.com/o/r/issues/${number}`;
      const found = { __typename: 'Issue', title: 'T', url, issueState: 'OPEN', ...more };
      return [`at${at}`, { issueOrPullRequest: missing.includes(number) ? null : found }];
    }),
  );
  const errors = numbers.flatMap((number, at) =>
    missing.includes(number) ? [{ type: 'NOT_FOUND', path: [`at${at}`, 'issueOrPullRequest'] }] : [],
  );
  return reply(200, { data, errors });
}

export async function answerAll(github: HeldGitHub, from = 0): Promise<void> {
  for (let at = from; at < github.sent.length; at++) {
    const { question, answer } = github.sent[at] ?? {};
    if (question && answer) answer(question.is === 'graphql' ? told(question) : reply(200, issue()));
    await settled();
  }
}
