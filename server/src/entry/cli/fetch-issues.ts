import { githubOverHttp, openAddress } from '../../adapters/github/http';
import { fileStorage } from '../../adapters/storage/file';
import { systemClock } from '../../adapters/system-clock';
import { issueName } from '../../core/facts/issues';
import type { IssueKey, Known, UnknownReason } from '../../core/known/known';
import { issuesIn } from '../../core/known/questions';
import { whyUnknown } from '../../core/known/unknown-reason';
import type { ProposalsDocument } from '../../core/model/document';
import { IssueStore } from '../../host/github/issue-store';
import type { Log } from '../../host/ports';

/** What rules ask about upstream issues. */
export type Upstream = Pick<Known, 'hasAnswers' | 'issue'>;

/**
 * Asks GitHub about every issue that the documents name, as far as it answers: with the account of the environment, or
 * without one until GitHub's limit. Never rejects; what was left unasked is said in one line.
 */
export async function askGitHub(
  documents: readonly ProposalsDocument[],
  environment: NodeJS.ProcessEnv,
  log: Log,
): Promise<Upstream> {
  const open = openAddress(environment);
  const isTokenUsed = Boolean(environment.GITHUB_TOKEN) && open === null;
  if (environment.GITHUB_TOKEN && open !== null) log(`GITHUB_TOKEN is not used: ${open} is no https address.`);
  const issueStore = new IssueStore({
    github: githubOverHttp(environment),
    clock: systemClock,
    storage: fileStorage(environment),
    // On the command line somebody has asked for all of it, and GitHub's own limit is the only one.
    budget: Number.POSITIVE_INFINITY,
  });
  const keys = [...new Map(documents.flatMap(issuesIn).map((key) => [issueName(key), key])).values()];
  await issueStore.refresh(keys, { force: false });
  await issueStore.save();
  const line = unanswered(issueStore, keys, isTokenUsed || open !== null);
  if (line) log(line);
  return { hasAnswers: () => issueStore.hasAnswers, issue: (key) => issueStore.issue(key) };
}

/** One line about what is not known; null where all is. */
function unanswered(issueStore: IssueStore, keys: readonly IssueKey[], hasAccount: boolean): string | null {
  const reasons: UnknownReason[] = [];
  for (const key of keys) {
    const answer = issueStore.issue(key);
    if (answer.is === 'unknown') reasons.push(answer.why ?? { is: 'called-off' });
  }
  // The others are discussions, or what the first failure has left over.
  const [first] = reasons.toSorted((a, b) => Number(a.is === 'sign-in') - Number(b.is === 'sign-in'));
  if (!first) return null;
  const of = `${reasons.length} of ${keys.length} ${keys.length === 1 ? 'reference' : 'references'}`;
  const why =
    first.is === 'sign-in' ? 'GitHub shows discussions only with an account.' : whyUnknown(first, systemClock.now());
  return `GitHub has not answered about ${of}. ${why}${hasAccount ? '' : ' Set GITHUB_TOKEN to use an account.'}`;
}
