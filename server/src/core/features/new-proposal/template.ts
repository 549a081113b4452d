import { isTemplateHeading } from '../../facts/headings';
import { resolveFirst } from '../../model/conflict';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { levelsOf } from '../../model/levels';
import { withoutSeparators } from '../../model/project-block';
import { sectionsOf, titleOf } from '../../model/section';
import { applyEdits, type Edit } from '../../text/edit';
import type { Piece } from '../completion/offer';
import { projectAround } from '../completion/proposal';
import { type Refused, refused } from '../rename/new-name';
import { placedAt } from './new-proposal';
import { namesPrograms, nothingWanted, proposalPieces } from './text';

/** A text with tab stops and its insertion range. */
export interface InsertedTemplate {
  readonly is: 'inserted';
  readonly edit: Edit;
  readonly pieces: readonly Piece[];
}

/**
 * Inserts the empty proposal of the document's template after the proposal at the caret, or else on the caret's line,
 * with a project heading if needed. Null if its headings would not be recognized, for example after an unclosed fence.
 * Refused if the document has a merge conflict.
 */
export function insertTemplate(document: ProposalsDocument, caret: number): InsertedTemplate | Refused | null {
  if (document.conflicts.length > 0) return refused(resolveFirst);
  const { text } = document;
  const end: PlaceInText = { offset: text.length, project: '' };
  for (const { offset, project } of [placeAt(document, caret), end]) {
    const placed = placedAt(document, offset, piecesFor(document, project));
    if (standsAlone(text, placed.edit)) return { is: 'inserted', ...placed };
  }
  return null;
}

interface PlaceInText {
  readonly offset: number;
  /** The project that contains the place. Empty if there is none. */
  readonly project: string;
}

function piecesFor(document: ProposalsDocument, project: string): readonly Piece[] {
  const levels = levelsOf(document);
  const asksForProject = project === '' && document.program.demands.has('projects');
  const projectLevel = asksForProject ? levels.project : null;
  const shape = { projectLevel, proposalLevel: levels.proposal, named: namesPrograms(document) };
  return proposalPieces(document, { ...nothingWanted, project }, shape);
}

function placeAt(document: ProposalsDocument, caret: number): PlaceInText {
  const { text } = document;
  const sections = document.sections.length > 0 ? document.sections : sectionsOf(text);
  const own = proposalAt(document, caret);
  if (own) return { offset: behind(text, withoutSeparators(text, own.section).end), project: own.project?.name ?? '' };
  const index = sections.findLastIndex(({ start }) => start <= caret);
  const section = sections[index];
  // Text after the file's template would look like a part of it.
  if (!section || isTemplateHeading(titleOf(text, section))) return { offset: text.length, project: '' };
  const project = document.kind === null ? '' : (projectAround(document, index)?.name ?? '');
  const blank = blankLineAt(text, caret);
  if (blank !== null && (document.kind === null || project !== '' || index === sections.length - 1))
    return { offset: blank, project };
  return { offset: behind(text, withoutSeparators(text, section).end), project };
}

/** Start of the caret's line if it is blank. Otherwise null. */
function blankLineAt(text: string, caret: number): number | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  return text.slice(start, behind(text, caret)).trim() === '' ? start : null;
}

/** Start of the line after an offset, because editors indent inserted text like the line it is inserted into. */
function behind(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

/** Whether all inserted headings are recognized and all others remain. */
function standsAlone(text: string, edit: Edit): boolean {
  const headings = (each: string) => sectionsOf(each).filter(({ level }) => level > 0).length;
  return headings(applyEdits(text, [edit])) === headings(text) + headings(edit.text);
}
