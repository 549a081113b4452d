/** What client and server say to each other about asking GitHub. Either side treats what arrives as a stranger's data. */

/** Server to client, a `GitHubQuestion`: one request to GitHub's API, answered by a `GitHubReply`, never by an error. */
export const githubRequest = 'mentorshipProposals/github';

/** Server to client, no parameters: in whose name GitHub would be asked now, answered by a `GitHubAccess`. */
export const githubAccessRequest = 'mentorshipProposals/githubAccess';

/**
 * Server to client, no parameters: a text that stands for the API's address and the account, and contains no token. What
 * is learnt of one is not believed of another.
 */
export const githubSourceRequest = 'mentorshipProposals/githubSource';

/** Client to server, no parameters: a person has signed in or out, or now trusts the workspace. */
export const githubAccessChanged = 'mentorshipProposals/githubAccessChanged';

/**
 * `rest` is a GET, with the path below the API's root, such as `/repos/owner/name/issues/1`, every part URI-encoded, and
 * the tag of an earlier answer where only a newer one is of use. `graphql` is a query, never a mutation.
 */
export type GitHubQuestion =
  | { readonly is: 'rest'; readonly path: string; readonly etag: string | null }
  | { readonly is: 'graphql'; readonly query: string; readonly variables: Readonly<Record<string, string | number>> };

/**
 * In whose name GitHub is asked: with a person's account, or with none; `untrusted` where nothing may be asked because
 * nobody has said that they trust the workspace.
 */
export type GitHubAccess = 'account' | 'nobody' | 'untrusted';

/** The result of a request to GitHub. `none` means no answer and proves nothing. */
export type GitHubReply =
  | {
      readonly is: 'answer';
      readonly status: number;
      /** Lower-case names; only those in `githubHeaders`. `location` is a path below the API's root. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly is: 'none'; readonly why: 'offline' | 'slow' | 'large' | 'refused' | 'untrusted' };

/** The response headers that are handed on. */
export const githubHeaders: readonly string[] = [
  'date',
  'etag',
  'location',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];
