import { githubOverHttp } from '../../adapters/github/http';
import { fileStorage } from '../../adapters/storage/file';
import { systemClock } from '../../adapters/system-clock';
import { issueName } from '../../core/facts/issues';
import type { IssueKey, Known, Silence } from '../../core/known/known';
import { issuesIn } from '../../core/known/questions';
import { whyUnknown } from '../../core/known/unknown-reason';
import type { ProposalsDocument } from '../../core/model/document';
import { Learner } from '../../host/github/learner';
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
  const learner = new Learner({
    github: githubOverHttp(environment),
    clock: systemClock,
    storage: fileStorage(environment),
    // On the command line somebody has asked for all of it, and GitHub's own limit is the only one.
    budget: Number.POSITIVE_INFINITY,
  });
  const keys = [...new Map(documents.flatMap(issuesIn).map((key) => [issueName(key), key])).values()];
  await learner.refresh(keys, { evenFresh: false });
  await learner.save();
  const line = unanswered(learner, keys, Boolean(environment.GITHUB_TOKEN));
  if (line) log(line);
  return { hasAnswers: () => learner.hasAnswers, issue: (key) => learner.issue(key) };
}

/** One line about what is not known; null where all is. */
function unanswered(learner: Learner, keys: readonly IssueKey[], hasAccount: boolean): string | null {
  const reasons: Silence[] = [];
  for (const key of keys) {
    const answer = learner.issue(key);
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
