import { isTermOver } from '../facts/terms';
import type { ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { contentKey } from '../text/content-key';
import type { Span } from '../text/span';
import type { Finding } from './rule';
import { demoteOutside } from './shown';

/**
 * Which findings stay more than hints: all of them, those in proposals that the person has changed, or those and the
 * errors in terms that are not over.
 */
export type Scope = 'all' | 'auto' | 'mine';

/** The proposals of an earlier version, by their texts. */
export class Before {
  private readonly keys: ReadonlySet<string>;
  private readonly known = new WeakMap<ProposalBody, boolean>();

  constructor(texts: Iterable<string>) {
    this.keys = new Set([...texts].map(contentKey));
  }

  static of({ proposals }: ProposalsDocument): Before {
    return new Before(proposals.map(({ body }) => body.text));
  }

  /** The sections of the proposals that are new or changed. */
  changedIn({ proposals }: ProposalsDocument): readonly Span[] {
    return proposals.filter(({ body }) => !this.has(body)).map(({ section }) => section);
  }

  /** Versions of a document share the bodies of unchanged proposals. */
  private has(body: ProposalBody): boolean {
    const has = this.known.get(body) ?? this.keys.has(contentKey(body.text));
    this.known.set(body, has);
    return has;
  }
}

/** Turns findings that do not concern the person into hints. `now` is in milliseconds since 1970. */
export function inScope(
  document: ProposalsDocument,
  findings: readonly Finding[],
  before: Before,
  { scope, now }: { readonly scope: Scope; readonly now: number },
): readonly Finding[] {
  if (scope === 'all') return findings;
  const { term } = document;
  const isOver = isTermOver(term, term?.status ?? null, now);
  return demoteOutside(findings, before.changedIn(document), scope === 'auto' && !isOver);
}
