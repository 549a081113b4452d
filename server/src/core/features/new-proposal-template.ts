import { type ProposalsDocument, proposalAt } from '../model/document';
import { type Section, sectionsOf } from '../model/section';
import { withoutSeparators } from '../rules/blocks';
import { levelsOf } from '../rules/levels';
import { applyEdits, type Edit } from '../text/edit';
import type { Piece } from './completion/offer';
import { projectAround } from './completion/proposal';
import { placedAt } from './new-proposal';
import { namesPrograms, nothingWanted, proposalPieces } from './new-proposal-text';

/** A text with stops for the caret, and where it is put in. */
export interface InsertedTemplate {
  readonly edit: Edit;
  readonly pieces: readonly Piece[];
}

/**
 * The empty proposal that the document's template shows, behind the proposal that the caret stands in, else on the
 * caret's line; with a heading for the project where it would stand under none. Null where it would not be read as a
 * heading anywhere, as behind a fence that nobody has closed.
 */
export function insertTemplate(document: ProposalsDocument, caret: number): InsertedTemplate | null {
  const levels = levelsOf(document);
  const { text } = document;
  const { offset, hasProject } = placeAt(document, caret);
  const shape = {
    projectLevel: hasProject ? null : levels.project,
    proposalLevel: levels.proposal,
    named: namesPrograms(document),
  };
  const pieces = proposalPieces(document, nothingWanted, shape);
  for (const at of [offset, text.length]) {
    const placed = placedAt(document, at, pieces);
    if (standsAlone(text, placed.edit)) return placed;
  }
  return null;
}

function placeAt(document: ProposalsDocument, caret: number): { offset: number; hasProject: boolean } {
  const { text } = document;
  const sections = document.sections.length > 0 ? document.sections : sectionsOf(text);
  const proposal = proposalAt(document, caret);
  if (proposal)
    return {
      offset: lineEndAt(text, withoutSeparators(text, proposal.section).end),
      hasProject: proposal.project !== null,
    };
  const index = sections.findLastIndex(({ start }) => start <= caret);
  const section = sections[index];
  const hasProject = document.kind !== null && projectAround(document, index) !== null;
  const blank = blankLineAt(text, caret);
  if (blank !== null && (document.kind === null || hasProject || isLast(sections, index)))
    return { offset: blank, hasProject };
  return { offset: section ? lineEndAt(text, withoutSeparators(text, section).end) : text.length, hasProject };
}

/** Where the caret's line begins, where nothing stands on it; null elsewhere. */
function blankLineAt(text: string, caret: number): number | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  return text.slice(start, lineEndAt(text, caret)).trim() === '' ? start : null;
}

function isLast(sections: readonly Section[], index: number): boolean {
  return index === sections.length - 1;
}

/** The end of the line that holds an offset. */
function lineEndAt(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

/** Whether every heading of the inserted text is one in the new text, and all others are still. */
function standsAlone(text: string, edit: Edit): boolean {
  const headings = (each: string) => sectionsOf(each).filter(({ level }) => level > 0).length;
  return headings(applyEdits(text, [edit])) === headings(text) + headings(edit.text);
}
