import type { severityIn } from './options';
import { refusedAsErrors } from './refused';
import type { Finding, OptionValues, Page, ProposalView, Report, Rule } from './rule';

/** An enabled rule with its configuration. */
export interface RuleOn {
  readonly rule: Rule;
  readonly options: OptionValues;
  /** Undefined if not configured. */
  readonly severity: ReturnType<typeof severityIn>;
}

export function byPlace(a: Finding, b: Finding): number {
  return a.span.start - b.span.start;
}

/** The findings in a proposal, without directives, in no order. */
export function findingsIn(view: ProposalView, on: readonly RuleOn[]): readonly Finding[] {
  const found: Finding[] = [];
  const { fields, mentors, upstream } = view.body;
  const isLarge = fields.length + mentors.length + upstream.length > LARGE;
  const plain = { ...view, options: {} };
  for (const { rule, options, severity } of on) {
    if (rule.scope !== 'proposal' || (isLarge && !rule.anySize)) continue;
    for (const report of rule.check(rule.options ? { ...view, options } : plain, found))
      found.push(findingOf(rule, report, severity, view.page));
  }
  if (found.length === 0) return nothing;
  return view.page.form ? refusedAsErrors(found, view, on) : found;
}

/**
 * Real proposals have fewer fields, mentors and references. For larger ones only rules with `anySize` run, because the
 * others can take quadratic time.
 */
const LARGE = 300;

/** One shared empty list, because most proposals have no findings. */
export const nothing: readonly Finding[] = [];

export function findingOf(rule: Rule, report: Report, wanted: RuleOn['severity'], { program }: Page): Finding {
  const { span, message, field, related, fixable } = report;
  const own = report.severity ?? rule.severity;
  // Where nobody asks for anything, advice is no error.
  const usual = own === 'error' && program.demands.size === 0 ? 'warning' : own;
  const severity = wanted === undefined || wanted === 'off' ? usual : wanted;
  return {
    rule: rule.id,
    severity,
    span,
    message,
    isFixable: typeof fixable === 'function' ? once(fixable) : fixable ? always : unfixable,
    ...(field === undefined ? {} : { field }),
    ...(related === undefined ? {} : { related }),
  };
}

const always = () => true;
export const unfixable = () => false;

/** Asks once, and only if somebody wants to know: an editor asks only where the caret is. */
function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}
