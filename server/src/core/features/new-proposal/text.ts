import { fieldText, gapAfter, nested, styleOf } from '../../edits/insert-fields';
import { askedParts } from '../../edits/mentor-entry';
import { issuesOf } from '../../edits/upstream-address';
import { programName } from '../../facts/lfx';
import { renderedTitle } from '../../model/anchor';
import type { ProposalsDocument } from '../../model/document';
import type { TemplateField } from '../../model/template';
import { requiresPrimaryMentor } from '../../model/template-words';
import { lineEndOf } from '../../text/lines';
import { openedField, optionsOf } from '../completion/fields';
import type { Piece } from '../completion/offer';
import { rowPieces } from './table-text';

/** The user's input for a new proposal. Empty values become tab stops. */
export interface WantedProposal {
  readonly project: string;
  readonly title: string;
  /** Entries as written below the label. */
  readonly mentors: readonly string[];
  readonly upstream: string;
}

export const nothingWanted: WantedProposal = { project: '', title: '', mentors: [], upstream: '' };

/** Which headings to add for a new proposal, and their levels. */
export interface Shape {
  /** The level of the project heading. Null if it already exists. */
  readonly projectLevel: number | null;
  readonly proposalLevel: number;
  /** Whether to add the line with the program name. */
  readonly named: boolean;
  /** Whether to start the upstream issue with the address of the project's issues, for users who type it. */
  readonly issuesBegun?: boolean;
}

/** Whether most proposals of the document have a line with the program name. */
export function namesPrograms({ proposals }: ProposalsDocument): boolean {
  return proposals.filter(({ body }) => body.programName !== null).length * 2 > proposals.length;
}

/**
 * A proposal in the form of the document's template, without blank lines around it. Missing values become tab stops in
 * document order.
 */
export function proposalPieces(document: ProposalsDocument, wanted: WantedProposal, shape: Shape): readonly Piece[] {
  const { template, term } = document;
  const lineEnd = lineEndOf(document.text);
  const pieces: Piece[] = [];
  let stops = 0;
  const valueOrStop = (text: string, hint = ''): Piece => (text === '' ? { stop: ++stops, text: hint } : text);
  const isAsked = shape.projectLevel !== null || shape.named;
  const project = isAsked ? valueOrStop(wanted.project, 'CNCF project name') : '';
  if (shape.projectLevel !== null) pieces.push(`${'#'.repeat(shape.projectLevel)} `, project, lineEnd + lineEnd);
  const title = valueOrStop(wanted.title, document.program.demands.has('lfx') ? 'Mentorship project title' : 'Title');
  pieces.push(`${'#'.repeat(shape.proposalLevel)} `, title, lineEnd + lineEnd);
  if (shape.named && term?.year && term.number && term.program !== 'summerofcode')
    pieces.push(...programLine(project, title, { year: term.year, number: term.number }), lineEnd + lineEnd);
  const begun = shape.issuesBegun ? issuesOf(document, wanted.project) : '';
  const style = styleOf({ fields: [], text: '' }, template);
  // What CNCF's form does not require is offered where labels are completed.
  const fields = template.fields.filter(({ required }) => template.source !== 'facts' || required !== false);
  if (style.writing?.shape === 'row') {
    const valueFor = (field: TemplateField) => cellPiece(field, title, wanted, () => ++stops);
    return [...pieces, ...rowPieces(fields, style, lineEnd, valueFor)];
  }
  fields.forEach((field, i) => {
    if (i > 0) pieces.push(gapAfter(style, lineEnd));
    pieces.push(...fieldPieces(field, document, wanted, { begun, nextStop: () => ++stops }));
  });
  return pieces;
}

/** The value of a field in a cell. */
function cellPiece(
  field: TemplateField,
  title: Piece,
  { mentors, upstream }: WantedProposal,
  nextStop: () => number,
): Piece {
  if (/^(?:project )?title$/i.test(field.label)) return title;
  if (field.id === 'mentors' && mentors.length > 0) return mentors.join('<br>');
  if (field.id === 'upstream-issue' && upstream !== '') return upstream;
  return { stop: nextStop(), text: '', choices: optionsOf(field) };
}

/** The entries, with the first one as primary mentor if the template requires one and nobody is. */
function withPrimary(mentors: readonly string[], { template }: ProposalsDocument): readonly string[] {
  const isThere = mentors.some((entry) => /\bprimary\b/i.test(entry));
  if (isThere || !requiresPrimaryMentor(template)) return mentors;
  return mentors.map((entry, i) => (i === 0 ? `${entry} - primary` : entry));
}

function programLine(project: Piece, title: Piece, term: { year: number; number: number }): readonly Piece[] {
  const plain = (piece: Piece) => (typeof piece === 'string' ? renderedTitle(piece) : piece);
  // Headings cannot contain line breaks, so they are safe as placeholders for project and title.
  const [before = '', between = '', behind = ''] = programName('\n', '\n', term).split('\n');
  return [before, plain(project), between, plain(title), behind];
}

function fieldPieces(
  field: TemplateField,
  document: ProposalsDocument,
  { mentors, upstream }: WantedProposal,
  { begun, nextStop }: { readonly begun: string; nextStop(): number },
): readonly Piece[] {
  const lineEnd = lineEndOf(document.text);
  const style = styleOf({ fields: [], text: '' }, document.template);
  const opened = openedField(field, style, lineEnd);
  if (field.id === 'upstream-issue' && upstream !== '') return [opened + upstream];
  if (field.id === 'mentors' && mentors.length > 0) {
    const label = fieldText(field, style, lineEnd).split(lineEnd, 1)[0] ?? '';
    const entries = withPrimary(mentors, document);
    if (!askedParts(document).listed) return [`${label.trimEnd()} ${entries.join(', ')}`];
    return [[label, ...entries.map((entry) => nested(style.prefix) + entry)].join(lineEnd)];
  }
  const choices = optionsOf(field);
  return [opened + (field.id === 'upstream-issue' ? begun : ''), { stop: nextStop(), text: '', choices }];
}
