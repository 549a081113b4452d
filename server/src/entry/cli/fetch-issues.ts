import { githubOverHttp, openAddress } from '../../adapters/github/http';
import { fileStorage } from '../../adapters/storage/file';
import { systemClock } from '../../adapters/system-clock';
import { issueName } from '../../core/facts/issues';
import type { IssueKey, Known, UnknownReason } from '../../core/known/known';
import { issuesIn } from '../../core/known/questions';
import { whyUnknown } from '../../core/known/unknown-reason';
import type { ProposalsDocument } from '../../core/model/document';
import { IssueStore } from '../../host/github/issue-store';
import { type IssueTextOrWhy, issueText } from '../../host/github/issue-text';
import type { Cancellation, Log } from '../../host/ports';

/** What rules ask about upstream issues. */
export type Upstream = Pick<Known, 'hasAnswers' | 'issue'>;

export interface AskOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** After so many seconds, what is known then has to do. */
  readonly timeout: number;
  readonly log: Log;
}

/**
 * Asks GitHub about every issue that the documents name, as far as it answers in time: with the account of the
 * environment, or without one until GitHub's limit. Never rejects; what has no answer is said in one line.
 */
export async function askGitHub(documents: Iterable<ProposalsDocument>, options: AskOptions): Promise<Upstream> {
  const { timeout, log } = options;
  const off = AbortSignal.timeout(timeout * 1_000);
  const { issueStore, isTokenUsed, open } = storeFor(options, off);
  const named = new Map<string, IssueKey>();
  for (const document of documents) for (const key of issuesIn(document)) named.set(issueName(key), key);
  const keys = [...named.values()];
  await issueStore.refresh(keys, { force: false, cancellation: cancellationBy(off) });
  await issueStore.save();
  const line = unanswered(issueStore, keys, off.aborted ? timeout : null);
  if (line) log(isTokenUsed || open !== null ? line : `${line} Set GITHUB_TOKEN to use an account.`);
  return { hasAnswers: () => issueStore.hasAnswers, issue: (key) => issueStore.issue(key) };
}

/** The whole text of an issue that somebody has named, or one sentence. Never rejects. */
export async function askForText(key: IssueKey, options: AskOptions): Promise<IssueTextOrWhy> {
  const { issueStore, github } = storeFor(options, AbortSignal.timeout(options.timeout * 1_000));
  await issueStore.load();
  return issueText(key, { issueStore, clock: systemClock, host: github.host });
}

function storeFor({ environment, timeout, log }: AskOptions, off: AbortSignal) {
  const open = openAddress(environment);
  const isTokenUsed = Boolean(environment.GITHUB_TOKEN) && open === null;
  if (environment.GITHUB_TOKEN && open !== null) log(`GITHUB_TOKEN is not used: ${open} is no https address.`);
  const github = githubOverHttp(environment, off);
  const issueStore = new IssueStore({
    github,
    clock: systemClock,
    storage: fileStorage(environment),
    // On the command line somebody has asked for all of it, and GitHub's own limit is the only one.
    budget: Number.POSITIVE_INFINITY,
    deadline: systemClock.now() + timeout * 1_000,
  });
  return { issueStore, github, isTokenUsed, open };
}

function cancellationBy(off: AbortSignal): Cancellation {
  return {
    get isCancellationRequested() {
      return off.aborted;
    },
    onCancellationRequested: (run) => off.addEventListener('abort', run),
  };
}

/** One line about what is not known, `after` that many seconds if they have ended the waiting; null if all is known. */
function unanswered(issueStore: IssueStore, keys: readonly IssueKey[], after: number | null): string | null {
  const reasons: UnknownReason[] = [];
  for (const key of keys) {
    const answer = issueStore.issue(key);
    if (answer.is === 'unknown') reasons.push(answer.why ?? { is: 'called-off' });
  }
  // The others are discussions, or what the first failure has left over.
  const [first] = reasons.toSorted((a, b) => Number(a.is === 'sign-in') - Number(b.is === 'sign-in'));
  if (!first) return null;
  const of = `${reasons.length} of ${keys.length} ${keys.length === 1 ? 'reference' : 'references'}`;
  if (after !== null)
    return `GitHub has not answered about ${of} within ${after} ${after === 1 ? 'second' : 'seconds'} (--upstream-timeout).`;
  const why =
    first.is === 'sign-in' ? 'GitHub shows discussions only with an account.' : whyUnknown(first, systemClock.now());
  return `GitHub has not answered about ${of}. ${why}`;
}
