import { insertFields } from '../../edits/insert-fields';
import type { Known } from '../../known/known';
import { optionsOf } from '../../linter/options';
import type { Action, DocumentContext, Finding, Help, Report, Rule, RuleSettings } from '../../linter/rule';
import { rules } from '../../linter/rules';
import { type FindingMemory, findingsOf, isOn } from '../../linter/run';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { missingFields } from '../../model/template';
import { missingField } from '../../rules/fields/missing-field';
import { overlaps, type Span, shift } from '../../text/span';

/** What is wanted of actions: what is not wanted is not computed. */
export interface Wanted {
  readonly kinds: ReadonlySet<Help['kind']>;
  /** For what rules offer; their own options where nothing is said. */
  readonly settings?: RuleSettings;
  /** What was found in earlier versions of the document. */
  readonly memory?: FindingMemory;
}

const everything: Wanted = { kinds: new Set(['fix', 'choice', 'action']) };

/** What can be done about the findings at `span`, computed afresh from the document: the preferred ones first, each once. */
export function actionsAt(
  document: ProposalsDocument,
  span: Span,
  known: Known,
  settings: RuleSettings,
  wanted: Wanted = everything,
): readonly Action[] {
  const findings = findingsOf(document, known, settings, wanted.memory);
  return actionsFor(
    findings.filter((finding) => overlaps(finding.span, span)),
    document,
    known,
    { ...wanted, settings },
  );
}

/**
 * What can be done about some findings of the document: the preferred ones first, each once. Every fix and every quick
 * fix comes from here, so that a file with a merge conflict gets none.
 */
export function actionsFor(
  findings: readonly Finding[],
  document: ProposalsDocument,
  known: Known,
  { kinds, settings = {} }: Wanted,
): readonly Action[] {
  if (document.conflicts.length > 0) return [];
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const fixesOnly = kinds.size === 1 && kinds.has('fix');
  const actions = new Map<string, Action>();
  // One for all findings of a rule: what it finds in the document it has to find once.
  const contexts = new Map<string, DocumentContext>();
  for (const finding of findings) {
    const rule = byId.get(finding.rule);
    if (!rule?.help || (fixesOnly && !finding.fixable)) continue;
    const own = contexts.get(rule.id) ?? { document, known, options: optionsOf(rule, settings) };
    contexts.set(rule.id, own);
    for (const help of helpFor(rule, finding, own)) {
      const key = `${rule.id} ${help.title} ${finding.span.start}`;
      if (kinds.has(help.kind) && !actions.has(key)) actions.set(key, { ...help, rule: rule.id });
    }
  }
  return [...actions.values()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

/** "Insert missing fields" for the proposal at a place, wherever in it the caret stands. */
export function proposalActionsAt(
  document: ProposalsDocument,
  offset: number,
  settings: RuleSettings,
): readonly Action[] {
  const mayChange = document.conflicts.length === 0 && isOn(missingField, document, settings);
  const proposal = mayChange ? proposalAt(document, offset) : null;
  const missing = proposal ? missingFields(proposal.body, document.template) : [];
  if (!proposal || missing.length === 0) return [];
  const help = insertFields(proposal, document, missing);
  return [{ title: 'Insert missing fields', kind: 'action', preferred: false, rule: missingField.id, ...help }];
}

/** What the rule offers for its finding. A finding is a report in its place: nothing else has to be remembered. */
function helpFor(rule: Rule, finding: Finding, context: DocumentContext): Iterable<Help> {
  const { document } = context;
  if (rule.scope !== 'proposal') return rule.help?.(finding, context) ?? [];
  const proposal = proposalAt(document, finding.span.start);
  if (!proposal) return [];
  const by = -proposal.section.start;
  const related = finding.related?.map((each) => (each.uri ? each : { ...each, span: shift(each.span, by) }));
  const report: Report = { ...finding, span: shift(finding.span, by), ...(related ? { related } : {}) };
  return rule.help?.(report, { ...context, proposal }) ?? [];
}
