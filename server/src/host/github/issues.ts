/** One batch of questions to GitHub: chooses the API, checks the answers and decides what to ask again. */
import type { IssueAnswer, IssueKey, UnknownReason } from '../../core/known/known';
import { jsonIn } from './facts';
import { fitsQuery, issueResultsIn, issuesQuestion } from './graphql';
import type { Backoff } from './limits';
import { absenceIn, issueInBody, issueQuestion } from './rest';
import type { Sender, SendOptions, SendResult } from './sender';

/** The result of a question. */
export type Result =
  | {
      readonly is: 'answer';
      readonly answer: Exclude<IssueAnswer, { is: 'unknown' }>;
      /** To ask once more for nothing; only of what an account has been told. */
      readonly etag: string | null;
      readonly isPrivate: boolean;
    }
  /** The earlier answer is still valid. */
  | { readonly is: 'unchanged' }
  | { readonly is: 'failure'; readonly backoff: Backoff };

/** A question, and the tag (ETag) of the cached answer. */
export interface TaggedKey {
  readonly key: IssueKey;
  readonly etag: string | null;
}

type Report = (key: IssueKey, result: Result) => void;

/** How long we wait before we repeat a question that had no useful answer, in milliseconds. */
const RETRY_DELAY = 60_000;

export class Issues {
  constructor(
    private readonly sender: Sender,
    private readonly now: () => number,
    /** Where issues are, beside the public GitHub. */
    private readonly host: string,
  ) {}

  /** Asks all questions, one request at a time, and reports each answer when it arrives. Never rejects. */
  async ask(questions: readonly TaggedKey[], options: SendOptions, report: Report): Promise<void> {
    const byQuery = ({ key, etag }: TaggedKey) => options.access === 'account' && etag === null && fitsQuery(key);
    const alone = questions.filter((question) => !byQuery(question));
    const missed = await this.askTogether(
      questions.filter(byQuery).map(({ key }) => key),
      options,
      report,
    );
    for (const { key, etag } of alone) report(key, await this.askAlone(key, etag, options));
    for (const key of missed) report(key, await this.askWhereItWent(key, options));
  }

  /** The questions that GraphQL did not find. */
  private async askTogether(keys: readonly IssueKey[], options: SendOptions, report: Report): Promise<IssueKey[]> {
    if (keys.length === 0) return [];
    const result = await this.sender.send(issuesQuestion(keys), options);
    if (result.is === 'failure') {
      // The bodies of many issues together may be more than is taken at a time.
      if (result.backoff.why.is === 'large' && keys.length > 1) {
        const half = Math.ceil(keys.length / 2);
        const first = await this.askTogether(keys.slice(0, half), options, report);
        return [...first, ...(await this.askTogether(keys.slice(half), options, report))];
      }
      for (const key of keys) report(key, result);
      return [];
    }
    if (result.status !== 200) {
      for (const key of keys) report(key, this.failure({ is: 'server', status: result.status }));
      return [];
    }
    const missed: IssueKey[] = [];
    const results = issueResultsIn(jsonIn(result.body), keys.length, this.host);
    for (const [at, key] of keys.entries()) {
      const each = results[at] ?? { is: 'failure', why: { is: 'odd' } };
      if (each.is === 'missing') missed.push(key);
      else if (each.is === 'facts' && each.facts.number !== key.number) report(key, this.failure({ is: 'odd' }));
      else if (each.is === 'failure') report(key, this.failure(each.why));
      else report(key, this.answer({ is: 'known', facts: each.facts, asOf: this.now() }, null, each.isPrivate));
    }
    return missed;
  }

  /** What GraphQL does not find was transferred, which REST tells, or deleted, or is not there. */
  private async askWhereItWent(key: IssueKey, options: SendOptions): Promise<Result> {
    // REST has no discussions.
    if (key.kind === 'discussion') return this.answer({ is: 'missing', certain: false, asOf: this.now() });
    return this.askAlone(key, null, options);
  }

  private async askAlone(key: IssueKey, etag: string | null, options: SendOptions): Promise<Result> {
    // Discussions exist only in GraphQL, which requires an account.
    if (key.kind === 'discussion' && options.access === 'nobody') return this.failure({ is: 'sign-in' });
    const result = await this.sender.send(issueQuestion(key, etag), options);
    return result.is === 'failure' ? result : this.read({ key, etag }, result, options);
  }

  private read(asked: TaggedKey, result: Extract<SendResult, { is: 'answer' }>, { access }: SendOptions): Result {
    const { status, body, etag, redirected } = result;
    const asOf = this.now();
    if (status === 200) {
      const facts = issueInBody(body, this.host);
      // Only a redirect leads to an issue of another number.
      if (!facts || (!redirected && facts.number !== asked.key.number)) return this.failure({ is: 'odd' });
      const withAccount = access === 'account';
      // We use a tag only with the account that got it, and without an account a 304 costs as much as a full answer.
      // REST does not say whether a repository is public, so an account's answer may be private.
      return this.answer({ is: 'known', facts, asOf }, withAccount ? etag : null, withAccount);
    }
    if (status === 304 && asked.etag !== null) return { is: 'unchanged' };
    const absence = status === 404 || status === 410 ? absenceIn(body) : null;
    // GitHub also answers 404 for private issues; only 410 means deleted.
    if (absence) return this.answer({ is: 'missing', certain: status === 410 && absence === 'deleted', asOf });
    if (status !== 403) return this.failure({ is: 'server', status });
    return this.failure({ is: access === 'account' ? 'forbidden' : 'sign-in' });
  }

  private answer(
    answer: Exclude<IssueAnswer, { is: 'unknown' }>,
    etag: string | null = null,
    isPrivate = false,
  ): Result {
    return { is: 'answer', answer, etag, isPrivate };
  }

  private failure(why: UnknownReason): Result {
    return { is: 'failure', backoff: { why, until: this.now() + RETRY_DELAY } };
  }
}
