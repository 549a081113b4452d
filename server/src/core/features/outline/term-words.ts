import type { L10n } from '../../../l10n';
import type { OutlineKind } from './terms';

/** How many proposals a term has. */
export interface TermCounts {
  readonly accepted: number;
  readonly proposed: number;
  /** What list pages name. */
  readonly entries: number;
}

/** A term as a screen reader says it. */
export function spokenTerm(l10n: L10n, label: string, { accepted, proposed, entries }: TermCounts): string {
  if (accepted > 0 && proposed > 0)
    return l10n.t('{0}, a term with {1} accepted and {2} proposed proposals', label, accepted, proposed);
  if (accepted > 0)
    return accepted === 1
      ? l10n.t('{0}, a term with 1 accepted proposal', label)
      : l10n.t('{0}, a term with {1} accepted proposals', label, accepted);
  if (proposed === 0)
    return entries > 0
      ? l10n.t('{0}, a term with {1} listed', label, entries)
      : l10n.t('{0}, a term with no proposals', label);
  return proposed === 1
    ? l10n.t('{0}, a term with 1 proposed proposal', label)
    : l10n.t('{0}, a term with {1} proposed proposals', label, proposed);
}

/** What people call the proposals in files of a kind. */
export function kindLabel(l10n: L10n, kind: OutlineKind['kind']): string {
  if (kind === 'index') return l10n.t('Listed');
  return kind === 'accepted' ? l10n.t('Accepted') : l10n.t('Proposed');
}

/** The same as a screen reader says it. */
export function kindSpoken(l10n: L10n, kind: OutlineKind['kind'], term: string, count: string): string {
  if (kind === 'index') return l10n.t('Listed in {0}: {1}', term, count);
  return kind === 'accepted'
    ? l10n.t('Accepted in {0}: {1}', term, count)
    : l10n.t('Proposed in {0}: {1}', term, count);
}
