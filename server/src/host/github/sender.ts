import type { Silence } from '../../core/known/known';
import type { GitHubAccess, GitHubQuestion } from '../../protocol/github';
import type { Clock, GitHub } from '../ports';
import { jsonIn, objectIn } from './facts';
import type { Hold, Limits, Resource } from './limits';

/** GitHub's answer, whatever its status, or why there is none and when asking makes sense again. */
export type Heard =
  | { readonly is: 'answer'; readonly status: number; readonly etag: string | null; readonly body: string }
  | { readonly is: 'silence'; readonly hold: Hold };

/** In whose name, and whether anybody would rather wait than do without. */
export interface Manner {
  readonly access: Exclude<GitHubAccess, 'untrusted'>;
  readonly patient: boolean;
}

const MAX_REDIRECTS = 3;
const ATTEMPTS = 4;
/** The longest that the patient wait for a limit or for GitHub to recover, in milliseconds. */
const PATIENCE = 90_000;

/** Sends one request after all that GitHub wants of us: within its limits, again where it failed, after a redirect. */
export class Sender {
  constructor(
    private readonly github: GitHub,
    private readonly clock: Clock,
    readonly limits: Limits,
  ) {}

  /** Never rejects. */
  async send(question: GitHubQuestion, manner: Manner): Promise<Heard> {
    let next = question;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const heard = await this.insist(next, manner);
      if (!('location' in heard)) return heard;
      next = { is: 'rest', path: heard.location, etag: null };
    }
    return silence({ is: 'odd' }, this.clock.now());
  }

  private async insist(question: GitHubQuestion, { access, patient }: Manner): Promise<Heard | { location: string }> {
    const withAccount = access === 'account';
    const resource: Resource = question.is === 'rest' ? 'rest' : 'graphql';
    for (let tries = 0, waits = 0; ; ) {
      const hold = this.limits.hold(resource, withAccount);
      if (hold) {
        // What has failed four times running will not be back for the next of fifty questions either.
        const waiting = tries > 0 || (patient && this.limits.failuresRunning < ATTEMPTS);
        if (++waits > ATTEMPTS || !(await this.outwait(hold, waiting))) return { is: 'silence', hold };
        continue;
      }
      const heard = await this.try(question, resource, withAccount);
      tries++;
      if (!('hold' in heard)) return heard;
      const { why } = heard.hold;
      // Who looks at something is told at once that the network is gone; a failure of GitHub's is often gone in a second.
      const again = patient ? tries < ATTEMPTS && mayPass(why) : tries < 2 && why.is === 'server';
      if (!again) return heard;
    }
  }

  private async try(
    question: GitHubQuestion,
    resource: Resource,
    withAccount: boolean,
  ): Promise<Heard | { location: string }> {
    this.limits.ask(withAccount);
    const reply = await this.github.send(question);
    const inside = reply.is === 'answer' && question.is === 'graphql' ? troubleInside(reply.status, reply.body) : null;
    const hold = this.limits.hear(resource, withAccount, reply, inside === 'limit');
    if (hold) return { is: 'silence', hold };
    if (reply.is === 'none') return silence({ is: reply.why }, this.clock.now());
    if (inside === 'failure') return { is: 'silence', hold: this.limits.fail({ is: 'server', status: reply.status }) };
    const { location, etag = null } = reply.headers;
    if (question.is === 'rest' && isRedirect(reply.status) && location !== undefined) return { location };
    return { is: 'answer', status: reply.status, etag, body: reply.body };
  }

  /** False where nobody waits so long. */
  private async outwait({ until, why }: Hold, patient: boolean): Promise<boolean> {
    const wait = until - this.clock.now();
    if (!patient || wait > PATIENCE || !mayPass(why)) return false;
    await new Promise<void>((resolve) => this.clock.after(wait, resolve));
    return true;
  }
}

function silence(why: Silence, now: number): Heard {
  return { is: 'silence', hold: { why, until: now + 60_000 } };
}

function mayPass({ is }: Silence): boolean {
  return is === 'offline' || is === 'slow' || is === 'server' || is === 'limit';
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 307 || status === 308;
}

/** GraphQL reports its limit, and that it has failed as a whole, inside of a 200. */
function troubleInside(status: number, body: string): 'limit' | 'failure' | null {
  if (status !== 200) return null;
  const { data, errors } = objectIn(jsonIn(body));
  const all = Array.isArray(errors) ? errors.map(objectIn) : [];
  if (all.some(({ type, message }) => /^RATE_LIMIT/.test(String(type)) || /rate limit/i.test(String(message))))
    return 'limit';
  return typeof data === 'object' && data !== null ? null : 'failure';
}
