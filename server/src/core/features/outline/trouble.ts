import type { Finding, Severity } from '../../linter/rule';
import type { Proposal, ProposalsDocument } from '../../model/document';
import { type Span, shift } from '../../text/span';

/** What has been found in one proposal. Hints are left out: they ask for nothing. */
export interface ProposalTrouble {
  readonly errors: number;
  readonly warnings: number;
  /** Those that lack something, in the order of the text. */
  readonly fields: readonly FieldTrouble[];
}

export interface FieldTrouble {
  /** As the field is labelled; "Title" or another part of the proposal where a finding belongs to no field. */
  readonly label: string;
  readonly is: 'missing' | 'empty' | 'finding';
  /** The gravest. */
  readonly severity: Severity;
  readonly messages: readonly string[];
  /** Where it leads; counts from the start of the document. */
  readonly span: Span;
}

export const noTrouble: ProposalTrouble = { errors: 0, warnings: 0, fields: [] };

/** What the findings of a document say of its proposals, in their order: one for each. */
export function troublesOf(document: ProposalsDocument, findings: readonly Finding[]): readonly ProposalTrouble[] {
  const grave = findings.filter(({ severity }) => severity !== 'hint');
  let next = 0;
  return document.proposals.map((proposal) => {
    const { start, end } = proposal.section;
    while (next < grave.length && (grave[next]?.span.start ?? 0) < start) next++;
    const first = next;
    while (next < grave.length && (grave[next]?.span.start ?? end) < end) next++;
    return next === first ? noTrouble : troubleOf(proposal, grave.slice(first, next));
  });
}

function troubleOf(proposal: Proposal, findings: readonly Finding[]): ProposalTrouble {
  const fields = new Map<string, FieldTrouble>();
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

const ways: ReadonlyMap<string, FieldTrouble['is']> = new Map([
  ['missing-field', 'missing'],
  ['empty-field', 'empty'],
]);

/** The field that a finding names, else the one that it stands in. */
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
