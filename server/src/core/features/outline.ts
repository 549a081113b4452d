import { termKey, termLabel } from '../facts/terms';
import type { Project, Proposal, ProposalsDocument } from '../model/document';
import type { Span } from '../text/span';
import { shift } from '../text/span';

/** Where a line of the outline leads. */
export interface OutlinePlace {
  readonly uri: string;
  readonly span: Span;
}

export interface OutlineProposal {
  readonly label: string;
  /** The mentors' names. */
  readonly detail: string;
  readonly place: OutlinePlace;
}

export interface OutlineProject {
  readonly label: string;
  readonly place: OutlinePlace;
  readonly proposals: readonly OutlineProposal[];
}

export interface OutlineTerm {
  readonly label: string;
  /** Status and number of proposals. */
  readonly detail: string;
  readonly projects: readonly OutlineProject[];
}

/** One file of a term: what the outline keeps of a document. */
export interface OutlineFile {
  readonly label: string;
  readonly sortKey: string;
  readonly status: string | null;
  readonly projects: readonly OutlineProject[];
}

/** What the outline shows of one document; null for what is no proposals document or has no proposals. */
export function outlineFileOf(uri: string, document: ProposalsDocument): OutlineFile | null {
  if (document.kind === null || document.proposals.length === 0) return null;
  const { term, kind } = document;
  const name = (term && termLabel(term)) ?? document.path.split('/').at(-1) ?? document.path;
  const projects = new Map<Project | null, OutlineProposal[]>();
  for (const proposal of document.proposals) {
    const siblings = projects.get(proposal.project);
    if (siblings) siblings.push(outlineProposal(uri, proposal));
    else projects.set(proposal.project, [outlineProposal(uri, proposal)]);
  }
  return {
    label: kind === 'proposed' && term?.program !== 'summerofcode' ? `${name} drafts` : name,
    sortKey: `${termKey(term)} ${kind === 'accepted' ? 1 : 0}`,
    status: term?.status ?? null,
    projects: [...projects].map(([project, proposals]) => ({
      label: project?.name ?? 'No project',
      place: project
        ? { uri, span: { start: project.section.titleStart, end: project.section.titleEnd } }
        : { uri, span: { start: 0, end: 0 } },
      proposals,
    })),
  };
}

/** Terms, newest first, accepted before proposed, from the files of a workspace. */
export function outlineOf(files: readonly OutlineFile[]): readonly OutlineTerm[] {
  const ordered = [...files].sort((a, b) => (a.sortKey < b.sortKey ? 1 : a.sortKey > b.sortKey ? -1 : 0));
  return ordered.map(({ label, status, projects }) => {
    const count = projects.reduce((sum, project) => sum + project.proposals.length, 0);
    const counted = `${count} proposal${count === 1 ? '' : 's'}`;
    return { label, detail: status ? `${status}, ${counted}` : counted, projects };
  });
}

function outlineProposal(uri: string, { section, body }: Proposal): OutlineProposal {
  return {
    label: body.title.text || 'Untitled',
    detail: body.mentors
      .map((mentor) => mentor.name?.text ?? mentor.handle?.text ?? '')
      .filter((name) => name !== '')
      .join(', '),
    place: { uri, span: shift(body.title.span, section.start) },
  };
}
