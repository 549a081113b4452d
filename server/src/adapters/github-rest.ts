import type { Clock, GitHub, IssueAnswer, IssueKey } from '../host/ports';
import type { GitHubReply } from '../protocol';

/** The facts in an answer, as the core has them. */
type Facts = Extract<IssueAnswer, { is: 'known' }>['facts'];

/** Brings one GET to GitHub's API, `path` below its root. Never rejects. */
export type Transport = (path: string) => Promise<GitHubReply>;

/** GitHub as its REST API tells it, over any transport. */
export function githubOver(transport: Transport, clock: Clock): GitHub {
  return {
    issue: async (key) => answerOf(await transport(pathOf(key)), clock.now()),
  };
}

function pathOf({ owner, repo, number }: IssueKey): string {
  return `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/issues/${number}`;
}

/** Reads what GitHub said about an issue. A stranger's data: whatever it is, an answer comes out and nothing throws. */
export function answerOf(reply: GitHubReply, now: number): IssueAnswer {
  if (reply.is === 'none') return unknown(silence[reply.why]);
  if (reply.status === 200) {
    const facts = factsOf(reply.body);
    return facts ? { is: 'known', facts, asOf: now } : unknown('GitHub gave an answer that is not understood.');
  }
  // 404 is also what GitHub says of what it will not show; only a deleted issue is 410.
  if (reply.status === 404 || reply.status === 410) return { is: 'missing', certain: reply.status === 410, asOf: now };
  if (reply.status === 401) return unknown('GitHub did not accept the account.');
  if (isLimit(reply)) return unknown(limitReason(reply.headers, now));
  return unknown(`GitHub could not answer (${reply.status}).`);
}

const silence: Record<Extract<GitHubReply, { is: 'none' }>['why'], string> = {
  offline: 'GitHub cannot be reached.',
  slow: 'GitHub took too long to answer.',
  large: 'GitHub gave an answer that is too large.',
  refused: 'The request would have left GitHub, so it was not sent.',
  untrusted: 'GitHub is not asked in a workspace that is not trusted.',
};

function unknown(why: string): IssueAnswer {
  return { is: 'unknown', why };
}

type Answer = Extract<GitHubReply, { is: 'answer' }>;

function isLimit({ status, headers, body }: Answer): boolean {
  if (status === 429) return true;
  return (
    status === 403 && (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(body))
  );
}

function limitReason(headers: Answer['headers'], now: number): string {
  const wait = Number(headers['retry-after']) * 1000;
  const until = wait > 0 ? now + wait : Number(headers['x-ratelimit-reset']) * 1000;
  if (!(until > now && until < now + 24 * 3600_000)) return 'GitHub answers no more requests for a while.';
  const time = new Date(until);
  const clock = `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
  return `GitHub answers no more requests until ${clock}.`;
}

function factsOf(body: string): Facts | null {
  const issue = objectIn(parsed(body));
  const { title, state, html_url: url } = issue;
  if (typeof title !== 'string' || (state !== 'open' && state !== 'closed') || typeof url !== 'string') return null;
  const stateReason = stateReasonOf(issue.state_reason);
  return { title, state, stateReason, labels: labelsOf(issue.labels), url, closedAt: timeOf(issue.closed_at) };
}

/** ISO 8601 in milliseconds since 1970; null for everything else. */
function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function stateReasonOf(value: unknown): Facts['stateReason'] {
  return value === 'completed' || value === 'not_planned' || value === 'duplicate' || value === 'reopened'
    ? value
    : null;
}

/** GitHub describes a label as an object with a name, and in old answers as the name alone. */
function labelsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .map((label) => (typeof label === 'string' ? label : objectIn(label).name))
    .filter((name) => typeof name === 'string');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
