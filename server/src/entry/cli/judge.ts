import { fixed } from '../../core/features/actions/fixes';
import type { Known } from '../../core/known/known';
import type { Finding } from '../../core/linter/rule';
import { FindingMemory, findingsOf } from '../../core/linter/run';
import type { ProposalsDocument } from '../../core/model/document';
import type { Changes } from '../../host/report/changed-findings';
import type { Target } from './targets';

/** A document, and the findings in it that are wanted. */
export interface Judged {
  readonly document: ProposalsDocument;
  readonly findings: readonly Finding[];
}

/** What is to be said of a file, and, where repairs were asked for and there are any, of the file after them. */
export interface Judgement {
  readonly target: Target;
  readonly now: Judged;
  readonly repaired: Judged | null;
}

/** Judges a file in memory. Where there are `changes`, the rest of it is neither judged nor repaired. */
export function judged(target: Target, others: Known, changes: Changes | null, isToRepair: boolean): Judgement {
  const { file, rules } = target;
  const memory = new FindingMemory();
  const known: Known = changes ? { ...others, base: () => changes.before } : others;
  const judge = (document: ProposalsDocument): Judged => {
    const all = findingsOf(document, known, rules, memory);
    return { document, findings: changes?.findingsIn(document, all) ?? all };
  };
  const { document } = file;
  const now = judge(document);
  if (!isToRepair) return { target, now, repaired: null };
  const { document: better } = fixed(document, known, rules, { kept: changes?.unchangedIn(document) ?? [], memory });
  return { target, now, repaired: better.text === document.text ? null : judge(better) };
}
