import type { Known } from '../known/known';
import type { ProposalsDocument } from '../model/document';
import { shift } from '../text/span';
import { rules } from './index';
import type { Finding, RuleSettings } from './rule';

/** All findings of a document, in the order of the text. Nothing for what is no proposals document. */
export function findingsOf(document: ProposalsDocument, known: Known, settings: RuleSettings): readonly Finding[] {
  const findings: Finding[] = [];
  for (const proposal of document.proposals) {
    for (const rule of rules) {
      const own = settings[rule.id] ?? rule.severity;
      if (own === 'off') continue;
      for (const report of rule.check({ proposal, document, known })) {
        const { field } = report;
        findings.push({
          rule: rule.id,
          severity: settings[rule.id] === undefined ? (report.severity ?? rule.severity) : own,
          span: shift(report.span, proposal.section.start),
          message: report.message,
          ...(field === undefined ? {} : { field }),
          fixable: false,
        });
      }
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start);
}
