import type { Finding, Severity } from '../../linter/rule';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { type Span, shift } from '../../text/span';

/** Findings in one proposal, without hints. */
export interface ProposalProblems {
  readonly errors: number;
  readonly warnings: number;
  /** Fields with findings, in document order. */
  readonly fields: readonly FieldProblems[];
}

export interface FieldProblems {
  /** The field's label, or "Title" or another part if a finding has no field. */
  readonly label: string;
  readonly is: 'missing' | 'empty' | 'finding';
  /** The highest severity. */
  readonly severity: Severity;
  readonly messages: readonly string[];
  /** Where to go. Counts from the start of the document. */
  readonly span: Span;
}

export const noProblems: ProposalProblems = { errors: 0, warnings: 0, fields: [] };

/** Findings grouped by proposal, one result per proposal in document order. */
export function problemsByProposal(
  document: ProposalsDocument,
  findings: readonly Finding[],
): readonly ProposalProblems[] {
  const grave = findings.filter(({ severity }) => severity !== 'hint');
  let next = 0;
  return document.proposals.map((proposal) => {
    const { start, end } = proposal.section;
    while (next < grave.length && (grave[next]?.span.start ?? 0) < start) next++;
    const first = next;
    while (next < grave.length && (grave[next]?.span.start ?? end) < end) next++;
    return next === first ? noProblems : problemsOf(proposal, grave.slice(first, next));
  });
}

function problemsOf(proposal: Proposal, findings: readonly Finding[]): ProposalProblems {
  const fields = new Map<string, FieldProblems>();
  for (const finding of findings) {
    const label = labelOf(proposal, finding);
    const last = fields.get(label);
    const is = ways.get(finding.rule) ?? 'finding';
    const graver = !last || gravity.indexOf(finding.severity) < gravity.indexOf(last.severity);
    fields.set(label, {
      label,
      is: last && last.is !== 'finding' ? last.is : is,
      severity: graver ? finding.severity : last.severity,
      messages: [...(last?.messages ?? []), finding.message],
      span: last?.span ?? finding.span,
    });
  }
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), fields: [...fields.values()] };
}

const gravity: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

const ways: ReadonlyMap<string, FieldProblems['is']> = new Map([
  ['missing-field', 'missing'],
  ['empty-field', 'empty'],
]);

/** The field that the finding names, or else the one that contains it. */
function labelOf({ section, body }: Proposal, { span, field }: Finding): string {
  if (field !== undefined) return field;
  const holds = (own: Span) => {
    const { start, end } = shift(own, section.start);
    return start <= span.start && span.start < Math.max(end, start + 1);
  };
  if (holds(body.title.span)) return 'Title';
  const around = body.fields.find((each) => each.label && holds(each.span));
  if (around?.label) return around.label.text;
  return body.programName && holds(body.programName.span) ? 'Program name' : 'Other text';
}
