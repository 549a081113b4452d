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
      /** An offset in the new text: in the first field that is empty, else behind the proposal. */
      readonly caret: number;
      readonly after: ProposalsDocument;
      /** The proposal in `after`. */
      readonly proposal: Proposal;
    }
  | { readonly is: 'refused'; readonly why: string };

/**
 * The edit that puts one more proposal into a document, below its project or, with a heading for that, where the
 * project belongs by the alphabet. The document is read again with it: where the proposal would not stand on its own,
 * or others would not be the same, it is put at the end or refused. The table of contents is left to its rule.
 *
 * `named` says whether the name of the program gets a line, where the document's own proposals do not.
 */
export function newProposal(document: ProposalsDocument, said: WantedProposal, named?: boolean): NewProposal {
  if (document.conflicts.length > 0) return { is: 'refused', why: resolveFirst };
  const wanted = cleaned(said);
  if (wanted.project === '') return { is: 'refused', why: 'Choose or enter a project.' };
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

interface PlaceInFile {
  readonly offset: number;
  readonly shape: Omit<Shape, 'named'>;
}

/** Where the proposal may stand, the best place first. */
function placesFor(document: ProposalsDocument, name: string): readonly PlaceInFile[] {
  const levels = levelsOf(document);
  const whole = { projectLevel: levels.project, proposalLevel: levels.proposal };
  const end = { offset: document.text.length, shape: whole };
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

/** The heading of a project under which proposals stand, else any of its headings; null without one. */
function projectCalled({ projects, proposals, readings }: ProposalsDocument, name: string): Project | null {
  const list = readings.context.projects;
  const listed = list.find(name);
  const key = wordKey(name);
  const named = projects.filter((project) => wordKey(project.name) === key);
  // A bracket tells one part of a project from another.
  const others = projects.filter(
    (project) => listed !== null && !/\(/.test(project.name + name) && list.find(project.name) === listed,
  );
  const own = named.length > 0 ? named : others;
  return own.find((project) => proposals.some((proposal) => proposal.project === project)) ?? own[0] ?? null;
}

/** What a proposal of the project follows: its last one, but none of a part of the project, such as a SIG. */
function behindOwn({ text, proposals }: ProposalsDocument, project: Project): Span {
  const last = proposals.findLast((proposal) => proposal.project === project && proposal.subproject === null);
  return withoutSeparators(text, last?.section ?? project.section);
}

/** Whether a section is where a file without projects asks for them ("Proposed Project ideas"). */
function isList({ text }: ProposalsDocument, section: Section, projectLevel: number): boolean {
  const title = titleOf(text, section);
  return (
    section.level > 0 &&
    section.level < projectLevel &&
    headingRole(title) === 'structure' &&
    /\b(?:ideas?|proposals?|projects?)\b/i.test(title)
  );
}

/** The end of the line in which a block ends. */
function endOf(text: string, { end }: Span): number {
  const feed = text.indexOf('\n', end);
  if (feed < 0) return text.length;
  return feed > end && text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

/** The edit that puts pieces at an offset, with one blank line above and below them, and where the caret belongs. */
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

/** The proposal that an edit has added, where it stands on its own and all others are as they were; null elsewhere. */
function addedBy(
  edit: Edit,
  before: ProposalsDocument,
  after: ProposalsDocument,
  { project, title }: WantedProposal,
): Proposal | null {
  const own = after.proposals.find(
    ({ section: { start } }) => edit.span.start <= start && start < edit.span.start + edit.text.length,
  );
  if (!own?.project || own.body.title.text !== title) return null;
  if (own.body.fields.length === 0 || projectCalled({ ...after, projects: [own.project] }, project) === null)
    return null;
  const others = after.proposals.filter((proposal) => proposal !== own);
  return sameProposals(before, { ...after, proposals: others }) ? own : null;
}

/** Whether both have the same proposals under the same projects; one that was no sample may be one now. */
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

/** On one line each, as headings and fields have them. */
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
