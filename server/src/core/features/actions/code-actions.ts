import { insertFields, insertionTitle } from '../../edits/insert-fields';
import type { Known } from '../../known/known';
import type { FindingMemory } from '../../linter/memory';
import { optionsOf } from '../../linter/options';
import type { Action, DocumentContext, Finding, Help, Report, Rule, RuleSettings } from '../../linter/rule';
import { rules } from '../../linter/rules';
import { findingsOf, isOn } from '../../linter/run';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { missingFields } from '../../model/template';
import { missingField } from '../../rules/fields/missing-field';
import { overlaps, type Span, shift } from '../../text/span';

/** Filters for actions. Actions that no filter asks for are not computed. */
export interface Wanted {
  readonly kinds: ReadonlySet<Help['kind']>;
  /** Options of the rules that offer the help. Default: the rules' own defaults. */
  readonly settings?: RuleSettings;
  /** Findings from earlier versions of the document. */
  readonly memory?: FindingMemory;
}

const everything: Wanted = { kinds: new Set(['fix', 'choice', 'action']) };

/** Actions for the findings at `span`, computed from the current document, without duplicates, preferred ones first. */
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
 * Actions for the given findings, without duplicates, preferred ones first. All fixes and quick fixes come from here,
 * so a file with a merge conflict gets none.
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
  // All findings of a rule share one context, so that the rule searches the document only once.
  const contexts = new Map<string, DocumentContext>();
  for (const finding of findings) {
    const rule = byId.get(finding.rule);
    if (!rule?.help || (fixesOnly && !finding.isFixable())) continue;
    const own = contexts.get(rule.id) ?? { document, known, options: optionsOf(rule, settings) };
    contexts.set(rule.id, own);
    for (const help of helpFor(rule, finding, own)) {
      const key = `${rule.id} ${help.title} ${finding.span.start}`;
      if (kinds.has(help.kind) && !actions.has(key)) actions.set(key, { ...help, rule: rule.id });
    }
  }
  return [...actions.values()].sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

/**
 * The fix of each finding that has one. Fixes of several findings may overlap, and one can resolve several. A file with a
 * merge conflict has none.
 */
export function fixesFor(
  findings: readonly Finding[],
  document: ProposalsDocument,
  known: Known,
  settings: RuleSettings,
): ReadonlyMap<Finding, Help> {
  const fixes = new Map<Finding, Help>();
  if (document.conflicts.length > 0) return fixes;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const contexts = new Map<string, DocumentContext>();
  for (const finding of findings) {
    const rule = byId.get(finding.rule);
    if (!rule?.help || !finding.isFixable()) continue;
    const own = contexts.get(rule.id) ?? { document, known, options: optionsOf(rule, settings) };
    contexts.set(rule.id, own);
    for (const help of helpFor(rule, finding, own)) {
      if (help.kind !== 'fix') continue;
      fixes.set(finding, help);
      break;
    }
  }
  return fixes;
}

/** Inserts the missing fields of the proposal around an offset. */
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
  return [{ title: insertionTitle(missing), kind: 'action', preferred: false, rule: missingField.id, ...help }];
}

/**
 * The help that a rule offers for its finding. A finding is a report shifted by its proposal's start, so we can restore
 * the report.
 */
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
