import { issueName } from '../../facts/issues';
import type { IssueAnswer, IssueFacts, IssueKey, KnownFile, KnownProposal, KnownUse } from '../../known/known';

/** How it stands with an upstream issue; `unknown` while GitHub has not said, `none` where a proposal names no issue. */
export type UpstreamState = 'open' | 'closed' | 'moved' | 'missing' | 'unknown' | 'none';

/** The upstream issue of a proposal: the first that it names. */
export interface Upstream {
  readonly state: UpstreamState;
  /** `owner/repo#1` as written; null where a proposal names no issue. */
  readonly name: string | null;
  /** Where a browser finds it: its address of today where that is known. */
  readonly url: string | null;
  /** A clause to be put behind its name: "is open", "is closed as completed". */
  readonly words: string;
  /** Its title; null where it is not known. */
  readonly title: string | null;
}

/** Answers what is known of an issue. */
export type AskIssue = (key: IssueKey) => IssueAnswer;

export function upstreamOf({ uses }: KnownProposal, issue: AskIssue): Upstream {
  const [use] = uses;
  if (!use) return { state: 'none', name: null, url: null, words: '', title: null };
  const name = `${use.owner}/${use.repo}#${use.number}`;
  const answer = issue(use);
  const state = stateOf(use, answer);
  if (answer.is !== 'known') {
    const words = answer.is === 'unknown' ? 'has not been looked up' : 'is not there for everybody to see';
    return { state, name, url: addressOf(use), words, title: null };
  }
  const { facts } = answer;
  const now = `${facts.owner}/${facts.repo}#${facts.number}`;
  const hasMoved = state === 'moved';
  return {
    state,
    name,
    url: /^https:\/\//.test(facts.url) ? facts.url : addressOf(use),
    words: hasMoved ? `has moved to ${now} and is ${stateWords(facts)}` : `is ${stateWords(facts)}`,
    title: facts.title,
  };
}

/** How many issues stand how; each issue counts once. */
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
 * Counts the states of the issues of whole files, once for as long as the files say the same and nothing more is known:
 * on ten times the real repository counting takes longer than a keystroke may wait.
 */
export class StateCounts {
  /** By the first of the files. */
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

  /** More is known of issues, or less. */
  forget(): void {
    this.kept = new WeakMap();
  }
}

function isSameList(a: readonly KnownFile[], b: readonly KnownFile[]): boolean {
  return a.length === b.length && a.every((file, i) => file === b[i]);
}

function stateOf(use: KnownUse, answer: IssueAnswer): UpstreamState {
  if (answer.is !== 'known') return answer.is === 'missing' ? 'missing' : 'unknown';
  return issueName(answer.facts) === issueName(use) ? answer.facts.state : 'moved';
}

/** "41 open · 3 closed · 1 moved"; empty where nothing is known of any. */
export function countLine(counts: ReadonlyMap<UpstreamState, number>): string {
  return said
    .flatMap(([state, words]) => {
      const count = counts.get(state) ?? 0;
      return count > 0 ? [`${count} ${words}`] : [];
    })
    .join(' · ');
}

const said: readonly (readonly [UpstreamState, string])[] = [
  ['open', 'open'],
  ['closed', 'closed'],
  ['moved', 'moved'],
  ['missing', 'not found'],
];

function stateWords({ kind, state, stateReason, draft, merged }: IssueFacts): string {
  if (merged) return 'a merged pull request';
  if (kind === 'pull')
    return state === 'open' ? `an open ${draft ? 'draft ' : ''}pull request` : 'a closed pull request';
  if (state === 'open') return 'open';
  if (stateReason === 'not_planned') return 'closed as not planned';
  if (stateReason === 'duplicate') return 'closed as a duplicate';
  return stateReason === 'completed' ? 'closed as completed' : 'closed';
}

function addressOf({ owner, repo, number, kind }: KnownUse): string {
  const part = kind === 'pull' ? 'pull' : kind === 'discussion' ? 'discussions' : 'issues';
  return `https://github.com/${owner}/${repo}/${part}/${number}`;
}
