import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import { rules } from '../rules/index';
import { type Action, type Help, type RuleSettings, viewOf } from '../rules/rule';
import { overlaps, type Span, shift } from '../text/span';

/** What can be done at `span`, computed afresh from the document: the preferred ones first, each once. */
export function actionsAt(
  document: ProposalsDocument,
  span: Span,
  known: Known,
  settings: RuleSettings,
): readonly Action[] {
  const actions = new Map<string, Action>();
  const add = (rule: string, place: number, helps: Iterable<Help>) => {
    for (const help of helps) {
      const key = `${rule} ${help.title} ${place}`;
      if (!actions.has(key)) actions.set(key, { ...help, rule });
    }
  };
  for (const rule of rules) {
    if (!rule.help || settings[rule.id] === 'off') continue;
    if (rule.scope === 'document') {
      for (const report of rule.check({ document, known })) {
        if (overlaps(report.span, span)) add(rule.id, report.span.start, rule.help(report, { document, known }));
      }
      continue;
    }
    for (const proposal of document.proposals) {
      const { start, end } = proposal.section;
      if (end < span.start || start > span.end) continue;
      for (const report of rule.check(viewOf(proposal, document))) {
        if (!overlaps(shift(report.span, start), span)) continue;
        add(rule.id, start + report.span.start, rule.help(report, { proposal, document, known }));
      }
    }
  }
  return [...actions.values()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}
