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

/** A text with stops for the caret, and where it is put in. */
export interface InsertedTemplate {
  readonly is: 'inserted';
  readonly edit: Edit;
  readonly pieces: readonly Piece[];
}

/**
 * The empty proposal that the document's template shows, behind the proposal that the caret stands in, else on the
 * caret's line; with a heading for the project where it would stand under none. Null where it would not be read as a
 * heading anywhere, as behind a fence that nobody has closed; refused beside a merge conflict.
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
  /** The project whose part of the file it is; empty for none. */
  readonly project: string;
}

function piecesFor(document: ProposalsDocument, project: string): readonly Piece[] {
  const levels = levelsOf(document);
  const projectLevel = project === '' ? levels.project : null;
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
  // What stands below the template of a file would look like a part of it.
  if (!section || isTemplateHeading(titleOf(text, section))) return { offset: text.length, project: '' };
  const project = document.kind === null ? '' : (projectAround(document, index)?.name ?? '');
  const blank = blankLineAt(text, caret);
  if (blank !== null && (document.kind === null || project !== '' || index === sections.length - 1))
    return { offset: blank, project };
  return { offset: behind(text, withoutSeparators(text, section).end), project };
}

/** Where the caret's line begins, where nothing stands on it; null elsewhere. */
function blankLineAt(text: string, caret: number): number | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  return text.slice(start, behind(text, caret)).trim() === '' ? start : null;
}

/** Behind the line that holds an offset: editors indent what is put into a line like that line. */
function behind(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed < 0 ? text.length : feed + 1;
}

/** Whether every heading of the inserted text is one in the new text, and all others are still. */
function standsAlone(text: string, edit: Edit): boolean {
  const headings = (each: string) => sectionsOf(each).filter(({ level }) => level > 0).length;
  return headings(applyEdits(text, [edit])) === headings(text) + headings(edit.text);
}
