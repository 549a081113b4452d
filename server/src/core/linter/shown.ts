import { firstWhere } from '../text/first-where';
import type { Span } from '../text/span';
import { unfixable } from './check';
import type { Finding } from './rule';
import { changeRules, rules } from './rules';

/** The largest number of findings shown per file. More do not help anyone and slow down the editor. */
export const LIMIT = 1_000;

/** Lowers findings of `unfinished` rules to hints inside `span`, the proposal that the user is writing. */
export function demoteUnfinished(findings: readonly Finding[], span: Span | null): readonly Finding[] {
  if (!span) return findings;
  const unfinished = new Set(rules.filter((rule) => rule.unfinished).map(({ id }) => id));
  return findings.map((finding) => {
    const { start } = finding.span;
    const isDemoted = unfinished.has(finding.rule) && span.start <= start && start < Math.max(span.end, span.start + 1);
    return isDemoted ? asHint(finding) : finding;
  });
}

/**
 * Whether a finding is in one of `spans`, which have to be in document order and must not overlap, or is about a change, or
 * is an error if `keepsErrors`.
 */
export function concerns(
  { rule, severity, span: { start } }: Pick<Finding, 'rule' | 'severity' | 'span'>,
  spans: readonly Span[],
  keepsErrors: boolean,
): boolean {
  if (changeRules.has(rule) || (keepsErrors && severity === 'error')) return true;
  const span = spans[firstWhere(spans, ({ end }) => end > start)];
  return span !== undefined && span.start <= start;
}

/** Lowers the other findings to hints. */
export function demoteOutside(
  findings: readonly Finding[],
  spans: readonly Span[],
  keepsErrors: boolean,
): readonly Finding[] {
  return findings.map((finding) =>
    finding.severity === 'hint' || concerns(finding, spans, keepsErrors) ? finding : asHint(finding),
  );
}

/** Equal findings stay the same object, so that what is computed from them can be kept. */
function asHint(finding: Finding): Finding {
  const hint = hints.get(finding) ?? { ...finding, severity: 'hint' };
  hints.set(finding, hint);
  return hint;
}

const hints = new WeakMap<Finding, Finding>();

/** At most `limit` findings, most severe first, in document order. If some are omitted, one of them says how many. */
export function limited(findings: readonly Finding[], limit = LIMIT): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = gravest(findings, limit - 1);
  const left = findings.length - kept.length;
  const notice: Finding = {
    rule: 'too-many',
    severity: 'information',
    span: { start: 0, end: 0 },
    message: `${left} more findings are not shown. These are the most severe.`,
    isFixable: unfixable,
  };
  return [notice, ...kept];
}

/** The most severe findings in their order, the first ones of the last severity that fits. */
function gravest(findings: readonly Finding[], most: number): readonly Finding[] {
  const counts = [0, 0, 0, 0];
  for (const { severity } of findings) counts[gravity[severity]] = (counts[gravity[severity]] ?? 0) + 1;
  let room = most;
  const rooms = counts.map((count) => {
    const own = Math.min(count, room);
    room -= own;
    return own;
  });
  return findings.filter(({ severity }) => {
    const own = rooms[gravity[severity]] ?? 0;
    rooms[gravity[severity]] = own - 1;
    return own > 0;
  });
}

const gravity = { error: 0, warning: 1, information: 2, hint: 3 } as const;
