import { issueName } from '../../core/facts/issues';
import type { IssueAnswer, IssueKey, Silence } from '../../core/known/known';
import type { GitHubAccess, GitHubQuestion } from '../../protocol/github';
import type { Cancellation, Clock, GitHub, Storage } from '../ports';
import { type Learned, Memory } from './cache';
import { Issues, type Result } from './issues';
import { type Allowance, type Hold, Limits } from './limits';
import { type Batch, Queue, type Wanted } from './queue';
import { RECENT_HOLDS, type RecentIssue, recentInBody, recentQuestion } from './recent';
import { Sender } from './sender';

export type { RecentIssue, Wanted };

/** What a learner stands in. */
export interface LearnerWorld {
  readonly github: GitHub;
  readonly clock: Clock;
  /** Where answers are kept from run to run; null where they are not. */
  readonly storage: Storage | null;
  /** How many requests an hour may go to GitHub without an account; 30 where nothing is said. */
  readonly budget?: number;
  /** Called where an answer tells something new. */
  onLearnt?(): void;
  /** Called where it has become known whether there is an account. */
  onAccount?(): void;
  /** Called where `status` may say something else than before. */
  onStatus?(): void;
}

/** How it stands between us and GitHub. */
export interface GitHubStatus {
  /** Null until somebody has wanted to know. */
  readonly access: GitHubAccess | null;
  /** Why nothing is asked at this moment; null where all is well. */
  readonly trouble: Silence | null;
  /** What GitHub has said is left of the API that is asked now; null where it has said nothing yet. */
  readonly allowance: Allowance | null;
  /** How many requests may go without an account in this hour. */
  readonly budgetLeft: number;
  /** Of how many. */
  readonly budget: number;
}

/** Half of what GitHub gives an address without an account: the other half is the person's own. */
const BUDGET = 30;

/** What is remembered beside answers, so that it does not grow for as long as an editor is open. */
const MAX_SILENCES = 5_000;
const MAX_LISTS = 100;

/**
 * Keeps what is known about issues and asks GitHub for what is not: each issue once at a time, however many want it.
 * Without an account it asks for what a person looks at and for nothing else.
 */
export class Learner {
  private readonly limits: Limits;
  private readonly memory: Memory;
  private readonly sender: Sender;
  private readonly issues: Issues;
  private readonly queue: Queue;
  /** Why there is no answer, by the issue's name, and until when it is of no use to ask again; the oldest first. */
  private readonly silences = new Map<string, Hold>();
  /** Lists of recent issues, by what was asked; the oldest first. */
  private readonly lists = new Map<string, { until: number; issues: Promise<readonly RecentIssue[] | null> }>();
  private access: Promise<GitHubAccess> | null = null;
  private accessNow: GitHubAccess | null = null;
  /** Another one for each account: what one was told after it has gone is not for the next. */
  private era = Symbol('account');

  constructor(private readonly world: LearnerWorld) {
    const { github, clock, storage, budget = BUDGET } = world;
    this.limits = new Limits(clock, budget);
    this.memory = new Memory(clock, storage, github.host);
    this.sender = new Sender(github, clock, this.limits);
    this.issues = new Issues(this.sender, () => clock.now(), github.host);
    this.queue = new Queue(
      (wanted) => this.sizeOf(wanted),
      (batch) => this.ask(batch),
    );
    github.onAccessChanged(() => void this.changeAccount());
  }

  /** Whether any question has been answered. */
  get hasAnswers(): boolean {
    return this.memory.size > 0;
  }

  /** Whether anything is asked that nobody looks at: only once it is known that there is an account. */
  get asksUnasked(): boolean {
    return this.accessNow === 'account';
  }

  /** What is known at this moment; an answer that has grown old is better than none. */
  issue(key: IssueKey): IssueAnswer {
    const name = issueName(key);
    const learned = this.memory.get(name);
    if (learned) return learned.answer;
    return { is: 'unknown', why: this.queue.has(key) ? { is: 'asking' } : (this.silences.get(name)?.why ?? null) };
  }

  /** Whether GitHub would have to be asked about the issue, and it makes sense to ask now. */
  isOpenQuestion(key: IssueKey): boolean {
    const name = issueName(key);
    return !this.memory.isFresh(name) && (this.silences.get(name)?.until ?? 0) <= this.world.clock.now();
  }

  /** Finds out what was kept and whether there is an account. Never rejects. */
  async wake(): Promise<void> {
    const before = this.memory.size;
    await Promise.all([this.memory.load(), this.readAccess()]);
    if (this.memory.size > before) this.world.onLearnt?.();
  }

  /**
   * Done when there is something to say about each of `keys`: what is known, however old, or else what GitHub answers.
   * What has grown old is asked for behind. What nobody has asked for is learnt with an account alone, and no more than
   * so many issues an hour. Never rejects.
   */
  async learn(
    keys: readonly IssueKey[],
    wanted: Wanted = 'person',
    cancellation: Cancellation | null = null,
  ): Promise<void> {
    await this.memory.load();
    const open = keys.filter((key) => this.isOpenQuestion(key));
    const asked = (wanted === 'background' ? await this.affordable(open) : open).map((key) => ({
      key,
      answered: this.queue.add(key, wanted, cancellation),
    }));
    await Promise.all(asked.filter(({ key }) => !this.memory.get(issueName(key))).map(({ answered }) => answered));
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
   * answer only with `evenFresh`. `onProgress` is called with the number that is done. Done when each has been answered,
   * has failed or was called off. Never rejects.
   */
  async refresh(
    keys: readonly IssueKey[],
    { evenFresh = true, cancellation = null, onProgress = () => {} }: RefreshOptions = {},
  ): Promise<void> {
    await this.memory.load();
    const wanted = new Map(keys.map((key) => [issueName(key), key]));
    let done = 0;
    await Promise.all(
      [...wanted].map(async ([name, key]) => {
        if (evenFresh || !this.memory.isFresh(name)) await this.queue.add(key, 'command', cancellation);
        onProgress(++done, wanted.size);
      }),
    );
  }

  /**
   * The open issues of `repositories` (`owner/repo`) that say `words`, the last touched first; none without an account,
   * and none where GitHub does not tell. A list holds for five minutes. Never rejects.
   */
  async recent(repositories: readonly string[], words: string): Promise<readonly RecentIssue[]> {
    if (repositories.length === 0 || (await this.readAccess()) !== 'account') return [];
    const question = recentQuestion(repositories, words);
    const name = JSON.stringify(question);
    const now = this.world.clock.now();
    for (const [each, { until }] of this.lists) if (until <= now) this.lists.delete(each);
    const list = this.lists.get(name) ?? { until: now + RECENT_HOLDS, issues: this.askRecent(question) };
    this.lists.set(name, list);
    const [oldest] = this.lists.keys();
    if (this.lists.size > MAX_LISTS && oldest !== undefined) this.lists.delete(oldest);
    const issues = await list.issues;
    // What has failed is not remembered.
    if (!issues && this.lists.get(name) === list) this.lists.delete(name);
    return issues ?? [];
  }

  /** Whether `recent` answers without asking GitHub. */
  hasRecent(repositories: readonly string[], words: string): boolean {
    const list = this.lists.get(JSON.stringify(recentQuestion(repositories, words)));
    return list !== undefined && list.until > this.world.clock.now();
  }

  status(): GitHubStatus {
    const access = this.accessNow;
    const resource = access === 'account' ? 'graphql' : 'rest';
    const hold = this.limits.hold(resource, access === 'account');
    return {
      access,
      trouble: access === 'untrusted' ? { is: 'untrusted' } : (hold?.why ?? null),
      allowance: this.limits.allowance(resource),
      budgetLeft: this.limits.budgetLeft,
      budget: this.limits.budget,
    };
  }

  /** Keeps what has been learnt for the next run, for callers that end themselves. */
  save(): Promise<void> {
    return this.memory.save();
  }

  private async askRecent(question: GitHubQuestion): Promise<RecentIssue[] | null> {
    const manner = { access: 'account', patient: false } as const;
    const heard = await this.queue.atOnce(() => this.sender.send(question, manner));
    return heard?.is === 'answer' && heard.status === 200 ? recentInBody(heard.body, this.world.github.host) : null;
  }

  private readAccess(): Promise<GitHubAccess> {
    this.access ??= this.askAccess();
    return this.access;
  }

  private async askAccess(): Promise<GitHubAccess> {
    const { era } = this;
    const access = await this.world.github.access();
    if (era !== this.era) return this.readAccess();
    this.accessNow = access;
    this.world.onAccount?.();
    this.world.onStatus?.();
    return access;
  }

  private async changeAccount(): Promise<void> {
    this.era = Symbol('account');
    this.access = null;
    this.accessNow = null;
    this.limits.forgetAccount();
    this.memory.forgetAccount();
    this.silences.clear();
    this.lists.clear();
    await this.readAccess();
    this.world.onLearnt?.();
  }

  private async sizeOf(wanted: Wanted): Promise<'many' | 'one' | 'none'> {
    const access = await this.readAccess();
    if (access === 'account') return 'many';
    return wanted === 'background' ? 'none' : access === 'untrusted' ? 'many' : 'one';
  }

  private async ask({ keys, wanted }: Batch): Promise<void> {
    const { era } = this;
    const access = await this.readAccess();
    let news = false;
    const tell = (key: IssueKey, result: Result) => {
      if (era === this.era) news = this.take(issueName(key), result) || news;
    };
    if (access === 'untrusted') {
      const hold: Hold = { why: { is: 'untrusted' }, until: 0 };
      for (const key of keys) tell(key, { is: 'silence', hold });
    } else {
      const tagged = keys.map((key) => ({ key, etag: this.memory.get(issueName(key))?.etag ?? null }));
      await this.issues.ask(tagged, { access, patient: wanted !== 'person' }, tell);
    }
    if (news) this.world.onLearnt?.();
    this.world.onStatus?.();
  }

  private silence(name: string, hold: Hold): void {
    this.silences.delete(name);
    this.silences.set(name, hold);
    const [oldest] = this.silences.keys();
    if (this.silences.size > MAX_SILENCES && oldest !== undefined) this.silences.delete(oldest);
  }

  /** Whether that is news. A failed request takes nothing away from what was known. */
  private take(name: string, result: Result): boolean {
    if (result.is === 'silence') {
      this.silence(name, result.hold);
      return false;
    }
    this.silences.delete(name);
    if (result.is === 'unchanged') {
      this.memory.renew(name);
      return false;
    }
    const before = this.memory.get(name);
    this.memory.set(name, result);
    return !before || !sameAnswer(before, result);
  }
}

export interface RefreshOptions {
  readonly evenFresh?: boolean;
  readonly cancellation?: Cancellation | null;
  onProgress?(done: number, all: number): void;
}

function sameAnswer(a: Learned, b: Learned): boolean {
  return JSON.stringify({ ...a.answer, asOf: 0 }) === JSON.stringify({ ...b.answer, asOf: 0 });
}
