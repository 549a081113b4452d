import type { UnknownReason } from '../../core/known/known';
import type { GitHubAccess, GitHubQuestion } from '../../protocol/github';
import type { Clock, GitHub } from '../ports';
import { jsonIn, objectIn } from './facts';
import type { Backoff, Limits, Resource } from './limits';

/** GitHub's answer with any status, or the reason for its absence and when to retry. */
export type SendResult =
  | {
      readonly is: 'answer';
      readonly status: number;
      readonly etag: string | null;
      readonly body: string;
      /** It comes from where GitHub has sent us, so it may be about something else. */
      readonly redirected: boolean;
    }
  | { readonly is: 'failure'; readonly backoff: Backoff };

/** In whose name, and whether anybody would rather wait than do without. */
export interface SendOptions {
  readonly access: Exclude<GitHubAccess, 'untrusted'>;
  readonly canWait: boolean;
}

const MAX_REDIRECTS = 3;
const ATTEMPTS = 4;
/** The longest wait for a rate limit or for GitHub to recover, in milliseconds. */
const TIMEOUT = 90_000;

/** Sends one request by GitHub's rules: within its rate limits, with retries and redirects. */
export class Sender {
  constructor(
    private readonly github: GitHub,
    private readonly clock: Clock,
    readonly limits: Limits,
    /** Nothing is waited for beyond this time, in milliseconds since 1970. */
    private readonly deadline = Number.POSITIVE_INFINITY,
  ) {}

  /** Never rejects. */
  async send(question: GitHubQuestion, options: SendOptions): Promise<SendResult> {
    let next = question;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const result = await this.sendWithRetries(next, options);
      if (!('location' in result)) return result.is === 'answer' ? { ...result, redirected: redirects > 0 } : result;
      next = { is: 'rest', path: result.location, etag: null };
    }
    return failure({ is: 'odd' }, this.clock.now());
  }

  private async sendWithRetries(
    question: GitHubQuestion,
    { access, canWait }: SendOptions,
  ): Promise<SendResult | { location: string }> {
    const withAccount = access === 'account';
    const resource: Resource = question.is === 'rest' ? 'rest' : 'graphql';
    for (let tries = 0, waits = 0; ; ) {
      const backoff = this.limits.backoff(resource, withAccount);
      if (backoff) {
        // After four failures in a row, the next of fifty questions would fail as well.
        const waiting = tries > 0 || (canWait && this.limits.consecutiveFailures < ATTEMPTS);
        if (++waits > ATTEMPTS || !(await this.waitFor(backoff, waiting))) return { is: 'failure', backoff };
        continue;
      }
      const result = await this.try(question, resource, withAccount);
      tries++;
      if (!('backoff' in result)) return result;
      const { why } = result.backoff;
      // We report a lost network at once; a failure of GitHub is often over in a second.
      const again = canWait ? tries < ATTEMPTS && mayPass(why) : tries < 2 && why.is === 'server';
      if (!again) return result;
    }
  }

  private async try(
    question: GitHubQuestion,
    resource: Resource,
    withAccount: boolean,
  ): Promise<SendResult | { location: string }> {
    this.limits.countRequest(withAccount);
    const reply = await this.github.send(question);
    const inside = reply.is === 'answer' && question.is === 'graphql' ? troubleInside(reply.status, reply.body) : null;
    const backoff = this.limits.record(resource, withAccount, reply, inside === 'limit');
    if (backoff) return { is: 'failure', backoff };
    if (reply.is === 'none') return failure({ is: reply.why }, this.clock.now());
    if (inside === 'failure')
      return { is: 'failure', backoff: this.limits.fail({ is: 'server', status: reply.status }) };
    const { location, etag = null } = reply.headers;
    if (question.is === 'rest' && isRedirect(reply.status) && location !== undefined) return { location };
    return { is: 'answer', status: reply.status, etag, body: reply.body, redirected: false };
  }

  /** False if the caller does not want to wait that long. */
  private async waitFor({ until, why }: Backoff, canWait: boolean): Promise<boolean> {
    const wait = until - this.clock.now();
    if (!canWait || wait > TIMEOUT || until > this.deadline || !mayPass(why)) return false;
    await new Promise<void>((resolve) => this.clock.after(wait, resolve));
    return true;
  }
}

function failure(why: UnknownReason, now: number): SendResult {
  return { is: 'failure', backoff: { why, until: now + 60_000 } };
}

function mayPass({ is }: UnknownReason): boolean {
  return is === 'offline' || is === 'slow' || is === 'server' || is === 'limit';
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 307 || status === 308;
}

/** GraphQL reports rate limits and general failures inside a 200. */
function troubleInside(status: number, body: string): 'limit' | 'failure' | null {
  if (status !== 200) return null;
  const { data, errors } = objectIn(jsonIn(body));
  const all = Array.isArray(errors) ? errors.map(objectIn) : [];
  if (all.some(({ type, message }) => /^RATE_LIMIT/.test(String(type)) || /rate limit/i.test(String(message))))
    return 'limit';
  return typeof data === 'object' && data !== null ? null : 'failure';
}
