import { type Project, type Proposal, type ProposalsDocument, proposalAt } from '../../model/document';
import type { TocEntry } from '../../model/front';
import type { Field, Mentor, Reference } from '../../model/proposal';
import { type Span, shift, touches } from '../../text/span';

/** What is at an offset. The span covers the whole target and counts from the start of the document. */
export type Target =
  | { readonly is: 'mentor'; readonly span: Span; readonly proposal: Proposal; readonly mentor: Mentor }
  | { readonly is: 'reference'; readonly span: Span; readonly proposal: Proposal; readonly reference: Reference }
  | { readonly is: 'lfxUrl'; readonly span: Span; readonly proposal: Proposal; readonly url: string }
  | { readonly is: 'field'; readonly span: Span; readonly proposal: Proposal; readonly field: Field }
  | { readonly is: 'programName'; readonly span: Span; readonly proposal: Proposal }
  | { readonly is: 'proposal'; readonly span: Span; readonly proposal: Proposal }
  | { readonly is: 'project'; readonly span: Span; readonly project: Project }
  | { readonly is: 'tocEntry'; readonly span: Span; readonly entry: TocEntry };

/** The target at `offset`, including its two ends. Null in prose. For a field, only its label is a target. */
export function targetAt(document: ProposalsDocument, offset: number): Target | null {
  const proposal = proposalAt(document, offset);
  if (proposal) return targetIn(proposal, offset);
  const project = document.projects.find(({ section }) => touches(titleSpan(section), offset));
  if (project) return { is: 'project', span: titleSpan(project.section), project };
  for (const { section, front } of document.fronts) {
    if (offset < section.start || offset > section.end) continue;
    const entry = front.toc.find(({ span }) => touches(span, offset - section.start));
    if (entry) return { is: 'tocEntry', span: shift(entry.span, section.start), entry };
  }
  return null;
}

function targetIn(proposal: Proposal, offset: number): Target | null {
  const { body, section } = proposal;
  const at = offset - section.start;
  const here = (span: Span) => ({ span: shift(span, section.start), proposal });
  const mentor = body.mentors.find(({ span }) => touches(span, at));
  if (mentor) return { is: 'mentor', ...here(mentor.span), mentor };
  const reference = body.upstream.find(({ span }) => touches(span, at));
  if (reference) return { is: 'reference', ...here(reference.span), reference };
  const { lfxUrl, programName, title } = body;
  if (lfxUrl && touches(lfxUrl.span, at)) return { is: 'lfxUrl', ...here(lfxUrl.span), url: lfxUrl.text };
  if (touches(title.span, at)) return { is: 'proposal', ...here(title.span) };
  if (programName && touches(programName.span, at)) return { is: 'programName', ...here(programName.span) };
  const field = body.fields.find(({ label }) => label && touches(label.span, at));
  return field?.label ? { is: 'field', ...here(field.label.span), field } : null;
}

function titleSpan({ titleStart, titleEnd }: { titleStart: number; titleEnd: number }): Span {
  return { start: titleStart, end: titleEnd };
}
