/** Phrases that several branches of the view use, in the person's language. */
import { isolated, type L10n, listed } from '../../../l10n';
import type { IssueFacts } from '../../known/known';
import type { Severity } from '../../linter/rule';
import type { Upstream, UpstreamState } from './issue-states';

export function proposalCount(l10n: L10n, count: number): string {
  return count === 1 ? l10n.t('1 proposal') : l10n.t('{0} proposals', count);
}

export function issueCount(l10n: L10n, count: number): string {
  return count === 1 ? l10n.t('1 issue') : l10n.t('{0} issues', count);
}

/** "2 errors and 1 warning". Null without any. */
export function problemWords(l10n: L10n, errors: number, warnings: number): string | null {
  const error = errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors);
  const warning = warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings);
  if (errors > 0 && warnings > 0) return l10n.t('{0} and {1}', error, warning);
  return errors > 0 ? error : warnings > 0 ? warning : null;
}

/** When the proposals of a term are due: as a detail, as a line and as a sentence. */
export function dueWords(l10n: L10n, days: number): { readonly detail: string; readonly line: string; spoken: string } {
  if (days === 0)
    return {
      detail: l10n.t('due today'),
      line: l10n.t('Proposals due today'),
      spoken: l10n.t('Proposals are due today'),
    };
  if (days === 1)
    return {
      detail: l10n.t('due tomorrow'),
      line: l10n.t('Proposals due tomorrow'),
      spoken: l10n.t('Proposals are due tomorrow'),
    };
  return {
    detail: l10n.t('due in {0} days', days),
    line: l10n.t('Proposals due in {0} days', days),
    spoken: l10n.t('Proposals are due in {0} days', days),
  };
}

type States = ReadonlyMap<UpstreamState, number>;

function stateParts(l10n: L10n, states: States): readonly string[] {
  const count = (state: UpstreamState) => states.get(state) ?? 0;
  return [
    count('open') > 0 ? l10n.t('{0} open', count('open')) : '',
    count('closed') > 0 ? l10n.t('{0} closed', count('closed')) : '',
    count('moved') > 0 ? l10n.t('{0} moved', count('moved')) : '',
    count('missing') > 0 ? l10n.t('{0} not found', count('missing')) : '',
  ].filter((part) => part !== '');
}

/** "41 open · 3 closed · 1 moved". Empty if no state is known. */
export function stateDetail(l10n: L10n, states: States): string {
  return dotted(...stateParts(l10n, states));
}

/** "Upstream issues: 41 open, 2 not looked up yet". Null if there are none. */
export function upstreamLine(l10n: L10n, states: States): string | null {
  const unknown = states.get('unknown') ?? 0;
  const parts = [...stateParts(l10n, states), ...(unknown > 0 ? [l10n.t('{0} not looked up yet', unknown)] : [])];
  return parts.length > 0 ? l10n.t('Upstream issues: {0}', listed(l10n, parts)) : null;
}

/** What is known of a proposal's upstream issue, as a line and as a sentence about "its" issue. */
export function upstreamWords(l10n: L10n, { name, facts, state, now }: Upstream): { line: string; spoken: string } {
  if (name === null) return { line: l10n.t('No upstream issue'), spoken: l10n.t('It names no upstream issue') };
  if (facts === null && state === 'missing')
    return {
      line: l10n.t('Upstream issue {0} is not there for everybody to see', name),
      spoken: l10n.t('Its upstream issue {0} is not there for everybody to see', name),
    };
  if (facts === null)
    return {
      line: l10n.t('Upstream issue {0} has not been looked up', name),
      spoken: l10n.t('Its upstream issue {0} has not been looked up', name),
    };
  const words = stateWords(l10n, facts);
  if (now === null)
    return {
      line: l10n.t('Upstream issue {0} is {1}', name, words),
      spoken: l10n.t('Its upstream issue {0} is {1}', name, words),
    };
  return {
    line: l10n.t('Upstream issue {0} has moved to {1} and is {2}', name, now, words),
    spoken: l10n.t('Its upstream issue {0} has moved to {1} and is {2}', name, now, words),
  };
}

function stateWords(l10n: L10n, { kind, state, stateReason, draft, merged }: IssueFacts): string {
  if (merged) return l10n.t('a merged pull request');
  if (kind === 'pull') {
    if (state !== 'open') return l10n.t('a closed pull request');
    return draft ? l10n.t('an open draft pull request') : l10n.t('an open pull request');
  }
  if (state === 'open') return l10n.t('open');
  if (stateReason === 'not_planned') return l10n.t('closed as not planned');
  if (stateReason === 'duplicate') return l10n.t('closed as a duplicate');
  return stateReason === 'completed' ? l10n.t('closed as completed') : l10n.t('closed');
}

/** How grave it is what a field lacks, behind its label. */
export function severityWords(l10n: L10n, label: string, severity: Severity): string {
  if (severity === 'error') return l10n.t('{0}: an error', label);
  if (severity === 'warning') return l10n.t('{0}: a warning', label);
  return severity === 'hint' ? l10n.t('{0}: a hint', label) : l10n.t('{0}: a remark', label);
}

export function dotted(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

export function lines(...parts: readonly (string | null)[]): readonly string[] {
  return parts.filter((part) => part !== null && part !== '').map((part) => part ?? '');
}

/** Phrases as sentences, one behind the other. */
export function sentences(l10n: L10n, ...parts: readonly (string | null)[]): string {
  const whole = lines(...parts).map((part) => (/[.!?。！？]$/u.test(part) ? part : l10n.t('{0}.', part)));
  // Filling them in one by one would copy what there is each time.
  return whole.map(isolated).join(l10n.t('{0} {1}', '', ''));
}
