import type { UnknownReason } from '../../core/known/known';
import type { GitHubAccess } from '../../protocol/github';
import type { Allowance } from './limits';

/** The state of our access to GitHub. */
export interface GitHubStatus {
  /** Null until somebody has asked. */
  readonly access: GitHubAccess | null;
  /** Why we send no requests at the moment; null if we can. */
  readonly trouble: UnknownReason | null;
  /** The remaining rate limit of the current API; null if GitHub has not reported one yet. */
  readonly allowance: Allowance | null;
  /** Requests left in this hour without an account. */
  readonly budgetLeft: number;
  /** The hourly total. */
  readonly budget: number;
}
