import { issueStateOf, issuesAt, issuesInWork } from '../../core/features/navigation/issues-at';
import type { IssueKey } from '../../core/known/known';
import { whyUnknown } from '../../core/known/unknown-reason';
import type { GitHubStatus } from '../../host/github/issue-store';
import {
  githubStatusChanged,
  type RefreshListParams,
  type RefreshParams,
  refreshListRequest,
  refreshRequest,
  upstreamRequest,
  type WireGitHubStatus,
  type WireIssue,
  type WireIssueKey,
  type WireRefreshed,
} from '../../protocol/upstream';
import type { Context } from '../server/context';
import { paramsIn, placeIn } from '../server/params';

/** More issues than any workspace has; larger requests are refused. */
const MOST = 1_000;

/** How long to wait before checking again whether a problem with GitHub is over, in milliseconds. */
const TROUBLE = 30_000;

/**
 * Answers the requests about upstream issues, and notifies clients that show the GitHub status. Returns a function to
 * call when the status may have changed.
 */
export function serveUpstream(context: Context, showsStatus: boolean): () => void {
  const { connection, guard, issueStore, known, clock } = context;
  connection.onRequest<readonly WireIssue[], never>(
    upstreamRequest,
    guard('the upstream issue', [], (params: unknown) => meant(context, params)),
  );
  connection.onRequest<readonly WireIssueKey[], never>(
    refreshListRequest,
    guard('the list of issues', [], async (params: unknown) => {
      void context.reviews.refresh({ isWanted: true });
      await context.workspace.load();
      const { uri } = paramsIn<RefreshListParams>(params);
      return issuesInWork(typeof uri === 'string' ? uri : null, known.files(), clock.now());
    }),
  );
  connection.onRequest<WireRefreshed, never>(
    refreshRequest,
    guard('refreshing issues', refreshed([], context), async (params: unknown, token) => {
      const keys = keysIn(params);
      // Without an account every request counts, so fresh answers are not fetched again.
      await issueStore.refresh(keys, { force: issueStore.canFetchInBackground, cancellation: token });
      return refreshed(keys, context);
    }),
  );
  return showsStatus ? statusSender(context) : () => {};
}

function meant({ documents, known }: Context, params: unknown): readonly WireIssue[] {
  const at = placeIn(params);
  const open = at && documents.get(at.uri);
  if (!at || !open?.proposals.kind) return [];
  return issuesAt(open.proposals, open.text.offsetAt(at.position), known).map(({ name, url, title, state }) => ({
    name,
    url,
    title,
    state: state && { icon: state.icon, words: state.words },
  }));
}

function refreshed(keys: readonly IssueKey[], { known, clock }: Context): WireRefreshed {
  const counts = { open: 0, closed: 0, moved: 0, missing: 0, unknown: 0 };
  let why: string | null = null;
  for (const key of keys) {
    const answer = known.issue(key);
    counts[issueStateOf(key, answer)]++;
    if (answer.is === 'unknown') why ??= whyUnknown(answer.why, clock.now());
  }
  return { ...counts, why };
}

/** Notifies the client of the GitHub status if it has changed. */
function statusSender({ connection, issueStore, clock }: Context): () => void {
  let told = '';
  let looking: (() => void) | null = null;
  const tell = () => {
    looking?.();
    looking = null;
    const status = wireStatus(issueStore.status(), clock.now());
    // While there is a problem nothing is requested, so we have to check whether it is over.
    if (status.trouble !== null && status.access !== 'untrusted') looking = clock.after(TROUBLE, tell);
    const text = JSON.stringify(status);
    if (text === told) return;
    told = text;
    void connection.sendNotification(githubStatusChanged, status);
  };
  return tell;
}

function wireStatus({ access, trouble, allowance, budget, budgetLeft }: GitHubStatus, now: number): WireGitHubStatus {
  const why = trouble && whyUnknown(trouble, now);
  if (access !== 'account') return { access, trouble: why, left: budgetLeft, limit: budget, until: null };
  // The remaining limit of a past hour is no longer valid.
  const holds = allowance && (allowance.reset ?? 0) > now ? allowance : null;
  return {
    access,
    trouble: why,
    left: holds?.remaining ?? null,
    limit: holds?.limit ?? null,
    until: holds?.reset ?? null,
  };
}

function keysIn(params: unknown): IssueKey[] {
  const { keys } = paramsIn<RefreshParams>(params);
  if (!Array.isArray(keys)) return [];
  return keys.slice(0, MOST).flatMap((key) => {
    const { owner, repo, number, kind } = paramsIn<WireIssueKey>(key);
    if (!isName(owner) || !isName(repo) || !isNumber(number)) return [];
    return [kind === 'discussion' ? { owner, repo, number, kind } : { owner, repo, number }];
  });
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.-]{1,100}$/.test(value);
}
