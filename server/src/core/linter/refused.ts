import type { ProposalBody } from '../model/proposal';
import { checkDraft, type DraftProblem } from '../submission/draft-check';
import type { Finding, ProposalView } from './rule';

/** The rules that report what CNCF's bot refuses, by the kind of its verdict. */
const rulesByKind: Readonly<Record<string, readonly string[]>> = {
  empty: ['missing-field', 'empty-field', 'placeholder'],
  'skills-missing': ['missing-field', 'empty-field', 'placeholder'],
  'title-too-long': ['program-name'],
  'too-long': ['description-length'],
  url: ['upstream-kind', 'upstream-form', 'empty-field', 'placeholder'],
  'url-many': ['upstream-count', 'upstream-form', 'upstream-kind'],
  'mentors-too-many': ['mentor-count'],
  'mentor-alone': ['mentor-count'],
  'mentor-name': ['mentor-name'],
  'mentor-handle': ['mentor-handle', 'mentor-shape'],
  'mentor-email': ['mentor-email'],
  'mentor-duplicate-handle': ['duplicate-mentor'],
  'mentor-duplicate-email': ['duplicate-mentor'],
  'mentor-duplicate-lfid': ['duplicate-mentor'],
};

/** The finding that already says what the bot refuses. Null if there is none. */
export function findingAbout(
  { kind, span }: DraftProblem,
  body: ProposalBody,
  found: readonly Finding[],
): Finding | null {
  const ids = rulesByKind[kind] ?? [];
  // A problem is at a label, a mentor or the title; its finding may be anywhere in that field or entry.
  const field = body.fields.find((each) => each.span.start <= span.start && span.start < each.span.end);
  const isMentor = body.mentors.some((mentor) => mentor.span.start === span.start);
  const place = isMentor || !field ? span : field.span;
  const isThere = ({ start }: Finding['span']) => place.start <= start && start <= place.end;
  return found.find(({ rule, span: own }) => ids.includes(rule) && isThere(own)) ?? null;
}

/** Raises findings to errors where CNCF's bot refuses the proposal for them, unless the settings say how severe they are. */
export function refusedAsErrors(
  found: readonly Finding[],
  view: ProposalView,
  on: readonly { readonly rule: { readonly id: string }; readonly severity?: unknown }[],
): readonly Finding[] {
  const { body, page } = view;
  if (!page.form) return found;
  const raised = new Set<Finding>();
  for (const problem of checkDraft(view, page.form).problems) {
    if (problem.severity !== 'error' || problem.by !== 'bot') continue;
    const finding = findingAbout(problem, body, found);
    const isConfigured = on.some(({ rule, severity }) => rule.id === finding?.rule && severity !== undefined);
    if (finding && !isConfigured) raised.add(finding);
  }
  return raised.size === 0
    ? found
    : found.map((finding) => (raised.has(finding) ? { ...finding, severity: 'error' as const } : finding));
}
