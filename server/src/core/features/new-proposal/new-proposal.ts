import { placeInOrder } from '../../edits/project-order';
import { headingRole } from '../../facts/headings';
import { wordKey } from '../../facts/words';
import { resolveFirst } from '../../model/conflict';
import { type Project, type Proposal, type ProposalsDocument, readDocument } from '../../model/document';
import { levelsOf } from '../../model/levels';
import { blockOf, withoutSeparators } from '../../model/project-block';
import { type Section, titleOf } from '../../model/section';

import { applyEdits, type Edit } from '../../text/edit';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Piece } from '../completion/offer';
import { namesPrograms, proposalPieces, type Shape, type WantedProposal } from './text';

export type NewProposal =
  | {
      readonly is: 'edit';
      readonly edit: Edit;
      /** Offset in the new text: in the first empty field, or else after the proposal. */
      readonly caret: number;
      readonly after: ProposalsDocument;
      /** The proposal in `after`. */
      readonly proposal: Proposal;
    }
  | { readonly is: 'refused'; readonly why: string };

/**
 * The edit that adds a proposal below its project, with a project heading in alphabetical position if needed. We read
 * the result again: if the proposal is not separate or other proposals change, it goes to the end or is refused. The
 * `toc` rule updates the table of contents.
 *
 * `named` says whether to add a line with the program name. Default: as in the document's other proposals.
 */
export function newProposal(document: ProposalsDocument, said: WantedProposal, named?: boolean): NewProposal {
  if (document.conflicts.length > 0) return { is: 'refused', why: resolveFirst };
  const wanted = cleaned(said);
  if (wanted.project === '' && !mayStandAlone(document)) return { is: 'refused', why: 'Choose or enter a project.' };
  if (wanted.title === '') return { is: 'refused', why: 'Enter a title.' };
  for (const place of placesFor(document, wanted.project)) {
    const pieces = proposalPieces(document, wanted, { ...place.shape, named: named ?? namesPrograms(document) });
    const placed = placedAt(document, place.offset, pieces);
    const after = readDocument(applyEdits(document.text, [placed.edit]), document.path, {
      projects: document.readings.context.projects,
      previous: document,
    });
    const proposal = addedBy(placed.edit, document, after, wanted);
    if (proposal) return { is: 'edit', ...placed, after, proposal };
  }
  return {
    is: 'refused',
    why: 'Cannot insert the proposal: close the code fence or comment above this place first.',
  };
}

/** Whether a proposal there needs no project: the program does not ask for one, and not all others have one. */
export function mayStandAlone({ program, proposals }: ProposalsDocument): boolean {
  if (program.demands.has('projects')) return false;
  return proposals.length === 0 || proposals.some(({ project }) => project === null);
}

interface PlaceInFile {
  readonly offset: number;
  readonly shape: Omit<Shape, 'named'>;
}

/** Possible places for the proposal, best first. */
function placesFor(document: ProposalsDocument, name: string): readonly PlaceInFile[] {
  const levels = levelsOf(document);
  const whole = { projectLevel: levels.project, proposalLevel: levels.proposal };
  const end = { offset: document.text.length, shape: whole };
  if (name === '') return [...lastAlone(document), { ...end, shape: { ...whole, projectLevel: null } }];
  const own = projectCalled(document, name);
  if (own) {
    const level = own.section.level;
    const proposalLevel = level === levels.project || level + 1 > 6 ? levels.proposal : level + 1;
    const shape = { projectLevel: null, proposalLevel: Math.max(proposalLevel, Math.min(6, level + 1)) };
    return [{ offset: endOf(document.text, behindOwn(document, own)), shape }, end];
  }
  const place = placeInOrder(document, name);
  if (place?.above) return [{ offset: place.above.section.start, shape: whole }, end];
  if (place) return [{ offset: endOf(document.text, blockOf(document, place.last)), shape: whole }, end];
  const list = document.sections.findLast((section) => isList(document, section, levels.project));
  return list ? [{ offset: endOf(document.text, withoutSeparators(document.text, list)), shape: whole }, end] : [end];
}

/** The place below the last proposal without a project. None if there is no such proposal. */
function lastAlone({ text, proposals }: ProposalsDocument): readonly PlaceInFile[] {
  const last = proposals.findLast(({ project }) => project === null)?.section;
  if (!last) return [];
  return [
    { offset: endOf(text, withoutSeparators(text, last)), shape: { projectLevel: null, proposalLevel: last.level } },
  ];
}

/** The project's heading with proposals, or else any of its headings. Null if there is none. */
function projectCalled({ projects, proposals, readings }: ProposalsDocument, name: string): Project | null {
  const list = readings.context.projects;
  const listed = list.find(name);
  const key = wordKey(name);
  const named = projects.filter((project) => wordKey(project.name) === key);
  // A name in parentheses distinguishes parts of a project.
  const others = projects.filter(
    (project) => listed !== null && !/\(/.test(project.name + name) && list.find(project.name) === listed,
  );
  const own = named.length > 0 ? named : others;
  return own.find((project) => proposals.some((proposal) => proposal.project === project)) ?? own[0] ?? null;
}

/** Where the project's last proposal ends. Proposals of its parts, such as a SIG, do not count. */
function behindOwn({ text, proposals }: ProposalsDocument, project: Project): Span {
  const last = proposals.findLast((proposal) => proposal.project === project && proposal.subproject === null);
  return withoutSeparators(text, last?.section ?? project.section);
}

/** Whether the section is the list of proposals in a file without projects ("Proposed Project ideas"). */
function isList({ text }: ProposalsDocument, section: Section, projectLevel: number): boolean {
  const title = titleOf(text, section);
  return (
    section.level > 0 &&
    section.level < projectLevel &&
    headingRole(title) === 'structure' &&
    /\b(?:ideas?|proposals?|projects?)\b/i.test(title)
  );
}

/** End of the last line of a block. */
function endOf(text: string, { end }: Span): number {
  const feed = text.indexOf('\n', end);
  if (feed < 0) return text.length;
  return feed > end && text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

/** The edit that inserts pieces at an offset, with one blank line above and below, and the caret position. */
export function placedAt(
  { text }: Pick<ProposalsDocument, 'text'>,
  offset: number,
  pieces: readonly Piece[],
): { readonly edit: Edit; readonly caret: number; readonly pieces: readonly Piece[] } {
  const lineEnd = lineEndOf(text);
  const [before, behind] = [blankAbove(text, offset, lineEnd), blankBelow(text, offset, lineEnd)];
  const inserted = [before, ...pieces, behind];
  const texts = inserted.map((piece) => (typeof piece === 'string' ? piece : piece.text));
  const stop = inserted.findIndex((piece) => typeof piece !== 'string' && piece.text === '');
  const all = texts.join('');
  const caret = stop < 0 ? all.length - behind.length : texts.slice(0, stop).join('').length;
  return { edit: { span: { start: offset, end: offset }, text: all }, caret: offset + caret, pieces: inserted };
}

function blankAbove(text: string, offset: number, lineEnd: string): string {
  const above = text.slice(0, offset);
  if (above.trim() === '') return above === '' || above.endsWith('\n') ? '' : lineEnd;
  if (/\n[ \t]*\r?\n$/.test(above)) return '';
  return above.endsWith('\n') ? lineEnd : lineEnd + lineEnd;
}

function blankBelow(text: string, offset: number, lineEnd: string): string {
  const below = text.slice(offset);
  if (below === '') return lineEnd;
  if (!/^[ \t]*\r?\n/.test(below)) return lineEnd + lineEnd;
  return below.trim() === '' || /^[ \t]*\r?\n[ \t]*\r?\n/.test(below) ? '' : lineEnd;
}

/** The added proposal, if it is separate and all others are unchanged. Otherwise null. */
function addedBy(
  edit: Edit,
  before: ProposalsDocument,
  after: ProposalsDocument,
  { project, title }: WantedProposal,
): Proposal | null {
  const own = after.proposals.find(
    ({ section: { start } }) => edit.span.start <= start && start < edit.span.start + edit.text.length,
  );
  if (!own || own.body.title.text !== title || own.body.fields.length === 0) return null;
  const isBelow = own.project !== null && projectCalled({ ...after, projects: [own.project] }, project) !== null;
  if (project === '' ? own.project !== null : !isBelow) return null;
  const others = after.proposals.filter((proposal) => proposal !== own);
  return sameProposals(before, { ...after, proposals: others }) ? own : null;
}

/** Whether both have the same proposals under the same projects. A proposal may have become a sample. */
function sameProposals(a: ProposalsDocument, b: ProposalsDocument): boolean {
  const said = ({ proposals, samples }: ProposalsDocument) =>
    JSON.stringify([...proposals, ...samples].map(({ body }) => [body.title.text, ...body.fields.map(valueIn(body))]));
  const above = ({ proposals }: ProposalsDocument) =>
    JSON.stringify(proposals.map(({ project }) => project?.name ?? null));
  return said(a) === said(b) && (b.samples.length > a.samples.length || above(a) === above(b));
}

function valueIn({ text }: Proposal['body']) {
  return ({ value }: Proposal['body']['fields'][number]) => text.slice(value.start, value.end);
}

/** Each value on a single line, as headings and fields require. */
function cleaned({ project, title, mentors, upstream }: WantedProposal): WantedProposal {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  const heading = (text: string) => line(text.replace(/^[\s#]+/, ''));
  return {
    project: heading(project),
    title: heading(title),
    mentors: mentors.map((entry) => line(entry.replace(/^\s*[-*+]\s+/, ''))).filter((entry) => entry !== ''),
    upstream: line(upstream),
  };
}
