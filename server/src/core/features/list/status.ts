import { termSortKey } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import type { ListedFile, ListedProposal } from './list';

/** What has become of a proposal: its file says the first three; the last is a draft that its term has not accepted. */
export const listStatuses = ['draft', 'accepted', 'listed', 'not-accepted'] as const;

export type ListStatus = (typeof listStatuses)[number];

const byKind = { proposed: 'draft', accepted: 'accepted', index: 'listed' } as const;

/** The status that the kind of a file gives its proposals. Null if it has no kind. */
export function statusIn({ kind }: Pick<ListedFile, 'kind'>): ListStatus | null {
  return kind && byKind[kind];
}

/** Tells the status of proposals by all files that are listed. */
export class Statuses {
  private readonly accepted: ReadonlySet<string>;
  /** Terms of which nothing is accepted yet have not decided. */
  private readonly decided: ReadonlySet<string>;

  constructor(files: readonly ListedFile[]) {
    const accepted = files.filter((file) => statusIn(file) === 'accepted' && file.proposals.length > 0);
    this.accepted = new Set(accepted.flatMap((file) => file.proposals.flatMap((each) => keysOf(file, each))));
    this.decided = new Set(accepted.map(({ term }) => termSortKey(term)));
  }

  is(file: ListedFile, proposal: ListedProposal, status: ListStatus): boolean {
    if (status !== 'not-accepted') return statusIn(file) === status;
    const isDecided = statusIn(file) === 'draft' && this.decided.has(termSortKey(file.term));
    return isDecided && keysOf(file, proposal).every((key) => !this.accepted.has(key));
  }
}

/** A proposal may get another title when it is accepted, but keeps its project and its issue. */
function keysOf({ term }: ListedFile, { title, project, upstream }: ListedProposal): readonly string[] {
  const own = termSortKey(term);
  const issues = upstream.map(({ url }) => `${own} ${wordKey(project ?? '')} ${url.toLowerCase()}`);
  return [`${own} ${wordKey(title)}`, ...issues];
}
