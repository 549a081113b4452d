import { english, type L10n } from '../../../l10n';
import { isTermOver, termLabel } from '../../facts/terms';
import { wordKey } from '../../facts/words';
import { type KnownFile, type KnownProject, type KnownProposal, newestFirst } from '../../known/known';
import { renderedTitle } from '../../model/anchor';
import { termDaysOf } from '../../model/date';
import type { DocumentKind } from '../../model/kind';

/** A term with its files. A file without a term is a term of its own. */
export interface OutlineTerm {
  readonly id: string;
  readonly label: string;
  /** Accepted files come before proposed ones. */
  readonly files: readonly KnownFile[];
}

/** The accepted or the proposed proposals of a term, or the entries of its list pages. */
export interface OutlineKind {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly files: readonly KnownFile[];
}

export interface OutlineProject {
  readonly id: string;
  /** As rendered. */
  readonly label: string;
  readonly file: KnownFile;
  /** Null for proposals without a project. */
  readonly heading: KnownProject | null;
  readonly proposals: readonly OutlineProposal[];
}

/** Whether proposals stand right below their term, because their program has no projects. */
export function isBare({ heading, file }: OutlineProject): boolean {
  return heading === null && !file.demands.has('projects');
}

export interface OutlineProposal {
  readonly id: string;
  readonly label: string;
  readonly proposal: KnownProposal;
  /** Index among the proposals of its file. */
  readonly order: number;
}

/**
 * The id of the branch called `name` below `parent`. It depends on names and not on positions, so that branches stay
 * expanded while the user edits nearby.
 */
export function idBelow(parent: string, name: string): string {
  return `${parent}\n${name.replaceAll('\n', ' ')}`;
}

/** The id of the term that contains a branch. */
export function termIdIn(id: string): string {
  return id.split('\n').slice(0, 2).join('\n');
}

/**
 * The terms of a workspace, newest first. A README without proposals does not count; a file that accepts proposals
 * does.
 */
export function termsOf(files: readonly KnownFile[]): readonly OutlineTerm[] {
  const terms = new Map<string, { label: string; files: KnownFile[] }>();
  for (const file of [...files].sort(byAge)) {
    if (file.proposals.length === 0 && file.kind === 'accepted') continue;
    const own = file.term && termLabel(file.term);
    // Two clones of a repository contain the same terms. Files with one proposal each stand together by their folder.
    const isOneOfMany = !own && file.proposals.length === 1 && !file.demands.has('projects');
    const id = own || isOneOfMany ? idBelow(folderOf(file.uri), own ?? '') : idBelow(file.uri, '');
    const term = terms.get(id);
    if (term) term.files.push(file);
    else terms.set(id, { label: own ?? nameOf(file), files: [file] });
  }
  return [...terms].map(([id, { label, files: own }]) => {
    const [first, second] = own;
    const isFolder = first && second && !first.term;
    return { id, label: isFolder ? (first.path.split('/').at(-2) ?? label) : label, files: own };
  });
}

export function kindsOf({ id, files }: OutlineTerm): readonly OutlineKind[] {
  const kinds: readonly DocumentKind[] = ['accepted', 'proposed', 'index'];
  return kinds.flatMap((kind) => {
    const own = files.filter((file) => file.kind === kind);
    return own.length > 0 ? [{ id: idBelow(id, kind), kind, files: own }] : [];
  });
}

/** The projects in document order, including those without proposals. Repeated headings are merged. */
export function projectsOf({ id, files }: OutlineKind): readonly OutlineProject[] {
  const projects = new Map<string, { file: KnownFile; heading: KnownProject | null; proposals: OutlineProposal[] }>();
  /** Number of proposals per id so far, used to number duplicates. */
  const counts = new Map<string, number>();
  for (const file of files) {
    const headings = file.projects.map((heading) => ({ heading, at: heading.span.start }));
    const proposals = file.proposals.map((proposal, order) => ({ proposal, order, at: proposal.span.start }));
    for (const each of [...headings, ...proposals].sort((a, b) => a.at - b.at)) {
      const heading = 'proposal' in each ? each.proposal.project : each.heading;
      const key = idBelow(id, heading?.key ?? '');
      const project = projects.get(key) ?? { file, heading, proposals: [] };
      projects.set(key, project);
      if ('proposal' in each) project.proposals.push(outlineProposal(key, counts, each));
    }
  }
  return [...projects].map(([key, project]) => ({
    id: key,
    label: project.heading ? renderedTitle(project.heading.name) : 'No project',
    ...project,
  }));
}

function outlineProposal(
  projectId: string,
  counts: Map<string, number>,
  { proposal, order }: Pick<OutlineProposal, 'proposal' | 'order'>,
): OutlineProposal {
  const base = idBelow(projectId, wordKey(proposal.title));
  const twins = counts.get(base) ?? 0;
  counts.set(base, twins + 1);
  return {
    id: twins === 0 ? base : `${base}#${twins + 1}`,
    label: renderedTitle(proposal.title) || 'Untitled',
    proposal,
    order,
  };
}

/** Label of a file among files of several terms and kinds: "2026 Term 1 (Mar-May) drafts". */
export function fileLabel(file: KnownFile, l10n: L10n = english): string {
  const name = (file.term && termLabel(file.term)) ?? nameOf(file);
  return file.kind === 'proposed' && file.term?.program !== 'summerofcode' ? l10n.t('{0} drafts', name) : name;
}

/** The text after "Status:". Null if no file of the term has one. */
export function statusOf({ files }: Pick<OutlineTerm, 'files'>): string | null {
  const status = files.find(({ term }) => term?.status)?.term?.status;
  return status ? renderedTitle(status) : null;
}

/** Whether a term is over, by its status or else by its months. `now` is in milliseconds since 1970. */
export function isOver(term: Pick<OutlineTerm, 'files'>, now: number): boolean {
  return isTermOver(term.files[0]?.term ?? null, statusOf(term), now);
}

const DAY = 86_400_000;

/** Days left to propose. Null if unknown or over. */
export function daysLeft({ files }: Pick<OutlineTerm, 'files'>, now: number): number | null {
  const file = files.find(({ deadline }) => deadline !== null);
  const time = file?.deadline ? (termDaysOf([file.deadline], file.term)[0]?.time ?? null) : null;
  const days = time === null ? -1 : time / DAY - Math.floor(now / DAY);
  return days >= 0 ? days : null;
}

function byAge(a: KnownFile, b: KnownFile): number {
  return newestFirst(a, b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

function nameOf({ path }: KnownFile): string {
  return path.split('/').at(-1) ?? path;
}
