import type { OpenProposal } from '../../core/facts/open-proposal';
import type { Clock } from '../ports';
import type { IssueStore } from './issue-store';
import { listedIn, listQuestion, openProposalsIn, openProposalsQuestion } from './open-proposals';

export interface ReviewsOptions {
  readonly issueStore: Pick<IssueStore, 'canFetchInBackground' | 'request'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Where the issues have their addresses. */
  readonly host: string;
  /** The repository of the form, `owner/repo`. Null if it is unknown. */
  repository(): string | null;
  /** Called when other issues are known. */
  onChange(): void;
}

/** How long a list holds, and after a failure, in milliseconds. */
const MAX_AGE = 5 * 60_000;
const RETRY = 60_000;

/** Issues of a page, and of one where those are too large: answers have at most 1 MB. */
const PAGE = 20;
const SMALL_PAGE = 5;
/** Twice the proposals of the largest term. */
const MOST = 300;
/** Pages without an account, which has 60 requests per hour. */
const PAGES = 4;

interface ReviewList {
  readonly issues: readonly OpenProposal[];
  readonly viewer: string | null;
}

const nothing: ReviewList = { issues: [], viewer: null };

/**
 * The open proposal issues of the form's repository: for an account, or because a person has asked for them. A failed
 * request never removes what is known.
 */
export class Reviews {
  private list = nothing;
  private until = 0;
  private turn: symbol | null = null;

  constructor(private readonly options: ReviewsOptions) {}

  /** What is known at this moment, newest first. */
  get issues(): readonly OpenProposal[] {
    return this.list.issues;
  }

  /** The handle of the account. Null until GitHub has answered. */
  get viewer(): string | null {
    return this.list.viewer;
  }

  /** Asks GitHub if the list has grown old and there is an account. Never rejects. */
  async look(): Promise<void> {
    if (this.turn !== null || this.options.clock.now() < this.until) return;
    await this.refresh();
  }

  /** Asks GitHub at once; without an account only if `isWanted`, because a person has said so. Never rejects. */
  async refresh({ isWanted = false } = {}): Promise<void> {
    const { clock, issueStore, onChange, repository } = this.options;
    const name = repository();
    const withAccount = issueStore.canFetchInBackground;
    if (name === null || !(withAccount || isWanted)) return;
    const turn = Symbol('asking');
    this.turn = turn;
    const list = await (withAccount ? this.ask(name) : this.listed(name));
    // Another account or a later question.
    if (this.turn !== turn) return;
    this.turn = null;
    this.until = clock.now() + (list ? MAX_AGE : RETRY);
    if (!list || JSON.stringify(list) === JSON.stringify(this.list)) return;
    this.list = list;
    onChange();
  }

  /** Forgets what an account has been told. */
  forget(): void {
    this.turn = null;
    this.until = 0;
    this.list = nothing;
  }

  /** The same without an account, of the newest issues. */
  private async listed(repository: string): Promise<ReviewList | null> {
    const issues: OpenProposal[] = [];
    for (let number = 1; number <= PAGES; number++) {
      const answer = await this.options.issueStore.request(listQuestion(repository, number));
      const page = answer?.is === 'answer' && answer.status === 200 ? listedIn(answer.body, this.options.host) : null;
      if (!page) return null;
      issues.push(...page.issues);
      if (page.isLast) break;
    }
    return { issues, viewer: null };
  }

  /** Null if GitHub does not answer all of it. */
  private async ask(repository: string): Promise<ReviewList | null> {
    const issues: OpenProposal[] = [];
    let viewer: string | null = null;
    let after: string | null = null;
    let size = PAGE;
    while (issues.length < MOST) {
      const question = openProposalsQuestion(repository, size, after);
      const answer = await this.options.issueStore.request(question);
      if (answer?.is === 'failure' && answer.backoff.why.is === 'large' && size > SMALL_PAGE) {
        size = SMALL_PAGE;
        continue;
      }
      const page =
        answer?.is === 'answer' && answer.status === 200 ? openProposalsIn(answer.body, this.options.host) : null;
      if (!page) return null;
      issues.push(...page.issues);
      viewer = page.viewer;
      after = page.next;
      if (after === null || page.issues.length === 0) break;
    }
    return { issues, viewer };
  }
}
