import { termLabel } from '../facts/terms';
import { type KnownFile, type KnownProject, type KnownProposal, newestFirst } from '../known/known';
import type { Place } from '../known/place';

export interface OutlineProposal {
  readonly label: string;
  /** The mentors' names. */
  readonly detail: string;
  readonly place: Place;
}

export interface OutlineProject {
  readonly label: string;
  readonly place: Place;
  readonly proposals: readonly OutlineProposal[];
}

export interface OutlineTerm {
  readonly label: string;
  /** Status and number of proposals. */
  readonly detail: string;
  readonly projects: readonly OutlineProject[];
}

/** Terms, newest first, accepted before proposed, from the files of a workspace. A file without proposals is left out. */
export function outlineOf(files: readonly KnownFile[]): readonly OutlineTerm[] {
  return files
    .filter(({ proposals }) => proposals.length > 0)
    .sort(newestFirst)
    .map((file) => {
      const count = file.proposals.length;
      const counted = `${count} proposal${count === 1 ? '' : 's'}`;
      const status = file.term?.status;
      return { label: fileLabel(file), detail: status ? `${status}, ${counted}` : counted, projects: projectsOf(file) };
    });
}

/** A file by its term: "2026 Term 1 (Mar-May)", with "drafts" behind it for what is only proposed there. */
export function fileLabel({ kind, path, term }: KnownFile): string {
  const name = (term && termLabel(term)) ?? path.split('/').at(-1) ?? path;
  return kind === 'proposed' && term?.program !== 'summerofcode' ? `${name} drafts` : name;
}

function projectsOf({ uri, proposals }: KnownFile): OutlineProject[] {
  const projects = new Map<KnownProject | null, OutlineProposal[]>();
  for (const proposal of proposals) {
    const siblings = projects.get(proposal.project);
    if (siblings) siblings.push(outlineProposal(proposal));
    else projects.set(proposal.project, [outlineProposal(proposal)]);
  }
  return [...projects].map(([project, children]) => ({
    label: project?.name ?? 'No project',
    place: { uri, span: project?.span ?? { start: 0, end: 0 } },
    proposals: children,
  }));
}

function outlineProposal({ file, title, mentors, span }: KnownProposal): OutlineProposal {
  return {
    label: title || 'Untitled',
    detail: mentors
      .map(({ name, handle }) => name ?? handle ?? '')
      .filter((name) => name !== '')
      .join(', '),
    place: { uri: file.uri, span },
  };
}
