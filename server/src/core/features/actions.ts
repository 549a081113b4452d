import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import { rules } from '../rules/index';
import { type Action, type RuleSettings, viewOf } from '../rules/rule';
import { overlaps, type Span, shift } from '../text/span';

/** What can be done at `span`, computed afresh from the document: the preferred ones first, each once. */
export function actionsAt(
  document: ProposalsDocument,
  span: Span,
  known: Known,
  settings: RuleSettings,
): readonly Action[] {
  const actions = new Map<string, Action>();
  for (const proposal of document.proposals) {
    if (proposal.section.end < span.start || proposal.section.start > span.end) continue;
    for (const rule of rules) {
      if (!rule.help || settings[rule.id] === 'off') continue;
      const context = { proposal, document, known };
      for (const report of rule.check(viewOf(proposal, document))) {
        if (!overlaps(shift(report.span, proposal.section.start), span)) continue;
        for (const action of rule.help(report, context)) {
          const key = `${rule.id} ${action.title} ${proposal.section.start}`;
          if (!actions.has(key)) actions.set(key, { ...action, rule: rule.id });
        }
      }
    }
  }
  return [...actions.values()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}
