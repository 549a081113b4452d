import { isTermOver } from '../facts/terms';
import type { ProposalsDocument } from '../model/document';
import type { ProposalBody } from '../model/proposal';
import { contentKey } from '../text/content-key';
import type { Span } from '../text/span';
import type { Finding } from './rule';
import { concerns, demoteOutside } from './shown';

/**
 * Which findings stay more than hints: all of them, those in proposals that the person has changed, or those and the
 * errors in terms that are not over.
 */
export type Scope = 'all' | 'auto' | 'mine';

/** The proposals of an earlier version, by their texts. */
export class Before {
  private readonly keys: ReadonlySet<string>;
  private readonly known = new WeakMap<ProposalBody, boolean>();
  private readonly changed = new WeakMap<ProposalsDocument, readonly Span[]>();

  constructor(texts: Iterable<string>) {
    this.keys = new Set([...texts].map(contentKey));
  }

  static of({ proposals }: ProposalsDocument): Before {
    return new Before(proposals.map(({ body }) => body.text));
  }

  /** The sections of the proposals that are new or changed. */
  changedIn(document: ProposalsDocument): readonly Span[] {
    const known = this.changed.get(document);
    const changed = known ?? document.proposals.filter(({ body }) => !this.has(body)).map(({ section }) => section);
    if (!known) this.changed.set(document, changed);
    return changed;
  }

  /** Versions of a document share the bodies of unchanged proposals. */
  private has(body: ProposalBody): boolean {
    const has = this.known.get(body) ?? this.keys.has(contentKey(body.text));
    this.known.set(body, has);
    return has;
  }
}

/** What the scope is, and in milliseconds since 1970 when. */
export interface ScopeNow {
  readonly scope: Scope;
  readonly now: number;
}

/** Turns findings that do not concern the person into hints. */
export function inScope(
  document: ProposalsDocument,
  findings: readonly Finding[],
  before: Before,
  scope: ScopeNow,
): readonly Finding[] {
  if (scope.scope === 'all') return findings;
  return demoteOutside(findings, before.changedIn(document), keepsErrors(document, scope));
}

/** Whether a finding concerns the person. A hint elsewhere does not, although it stays what it is. */
export function isInScope(finding: Finding, document: ProposalsDocument, before: Before, scope: ScopeNow): boolean {
  return scope.scope === 'all' || concerns(finding, before.changedIn(document), keepsErrors(document, scope));
}

/** Whether errors concern everybody. */
function keepsErrors({ term }: ProposalsDocument, { scope, now }: ScopeNow): boolean {
  return scope === 'auto' && !isTermOver(term, term?.status ?? null, now);
}
