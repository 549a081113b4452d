import { issueName } from '../../core/facts/issues';
import type { IssueAnswer, IssueKey } from '../../core/known/known';
import type { GitHubAccess, GitHubQuestion } from '../../protocol/github';
import type { Cancellation, Clock, GitHub, Storage } from '../ports';
import { AnswerCache, sameAnswer } from './cache';
import { Issues, type Result } from './issues';
import { type Backoff, Limits } from './limits';
import { type Batch, Queue, type Wanted } from './queue';
import { RECENT_MAX_AGE, type RecentIssue, recentInBody, recentQuestion } from './recent';
import { Sender, type SendResult } from './sender';
import { setNewest } from './set-newest';
import type { GitHubStatus } from './status';

export type { GitHubStatus, RecentIssue, Wanted };

/** What an issue store is made with. */
export interface IssueStoreOptions {
  readonly github: GitHub;
  readonly clock: Clock;
  /** Where answers are stored between runs; null to store nothing. */
  readonly storage: Storage | null;
  /** The number of requests per hour without an account; 30 by default. */
  readonly budget?: number;
  /** When nobody waits any longer, in milliseconds since 1970; never by default. */
  readonly deadline?: number;
  /** Called when an answer contains something new. */
  onChange?(): void;
  /** Called when we find out whether there is an account. */
  onAccount?(): void;
  /** Called when `status` may have changed. */
  onStatus?(): void;
}

/** Half of GitHub's limit for an address without an account, so that the other half is left for the person. */
const DEFAULT_BUDGET = 30;

/** What is remembered beside answers, so that it does not grow for as long as an editor is open. */
const MAX_FAILURES = 5_000;
const MAX_LISTS = 100;

/**
 * Keeps what is known about issues and asks GitHub for what is not: each issue once at a time, however many want it.
 * Without an account it asks for what a person looks at and for nothing else.
 */
export class IssueStore {
  private readonly limits: Limits;
  private readonly cache: AnswerCache;
  private readonly sender: Sender;
  private readonly issues: Issues;
  private readonly queue: Queue;
  /** Why there is no answer, by the issue's name, and until when it is of no use to ask again; the oldest first. */
  private readonly failures = new Map<string, Backoff>();
  /** Lists of recent issues, by what was asked; the oldest first. */
  private readonly recentLists = new Map<string, { until: number; issues: Promise<readonly RecentIssue[] | null> }>();
  private access: Promise<GitHubAccess> | null = null;
  private accessNow: GitHubAccess | null = null;
  /** A new number for each account, so that no account sees an earlier one's late answers. */
  private generation = Symbol('account');

  constructor(private readonly options: IssueStoreOptions) {
    const { github, clock, storage, budget = DEFAULT_BUDGET, deadline } = options;
    this.limits = new Limits(clock, budget);
    this.cache = new AnswerCache(clock, storage, github.host);
    this.sender = new Sender(github, clock, this.limits, deadline);
    this.issues = new Issues(this.sender, () => clock.now(), github.host);
    this.queue = new Queue(
      (wanted) => this.sizeOf(wanted),
      (batch) => this.ask(batch),
    );
    github.onAccessChanged(() => void this.changeAccount());
  }

  /** Whether any question has been answered. */
  get hasAnswers(): boolean {
    return this.cache.size > 0;
  }

  /** A number that changes with what is known. Why something is not known does not count. */
  get revision(): number {
    return this.cache.revision;
  }

  /** Whether to fetch in the background: only if we know that there is an account. */
  get canFetchInBackground(): boolean {
    return this.accessNow === 'account';
  }

  /** The current knowledge; an old answer is better than none. */
  issue(key: IssueKey): IssueAnswer {
    const name = issueName(key);
    const cached = this.cache.get(name);
    if (cached) return cached.answer;
    return { is: 'unknown', why: this.queue.has(key) ? { is: 'asking' } : (this.failures.get(name)?.why ?? null) };
  }

  /** Whether a request for the issue is needed and useful now. */
  isOpenQuestion(key: IssueKey): boolean {
    const name = issueName(key);
    return !this.cache.isFresh(name) && (this.failures.get(name)?.until ?? 0) <= this.options.clock.now();
  }

  /** Loads stored answers and checks for an account. Never rejects. */
  async load(): Promise<void> {
    const before = this.cache.size;
    await this.readAnswers();
    if (this.cache.size > before) this.options.onChange?.();
  }

  /**
   * Done when there is something to say about each of `keys`: what is known, however old, or else what GitHub answers.
   * What has grown old is asked for behind. What nobody has asked for is learnt with an account alone, and no more than
   * so many issues an hour. Never rejects.
   */
  async fetch(
    keys: readonly IssueKey[],
    wanted: Wanted = 'person',
    cancellation: Cancellation | null = null,
  ): Promise<void> {
    await this.readAnswers();
    const open = keys.filter((key) => this.isOpenQuestion(key));
    const asked = (wanted === 'background' ? await this.affordable(open) : open).map((key) => ({
      key,
      answered: this.queue.add(key, wanted, cancellation),
    }));
    await Promise.all(asked.filter(({ key }) => !this.cache.get(issueName(key))).map(({ answered }) => answered));
  }

  /** The first of `keys`, as many as may be asked about unasked, and those that are asked about anyway. */
  private async affordable(keys: readonly IssueKey[]): Promise<readonly IssueKey[]> {
    if ((await this.readAccess()) !== 'account') return [];
    const underWay = keys.filter((key) => this.queue.has(key));
    const others = new Map(keys.filter((key) => !this.queue.has(key)).map((key) => [issueName(key), key]));
    return [...underWay, ...[...others.values()].slice(0, this.limits.takeUnasked(others.size))];
  }

  /**
   * Asks for all `keys` because a person has said so, without an account as far as that goes; those that have a fresh
   * answer only with `force`. `onProgress` is called with the number that is done. Done when each has been answered,
   * has failed or was called off. Never rejects.
   */
  async refresh(
    keys: readonly IssueKey[],
    { force = true, cancellation = null, onProgress = () => {} }: RefreshOptions = {},
  ): Promise<void> {
    await this.readAnswers();
    const wanted = new Map(keys.map((key) => [issueName(key), key]));
    let done = 0;
    await Promise.all(
      [...wanted].map(async ([name, key]) => {
        if (force || !this.cache.isFresh(name)) await this.queue.add(key, 'command', cancellation);
        onProgress(++done, wanted.size);
      }),
    );
  }

  /**
   * The open issues of `repositories` (`owner/repo`) that say `words` and have one of `labels`, if there are any, the last
   * touched first; none without an account, and none where GitHub does not tell. A list holds for five minutes. Never
   * rejects.
   */
  async recent(
    repositories: readonly string[],
    words: string,
    labels: readonly string[] = [],
  ): Promise<readonly RecentIssue[]> {
    if (repositories.length === 0 || (await this.readAccess()) !== 'account') return [];
    const question = recentQuestion(repositories, words, labels);
    const name = JSON.stringify(question);
    const now = this.options.clock.now();
    for (const [each, { until }] of this.recentLists) if (until <= now) this.recentLists.delete(each);
    const list = this.recentLists.get(name) ?? { until: now + RECENT_MAX_AGE, issues: this.askRecent(question) };
    setNewest(this.recentLists, name, list, MAX_LISTS);
    const issues = await list.issues;
    // Failures are not cached.
    if (!issues && this.recentLists.get(name) === list) this.recentLists.delete(name);
    return issues ?? [];
  }

  /** Whether `recent` can answer without a request. */
  hasRecent(repositories: readonly string[], words: string): boolean {
    const list = this.recentLists.get(JSON.stringify(recentQuestion(repositories, words)));
    return list !== undefined && list.until > this.options.clock.now();
  }

  /** Sends one request that a person waits for. Null if that is not possible now or not allowed. Never rejects. */
  async request(question: GitHubQuestion): Promise<SendResult | null> {
    const access = await this.readAccess();
    if (access === 'untrusted') return null;
    return this.queue.atOnce(() => this.sender.send(question, { access, canWait: false }));
  }

  status(): GitHubStatus {
    const access = this.accessNow;
    const resource = access === 'account' ? 'graphql' : 'rest';
    const backoff = this.limits.backoff(resource, access === 'account');
    return {
      access,
      trouble: access === 'untrusted' ? { is: 'untrusted' } : (backoff?.why ?? null),
      allowance: this.limits.allowance(resource),
      budgetLeft: this.limits.budgetLeft,
      budget: this.limits.budget,
    };
  }

  /** Stores new answers for the next run, for programs that exit. */
  save(): Promise<void> {
    return this.cache.save();
  }

  private async askRecent(question: GitHubQuestion): Promise<RecentIssue[] | null> {
    const result = await this.request(question);
    const isAnswer = result?.is === 'answer' && result.status === 200;
    return isAnswer ? recentInBody(result.body, this.options.github.host) : null;
  }

  /** Before we know who asks, no stored answer counts. */
  private async readAnswers(): Promise<void> {
    await Promise.all([this.cache.load(), this.readAccess()]);
  }

  private readAccess(): Promise<GitHubAccess> {
    this.access ??= this.askAccess();
    return this.access;
  }

  private async askAccess(): Promise<GitHubAccess> {
    const { generation } = this;
    const { github } = this.options;
    const [access, source] = await Promise.all([github.access(), github.source()]);
    if (generation !== this.generation) return this.readAccess();
    this.accessNow = access;
    this.cache.use(source);
    this.options.onAccount?.();
    this.options.onStatus?.();
    return access;
  }

  private async changeAccount(): Promise<void> {
    this.generation = Symbol('account');
    this.access = null;
    this.accessNow = null;
    this.limits.forgetAccount();
    this.cache.forgetAccount();
    this.failures.clear();
    this.recentLists.clear();
    await this.readAccess();
    this.options.onChange?.();
  }

  private async sizeOf(wanted: Wanted): Promise<'many' | 'one' | 'none'> {
    const access = await this.readAccess();
    if (access === 'account') return 'many';
    return wanted === 'background' ? 'none' : access === 'untrusted' ? 'many' : 'one';
  }

  private async ask({ keys, wanted }: Batch): Promise<void> {
    const { generation } = this;
    const access = await this.readAccess();
    let changed = false;
    const report = (key: IssueKey, result: Result) => {
      if (generation === this.generation) changed = this.take(issueName(key), result) || changed;
    };
    if (access === 'untrusted') {
      const backoff: Backoff = { why: { is: 'untrusted' }, until: 0 };
      for (const key of keys) report(key, { is: 'failure', backoff });
    } else {
      const tagged = keys.map((key) => ({ key, etag: this.cache.get(issueName(key))?.etag ?? null }));
      await this.issues.ask(tagged, { access, canWait: wanted !== 'person' }, report);
    }
    if (changed) this.options.onChange?.();
    this.options.onStatus?.();
  }

  /** Whether the result is new. A failed request never removes earlier knowledge. */
  private take(name: string, result: Result): boolean {
    if (result.is === 'failure') {
      setNewest(this.failures, name, result.backoff, MAX_FAILURES);
      return false;
    }
    this.failures.delete(name);
    if (result.is === 'unchanged') {
      this.cache.renew(name);
      return false;
    }
    const before = this.cache.get(name);
    this.cache.set(name, result);
    return !before || !sameAnswer(before, result);
  }
}

export interface RefreshOptions {
  readonly force?: boolean;
  readonly cancellation?: Cancellation | null;
  onProgress?(done: number, all: number): void;
}
