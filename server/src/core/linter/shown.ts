import type { Span } from '../text/span';
import type { Finding } from './rule';
import { rules } from './rules';

/** How many findings of a file are shown: more help nobody, and each costs the editor. */
export const LIMIT = 1_000;

/**
 * The findings with those that only say "not finished yet" made hints in `span`, the proposal that somebody is writing.
 */
export function calmed(findings: readonly Finding[], span: Span | null): readonly Finding[] {
  if (!span) return findings;
  const unfinished = new Set(rules.filter((rule) => rule.unfinished).map(({ id }) => id));
  return findings.map((finding) => {
    const { start } = finding.span;
    const isCalm = unfinished.has(finding.rule) && span.start <= start && start < Math.max(span.end, span.start + 1);
    return isCalm ? { ...finding, severity: 'hint' as const } : finding;
  });
}

/** The findings with those made hints that stand in none of `spans`, which are in order and do not overlap. */
export function quieted(findings: readonly Finding[], spans: readonly Span[]): readonly Finding[] {
  let next = 0;
  const isIn = ({ start }: Span) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next++;
    const span = spans[next];
    return span !== undefined && span.start <= start;
  };
  return findings.map((finding) => (isIn(finding.span) ? finding : { ...finding, severity: 'hint' as const }));
}

/** At most so many findings, the gravest first, still in the order of the text; one more says how many are left out. */
export function limited(findings: readonly Finding[], limit = LIMIT): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set([...findings].sort((a, b) => gravity[a.severity] - gravity[b.severity]).slice(0, limit - 1));
  const left = findings.length - kept.size;
  const word: Finding = {
    rule: 'too-many',
    severity: 'information',
    span: { start: 0, end: 0 },
    message: `${left} more findings are not shown. These are the most severe.`,
    fixable: false,
  };
  return [word, ...findings.filter((finding) => kept.has(finding))];
}

const gravity = { error: 0, warning: 1, information: 2, hint: 3 } as const;
