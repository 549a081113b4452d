/** GitHub's rate limits as its answers report them. Times are milliseconds since 1970. */
import type { UnknownReason } from '../../core/known/known';
import type { GitHubReply } from '../../protocol/github';
import type { Clock } from '../ports';

/** GitHub counts the requests to its two APIs apart. */
export type Resource = 'rest' | 'graphql';

/** Nothing may be asked before `until`. */
export interface Backoff {
  readonly why: UnknownReason;
  readonly until: number;
}

/** What GitHub has said is left, of how many and until when it is full again; null where it has said nothing yet. */
export interface Allowance {
  readonly remaining: number;
  readonly limit: number | null;
  readonly reset: number | null;
}

const HOUR = 3_600_000;
/** How many issues an hour nobody has to have asked for: twice a whole year of terms, a tenth of what GitHub gives. */
const UNASKED = 500;
/** GitHub asks for a minute where it does not say how long. */
const MINUTE = 60_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 5 * MINUTE;

export class Limits {
  private readonly allowances = new Map<Resource, Allowance>();
  private readonly primary = new Map<Resource, number>();
  private secondary = 0;
  private strikes = 0;
  private failures = 0;
  private failure: Backoff | null = null;
  private rejected: Backoff | null = null;
  /** When something was asked without an account, in this last hour. */
  private asked: number[] = [];
  /** When how many issues that nobody has asked for were wanted, in this last hour. */
  private unasked: { readonly time: number; readonly count: number }[] = [];

  constructor(
    private readonly clock: Clock,
    /** How many requests an hour may go without an account. */
    readonly budget: number,
  ) {}

  /** Why nothing may be asked now, or null. */
  backoff(resource: Resource, withAccount: boolean): Backoff | null {
    const now = this.clock.now();
    if (withAccount && this.rejected && this.rejected.until > now) return this.rejected;
    const limited = Math.max(this.primary.get(resource) ?? 0, this.secondary);
    if (limited > now) return { why: { is: 'limit', until: limited }, until: limited };
    if (this.failure && this.failure.until > now) return this.failure;
    if (withAccount || this.budgetLeft > 0) return null;
    const until = (this.asked[0] ?? now) + HOUR;
    return { why: { is: 'budget', until }, until };
  }

  /** What is left for this hour without an account. */
  get budgetLeft(): number {
    const now = this.clock.now();
    this.asked = this.asked.filter((time) => time > now - HOUR);
    return this.budget - this.asked.length;
  }

  /** Something is about to be asked. */
  countRequest(withAccount: boolean): void {
    if (!withAccount) this.asked.push(this.clock.now());
  }

  /**
   * How many of `count` issues that nobody has asked for may be asked about: they count from now on. A document must not
   * use up what GitHub gives its reader, whose other tools need it as well.
   */
  takeUnasked(count: number): number {
    const now = this.clock.now();
    this.unasked = this.unasked.filter(({ time }) => time > now - HOUR);
    const left = this.unasked.reduce((sum, { count }) => sum - count, UNASKED);
    const taken = Math.min(count, left);
    if (taken > 0) this.unasked.push({ time: now, count: taken });
    return taken;
  }

  /** Takes note of what came back. Null where it is an answer, else why it is none, and when to ask again. */
  record(resource: Resource, withAccount: boolean, reply: GitHubReply, isLimitInside: boolean): Backoff | null {
    const now = this.clock.now();
    if (reply.is === 'none') {
      if (reply.why === 'offline' || reply.why === 'slow') return this.fail({ is: reply.why }, now);
      return { why: { is: reply.why }, until: now + MINUTE };
    }
    this.note(resource, reply.headers);
    if (isLimitInside || isLimit(reply)) return this.limit(resource, reply.headers, now);
    if (reply.status >= 500) return this.fail({ is: 'server', status: reply.status }, now);
    this.failures = 0;
    this.failure = null;
    this.strikes = 0;
    if (reply.status !== 401 || !withAccount) return null;
    this.rejected = { why: { is: 'account' }, until: now + 10 * MINUTE };
    return this.rejected;
  }

  /** GitHub has failed inside of an answer that looks good. */
  fail(why: UnknownReason, now = this.clock.now()): Backoff {
    // What fails together counts once, or four requests at a time would wait as long as one that fails four times.
    if (!this.failure || this.failure.until <= now) {
      const wait = Math.min(FIRST_WAIT * 2 ** this.failures, LONGEST_WAIT);
      this.failures++;
      this.failure = { why, until: now + wait };
    }
    return { why, until: this.failure.until };
  }

  /** How often the connection or GitHub itself has failed since the last answer. */
  get consecutiveFailures(): number {
    return this.failures;
  }

  allowance(resource: Resource): Allowance | null {
    return this.allowances.get(resource) ?? null;
  }

  /** Another account, or none: what GitHub has said to the one before says nothing about it. */
  forgetAccount(): void {
    this.allowances.clear();
    this.primary.clear();
    this.secondary = 0;
    this.strikes = 0;
    this.rejected = null;
    this.unasked = [];
  }

  private note(resource: Resource, headers: Headers): void {
    const remaining = numberIn(headers['x-ratelimit-remaining']);
    if (remaining === null) return;
    const reset = this.resetIn(headers);
    this.allowances.set(resource, { remaining, limit: numberIn(headers['x-ratelimit-limit']), reset });
    if (remaining === 0 && reset !== null) this.primary.set(resource, reset);
  }

  private limit(resource: Resource, headers: Headers, now: number): Backoff {
    const wait = numberIn(headers['retry-after']);
    if (wait === null && numberIn(headers['x-ratelimit-remaining']) === 0) {
      const until = this.resetIn(headers) ?? now + MINUTE;
      this.primary.set(resource, until);
      return { why: { is: 'limit', until }, until };
    }
    const seconds = wait !== null && wait > 0 ? Math.min(wait, 24 * 3_600) : 60 * 2 ** Math.min(this.strikes++, 5);
    this.secondary = now + seconds * 1_000;
    return { why: { is: 'limit', until: this.secondary }, until: this.secondary };
  }

  /** By GitHub's own clock, which its answers tell, so that a wrong one here does no harm; null for what makes no sense. */
  private resetIn(headers: Headers): number | null {
    const reset = numberIn(headers['x-ratelimit-reset']);
    if (reset === null) return null;
    const now = this.clock.now();
    const theirs = Date.parse(headers.date ?? '');
    const wait = reset * 1_000 - (Number.isNaN(theirs) ? now : theirs);
    return wait > 0 && wait < 24 * HOUR ? now + wait : null;
  }
}

type Headers = Readonly<Record<string, string>>;

function isLimit({ status, headers, body }: Extract<GitHubReply, { is: 'answer' }>): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(body);
}

function numberIn(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
