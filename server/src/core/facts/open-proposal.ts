/** An open issue that proposes a program. Its texts are a stranger's. */
export interface OpenProposal {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  /** The handle. Null if the account was deleted. */
  readonly author: string | null;
  /** Handles of those who have written `/confirm`. Null if nobody has read the comments. */
  readonly confirmedBy: readonly string[] | null;
}

/** The labels with which CNCF's bot says where a proposal stands. Read in cncf/mentoring on 2026-08-05. */
export const reviewLabels = {
  passed: 'Validation Passed',
  failed: 'Validation Failed',
  awaitsMaintainer: 'Awaiting Maintainer/Contribex Approval',
  awaitsMentors: 'Awaiting Mentor Confirmation',
  awaitsCncf: 'Awaiting CNCF Admin Approval',
  approved: 'CNCF Approved',
} as const;

/** Whether a comment confirms that its author will be a mentor. */
export function isConfirmation(comment: string): boolean {
  return /^[ \t]*\/confirm\b/im.test(comment);
}
