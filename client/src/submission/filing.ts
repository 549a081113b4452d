/**
 * Creating and changing one issue so that nothing happens twice: without an answer of GitHub's, GitHub is asked what has
 * become of it before anything is said. It knows nothing of VS Code.
 */
import type { GitHubReply } from '../../../server/src/protocol/github';
import type { IssueWrite } from '../../../server/src/send';

/** Who reads and writes at GitHub, as `GitHub.issueWriter` makes it. */
export interface Writer {
  readonly account: string;
  /** Whether what is written may be sent twice: a browser does so if a kept connection is lost before the answer. */
  readonly repeats: boolean;
  read(path: string): Promise<GitHubReply>;
  write(issue: IssueWrite): Promise<GitHubReply>;
}

/** Why GitHub has not done what it was asked for. It is certain that nothing has happened. */
export type Refusal =
  | 'offline'
  | 'untrusted'
  | 'signed-out'
  | 'forbidden'
  | 'limited'
  | 'missing'
  | 'disabled'
  | 'invalid'
  | 'moved'
  | 'failed';

export type Outcome =
  /** `again` is the number of another issue, which was created besides. */
  | { readonly is: 'done'; readonly number: number; readonly again?: number }
  | { readonly is: 'refused'; readonly why: Refusal }
  /** GitHub has not answered, and nothing is to be seen of it. It may still come. */
  | { readonly is: 'unknown' };

/** An issue as GitHub has it. Its texts are strangers'. */
export interface PresentIssue {
  readonly number: number;
  readonly title: string;
  /** With LF. */
  readonly body: string;
  readonly isOpen: boolean;
}

/** As many issues of a person are looked at to find one again. */
const NEWEST = 20;

/** The newest issues of the account that have the title, newest first; else why they are not known. */
export async function issuesTitled(
  { account, read }: Writer,
  repository: string,
  title: string,
): Promise<readonly PresentIssue[] | Refusal> {
  const query = `creator=${encodeURIComponent(account)}&state=all&sort=created&direction=desc&per_page=${NEWEST}`;
  const reply = await read(`/repos/${repository}/issues?${query}`);
  if (reply.is === 'none') return reply.why === 'untrusted' ? 'untrusted' : 'offline';
  if (reply.status !== 200) return refusalOf(reply);
  const list = parsed(reply.body);
  if (!Array.isArray(list)) return 'failed';
  const issues = list.flatMap((each) => (isPull(each) ? [] : (issueIn(each) ?? [])));
  return issues.filter((issue) => issue.title.trim() === title.trim());
}

/** One issue; else why it is not known. */
export async function presentIssue(
  read: (path: string) => Promise<GitHubReply>,
  repository: string,
  number: number,
): Promise<PresentIssue | Refusal> {
  const reply = await read(`/repos/${repository}/issues/${number}`);
  if (reply.is === 'none') return reply.why === 'untrusted' ? 'untrusted' : 'offline';
  if (reply.status !== 200) return refusalOf(reply);
  return issueIn(parsed(reply.body)) ?? 'failed';
}

/** Creates an issue. `known` are the numbers of the account's issues with that title before. */
export async function createIssue(writer: Writer, write: IssueWrite, known: readonly number[]): Promise<Outcome> {
  const reply = await writer.write({ ...write, number: null });
  const refusal = certainRefusal(reply);
  if (refusal) return { is: 'refused', why: refusal };
  const created = reply.is === 'answer' && reply.status === 201 ? issueIn(parsed(reply.body)) : null;
  if (created && !writer.repeats) return { is: 'done', number: created.number };
  const found = await issuesTitled(writer, write.repository, write.title);
  const titled = typeof found === 'string' ? [] : found.map(({ number }) => number);
  const made = titled.filter((number) => !known.includes(number));
  const number = created?.number ?? made[0];
  if (number === undefined) return { is: 'unknown' };
  const again = made.find((each) => each !== number);
  return { is: 'done', number, ...(again === undefined ? {} : { again }) };
}

/** Changes an issue. */
export async function changeIssue(writer: Writer, write: IssueWrite & { readonly number: number }): Promise<Outcome> {
  const { repository, number, title, body } = write;
  const reply = await writer.write(write);
  const refusal = certainRefusal(reply);
  if (refusal) return { is: 'refused', why: refusal };
  if (reply.is === 'answer' && reply.status === 200) return { is: 'done', number };
  const present = await presentIssue(writer.read, repository, number);
  if (typeof present === 'string') return { is: 'unknown' };
  const isDone = present.title === title && present.body.trim() === body.trim();
  return isDone ? { is: 'done', number } : { is: 'unknown' };
}

/** Null where it may have happened all the same: after success, without an answer, and after a fault of GitHub's. */
function certainRefusal(reply: GitHubReply): Refusal | null {
  if (reply.is === 'none') {
    if (reply.why === 'untrusted') return 'untrusted';
    return reply.why === 'refused' ? 'failed' : null;
  }
  const { status } = reply;
  return status >= 500 || (status >= 200 && status < 300) ? null : refusalOf(reply);
}

function refusalOf({ status, headers }: { readonly status: number; readonly headers: GitHubHeaders }): Refusal {
  const isLimited = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  if (status === 429 || (status === 403 && isLimited)) return 'limited';
  if (status >= 300 && status < 400) return 'moved';
  return refusals[status] ?? 'failed';
}

type GitHubHeaders = Readonly<Record<string, string>>;

const refusals: Readonly<Record<number, Refusal>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
  410: 'disabled',
  422: 'invalid',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isPull(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'pull_request' in value;
}

function issueIn(value: unknown): PresentIssue | null {
  const { number, title, body, state } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || typeof title !== 'string')
    return null;
  const text = typeof body === 'string' ? body.replaceAll('\r\n', '\n') : '';
  return { number, title, body: text, isOpen: state === 'open' };
}
