/**
 * What client and server say to each other about upstream issues and about the connection to GitHub. Either side treats
 * what arrives as a stranger's data.
 */
import type { GitHubAccess } from './github';
import type { WirePosition } from './place';

/** Client to server, `UpstreamParams`: the issues that are meant at a place, answered by `WireIssue[]`. */
export const upstreamRequest = 'mentorshipProposals/upstream';

/** Client to server, `RefreshListParams`: the issues that are worth asking about again, answered by `WireIssueKey[]`. */
export const refreshListRequest = 'mentorshipProposals/refreshList';

/** Client to server, `RefreshParams`: asks GitHub about issues, answered by a `WireRefreshed` when all is done. */
export const refreshRequest = 'mentorshipProposals/refresh';

/** Server to client, `WireGitHubStatus`: the GitHub status, whenever it changes. */
export const githubStatusChanged = 'mentorshipProposals/githubStatusChanged';

export interface UpstreamParams {
  readonly uri: string;
  readonly position: WirePosition;
}

/** Texts are plain and may be anybody's. */
export interface WireIssue {
  /** `owner/repo#1` as written. */
  readonly name: string;
  /** An address of the web: that of today where it is known. */
  readonly url: string;
  /** Null if GitHub did not say. */
  readonly title: string | null;
  /** The name of a VS Code icon, and the state in words; null if GitHub did not say. */
  readonly state: { readonly icon: string; readonly words: string } | null;
}

export interface RefreshListParams {
  /** The document in front; its issues come first, of whatever term it is. */
  readonly uri: string | null;
}

export interface WireIssueKey {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly kind?: 'issue' | 'pull' | 'discussion' | 'other';
}

export interface RefreshParams {
  readonly keys: readonly WireIssueKey[];
}

/** How many of the issues stand how, and why there are unknown ones, in one sentence. */
export interface WireRefreshed {
  readonly open: number;
  readonly closed: number;
  readonly moved: number;
  readonly missing: number;
  readonly unknown: number;
  readonly why: string | null;
}

export interface WireGitHubStatus {
  /** Null until it is known. */
  readonly access: GitHubAccess | null;
  /** Why we send no requests at the moment, in one sentence; null if we can. */
  readonly trouble: string | null;
  /** How many requests are left, of how many, and until when in milliseconds since 1970; null where nobody has said. */
  readonly left: number | null;
  readonly limit: number | null;
  readonly until: number | null;
}
