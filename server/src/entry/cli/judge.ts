import { fixesFor } from '../../core/features/actions/code-actions';
import { fixed } from '../../core/features/actions/fixes';
import type { Known } from '../../core/known/known';
import { FindingMemory } from '../../core/linter/memory';
import type { Finding, Help } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { Before, inScope, isInScope, type ScopeNow } from '../../core/linter/scope';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Edit } from '../../core/text/edit';
import { Changes } from '../../host/report/changed-findings';
import type { Target } from './targets';

/** A document, and the findings in it that are wanted. */
export interface Judged {
  readonly document: ProposalsDocument;
  readonly findings: readonly Finding[];
  /** The fixes of the findings. Computed when they are asked for. */
  fixes(): ReadonlyMap<Finding, Help>;
}

/** What is to be said of a file, and, where repairs were asked for and there are any, of the file after them. */
export interface Judgement {
  readonly now: Judged;
  readonly repaired: Repaired | null;
}

export interface Repaired extends Judged {
  /** What turns the file into it. */
  readonly edits: readonly Edit[];
}

/** What there was before a change. */
export interface Earlier {
  /** The file itself; null if it is new. */
  readonly document: ProposalsDocument | null;
  /** What was known of all files. */
  readonly known: Known;
}

export interface JudgeOptions {
  /** Null if the whole file is judged; otherwise only what is new since then is judged and repaired. */
  readonly since: Earlier | null;
  /** What of the findings is more than a hint and is repaired: all, if null. */
  readonly scope: (ScopeNow & { readonly before: ProposalsDocument | null }) | null;
  readonly isToRepair: boolean;
  readonly wants: (finding: Finding) => boolean;
}

/** Judges a file in memory. */
export function judged(
  { file, rules }: Pick<Target, 'rules'> & { readonly file: Pick<Target['file'], 'document'> },
  others: Known,
  { since, scope, isToRepair, wants }: JudgeOptions,
): Judgement {
  const document = file.document();
  const memory = new FindingMemory();
  const base = since && (since.document ?? readDocument('', document.path));
  const known: Known = base ? { ...others, base: () => base } : others;
  const changes = since && new Changes(since.document, (before) => findingsOf(before, since.known, rules));
  const earlier = scope && (scope.before ? Before.of(scope.before) : new Before([]));
  const judge = (document: ProposalsDocument): Judged => {
    const all = findingsOf(document, known, rules, memory);
    const wanted = (changes?.findingsIn(document, all) ?? all).filter(wants);
    const findings = scope && earlier ? inScope(document, wanted, earlier, scope) : wanted;
    return { document, findings, fixes: () => fixesFor(findings, document, known, rules) };
  };
  const now = judge(document);
  if (!isToRepair) return { now, repaired: null };
  const kept = changes?.unchangedIn(document) ?? [];
  const { document: better, edits } = fixed(document, known, rules, {
    kept,
    memory,
    wants: (finding, of) => wants(finding) && (!scope || !earlier || isInScope(finding, of, earlier, scope)),
  });
  return { now, repaired: better.text === document.text ? null : { ...judge(better), edits } };
}
