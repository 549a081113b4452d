import type { ProposalForm } from '../facts/proposal-form';
import type { Proposal, ProposalsDocument } from '../model/document';
import { checkDraft, type DraftProblem } from '../submission/draft-check';
import { shift } from '../text/span';
import { severityIn } from './options';
import { type Finding, type RuleSettings, viewOf } from './rule';

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
  { section, body }: Proposal,
  found: readonly Finding[],
): Finding | null {
  const ids = rulesByKind[kind] ?? [];
  // A problem is at a label, a mentor or the title; its finding may be anywhere in that field or entry.
  const field = body.fields.find((each) => each.span.start <= span.start && span.start < each.span.end);
  const isMentor = body.mentors.some((mentor) => mentor.span.start === span.start);
  const place = shift(isMentor || !field ? span : field.span, section.start);
  return (
    found.find(
      ({ rule, span: own }) =>
        ids.includes(rule) && own.start >= place.start && own.start <= Math.max(place.start, place.end),
    ) ?? null
  );
}

/** Raises findings to errors where CNCF's bot refuses the proposal for them, unless the settings say how severe they are. */
export function refusedAsErrors(
  found: readonly Finding[],
  {
    document,
    form,
    settings,
  }: { readonly document: ProposalsDocument; readonly form: ProposalForm; readonly settings: RuleSettings },
): Finding[] {
  const raised = new Set<Finding>();
  const own = byProposal(found, document);
  for (const [proposal, findings] of own) {
    const { problems } = checkDraft(viewOf(proposal, document), form, document.readings.context.projects);
    for (const problem of problems) {
      if (problem.severity !== 'error' || problem.by !== 'bot') continue;
      const finding = findingAbout(problem, proposal, findings);
      if (finding && severityIn(settings, finding.rule) === undefined) raised.add(finding);
    }
  }
  return found.map((finding) => (raised.has(finding) ? { ...finding, severity: 'error' as const } : finding));
}

/** The findings of each proposal, in document order. */
export function byProposal(
  found: readonly Finding[],
  { proposals }: ProposalsDocument,
): ReadonlyMap<Proposal, readonly Finding[]> {
  const sorted = [...found].sort((a, b) => a.span.start - b.span.start);
  const groups = new Map<Proposal, Finding[]>();
  let next = 0;
  for (const proposal of proposals) {
    const own: Finding[] = [];
    while (next < sorted.length && (sorted[next]?.span.start ?? 0) < proposal.section.start) next++;
    for (; next < sorted.length && (sorted[next]?.span.start ?? 0) < proposal.section.end; next++) {
      const finding = sorted[next];
      if (finding) own.push(finding);
    }
    groups.set(proposal, own);
  }
  return groups;
}
