import { issueName } from '../../facts/issues';
import type { IssueAnswer, IssueFacts, IssueKey, KnownFile, KnownProposal, KnownUse } from '../../known/known';
import { isSameList } from '../../text/same-list';

/** State of an upstream issue: `unknown` until GitHub answers, `none` if a proposal links no issue. */
export type UpstreamState = 'open' | 'closed' | 'moved' | 'missing' | 'unknown' | 'none';

/** The first upstream issue of a proposal. */
export interface Upstream {
  readonly state: UpstreamState;
  /** `owner/repo#1` as written. Null if the proposal links no issue. */
  readonly name: string | null;
  /** Web address, the current one if known. */
  readonly url: string | null;
  /** What GitHub says about it. Null if unknown. */
  readonly facts: IssueFacts | null;
  /** `owner/repo#1` as it is today, if it has moved. Null otherwise. */
  readonly now: string | null;
}

/** Returns what is known about an issue. */
export type AskIssue = (key: IssueKey) => IssueAnswer;

export function upstreamOf({ uses }: KnownProposal, issue: AskIssue): Upstream {
  const [use] = uses;
  if (!use) return { state: 'none', name: null, url: null, facts: null, now: null };
  const name = `${use.owner}/${use.repo}#${use.number}`;
  const answer = issue(use);
  const state = stateOf(use, answer);
  if (answer.is !== 'known') return { state, name, url: addressOf(use), facts: null, now: null };
  const { facts } = answer;
  return {
    state,
    name,
    url: /^https:\/\//.test(facts.url) ? facts.url : addressOf(use),
    facts,
    now: state === 'moved' ? `${facts.owner}/${facts.repo}#${facts.number}` : null,
  };
}

/** Number of issues per state. Each issue counts once. */
export function countStates(proposals: readonly KnownProposal[], issue: AskIssue): ReadonlyMap<UpstreamState, number> {
  const counts = new Map<UpstreamState, number>();
  const seen = new Set<string>();
  for (const proposal of proposals) {
    const [use] = proposal.uses;
    const name = use ? issueName(use) : null;
    if (!use || name === null || seen.has(name)) continue;
    seen.add(name);
    const state = stateOf(use, issue(use));
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/**
 * Counts issue states of whole files, cached until the files or the known issues change. Counting a workspace ten times
 * the size of the real repository takes longer than a keystroke allows.
 */
export class StateCounts {
  /** Keyed by the first file. */
  private kept = new WeakMap<KnownFile, { files: readonly KnownFile[]; counts: ReadonlyMap<UpstreamState, number> }>();

  constructor(private readonly issue: AskIssue) {}

  of(files: readonly KnownFile[]): ReadonlyMap<UpstreamState, number> {
    const [first] = files;
    if (!first) return new Map();
    const kept = this.kept.get(first);
    if (kept && isSameList(kept.files, files)) return kept.counts;
    const proposals = files.flatMap((file) => file.proposals);
    const counts = countStates(proposals, this.issue);
    this.kept.set(first, { files, counts });
    return counts;
  }

  /** Call when known issues change. */
  forget(): void {
    this.kept = new WeakMap();
  }
}

function stateOf(use: KnownUse, answer: IssueAnswer): UpstreamState {
  if (answer.is !== 'known') return answer.is === 'missing' ? 'missing' : 'unknown';
  return issueName(answer.facts) === issueName(use) ? answer.facts.state : 'moved';
}

/** The web address of an issue. */
export function addressOf({ owner, repo, number, kind }: IssueKey): string {
  const part = kind === 'pull' ? 'pull' : kind === 'discussion' ? 'discussions' : 'issues';
  return `https://github.com/${owner}/${repo}/${part}/${number}`;
}
