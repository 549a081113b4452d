/** What client and server say to each other about issues in review. Either side treats what arrives as a stranger's data. */
import type { WirePlace } from './place';

/** Client to server, `ReviewParams`: an issue in review as a draft, answered by a `WireReview` or null. */
export const reviewRequest = 'mentorshipProposals/review';

/** Client to server, no parameters and no answer: the person has filed or changed an issue. */
export const issueWritten = 'mentorshipProposals/issueWritten';

export interface ReviewParams {
  /** The issue's address. */
  readonly url: string;
}

export interface WireReview {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: number;
  /** The draft, or the issue's own text where it makes none. */
  readonly text: string;
  readonly findings: readonly WireReviewFinding[];
}

export interface WireReviewFinding {
  readonly range: WirePlace['range'];
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Who says so: CNCF's bot, or only we. */
  readonly by: 'bot' | 'editor';
}
