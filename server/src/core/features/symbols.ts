import type { Project, Proposal, ProposalsDocument } from '../model/document';
import { type Span, shift } from '../text/span';

/** A line of an editor's outline. */
export interface DocumentSymbol {
  readonly kind: 'project' | 'proposal' | 'field';
  readonly name: string;
  /** The mentors of a proposal; empty elsewhere. */
  readonly detail: string;
  /** All that belongs to it; holds the spans of its children. */
  readonly span: Span;
  /** The name itself. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Projects with their proposals, and those with their fields, in the order of the text. */
export function symbolsOf(document: ProposalsDocument): readonly DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  let project: Project | null = null;
  let children: DocumentSymbol[] = [];
  for (const proposal of document.proposals) {
    if (project !== proposal.project) {
      if (project) symbols.push(projectSymbol(project, children));
      project = proposal.project;
      children = [];
    }
    (project ? children : symbols).push(proposalSymbol(proposal));
  }
  if (project) symbols.push(projectSymbol(project, children));
  return symbols;
}

function projectSymbol({ section, name }: Project, children: readonly DocumentSymbol[]): DocumentSymbol {
  const nameSpan = { start: section.titleStart, end: section.titleEnd };
  const span = { start: section.start, end: Math.max(section.end, children.at(-1)?.span.end ?? 0) };
  return { kind: 'project', name: name || 'Untitled', detail: '', span, nameSpan, children };
}

function proposalSymbol({ section, body }: Proposal): DocumentSymbol {
  const fields = body.fields.flatMap((field): DocumentSymbol[] => {
    if (!field.label) return [];
    const nameSpan = shift(field.label.span, section.start);
    return [
      {
        kind: 'field',
        name: field.label.text,
        detail: '',
        span: shift(field.span, section.start),
        nameSpan,
        children: [],
      },
    ];
  });
  return {
    kind: 'proposal',
    name: body.title.text || 'Untitled',
    detail: body.mentors.map(({ name, handle }) => (name ?? handle)?.text ?? '').join(', '),
    span: { start: section.start, end: section.end },
    nameSpan: shift(body.title.span, section.start),
    children: fields,
  };
}
