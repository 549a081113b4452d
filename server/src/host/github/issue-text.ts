/** The whole text of one issue, because somebody wants a draft of it. */
import { issueName } from '../../core/facts/issues';
import type { IssueKey } from '../../core/known/known';
import { whyUnknown } from '../../core/known/unknown-reason';
import { ago } from '../../core/markdown/write';
import type { Clock } from '../ports';
import { jsonIn, objectIn } from './facts';
import type { IssueStore } from './issue-store';
import { absenceIn, issueInBody, issueQuestion } from './rest';

/** An issue with its text, and sentences about what the person should know of it. */
export interface IssueText {
  /** `owner/repo#123`. */
  readonly name: string;
  readonly url: string;
  readonly title: string;
  /** At most 65,536 characters, GitHub's own limit. */
  readonly body: string;
  /** The last change, in milliseconds since 1970. Null if unknown. */
  readonly updatedAt: number | null;
  readonly remarks: readonly string[];
}

export type IssueTextOrWhy = IssueText | { readonly why: string };

const LONGEST = 65_536;

/**
 * Asks GitHub for an issue that a person has named. Without an answer, what the store knows has to do: the beginning of
 * the text. Otherwise one sentence. Never rejects.
 */
export async function issueText(
  key: IssueKey,
  {
    issueStore,
    clock,
    host,
  }: {
    readonly issueStore: Pick<IssueStore, 'request' | 'issue' | 'status'>;
    readonly clock: Pick<Clock, 'now'>;
    readonly host?: string;
  },
): Promise<IssueTextOrWhy> {
  const answer = await issueStore.request(issueQuestion(key, null));
  if (answer?.is === 'answer' && answer.status === 200) {
    const facts = issueInBody(answer.body, host);
    if (!facts) return { why: whyUnknown({ is: 'odd' }, clock.now()) };
    if (facts.kind !== 'issue') return { why: `${issueName(key)} is a pull request, not an issue.` };
    const { body } = objectIn(jsonIn(answer.body));
    const text = typeof body === 'string' ? body.slice(0, LONGEST) : '';
    const remarks = [
      issueName(facts) === issueName(key) ? '' : `The issue has moved to ${nameOf(facts)}.`,
      facts.state === 'closed' ? 'The issue is closed.' : '',
      text.trim() === '' ? 'The issue has a title, but no text.' : '',
    ];
    return {
      name: nameOf(facts),
      url: facts.url,
      title: facts.title,
      body: text,
      updatedAt: facts.updatedAt,
      remarks: remarks.filter((remark) => remark !== ''),
    };
  }
  if (answer?.is === 'answer' && (answer.status === 404 || answer.status === 410) && absenceIn(answer.body))
    return {
      why:
        answer.status === 410
          ? 'The issue was deleted.'
          : 'GitHub has no such issue, or does not show it to you. Private issues need an account that may read them.',
    };
  const why = whyNot(answer, issueStore.status().access === 'untrusted', clock.now());
  const known = issueStore.issue(key);
  if (known.is !== 'known' || known.facts.body === null) return { why };
  const { url, title, body, updatedAt } = known.facts;
  return {
    name: nameOf(known.facts),
    url,
    title,
    body,
    updatedAt,
    remarks: [`${why} This is the beginning of the issue's text as it was ${ago(clock.now() - known.asOf)}.`],
  };
}

function nameOf({ owner, repo, number }: IssueKey): string {
  return `${owner}/${repo}#${number}`;
}

function whyNot(answer: Awaited<ReturnType<IssueStore['request']>>, isUntrusted: boolean, now: number): string {
  if (answer?.is === 'failure') return whyUnknown(answer.backoff.why, now);
  if (answer) return whyUnknown({ is: 'server', status: answer.status }, now);
  return isUntrusted
    ? whyUnknown({ is: 'untrusted' }, now)
    : 'GitHub is being asked too much at the moment. Try again.';
}
