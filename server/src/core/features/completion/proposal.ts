import type { ProposalsDocument } from '../../model/document';
import type { Section } from '../../model/section';
import { missingFields } from '../../model/template';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import { namesPrograms, nothingWanted, proposalPieces } from '../new-proposal/text';
import { searchable } from '../symbols/fuzzy';
import { lineAround } from './caret';
import { type Offer, type Piece, textOfPieces } from './offer';

/** A project heading, whether or not CNCF lists the project. */
export interface ProjectHeading {
  readonly name: string;
  readonly section: Section;
}

/** The project that contains the section, or is the section. Null if there is none. */
export function projectAround(document: ProposalsDocument, index: number): ProjectHeading | null {
  const { sections, template, text } = document;
  for (let i = index; i >= 0; i--) {
    const section = sections[i];
    if (!section || section.level === 0) return null;
    const name = text.slice(section.titleStart, section.titleEnd);
    if (section.level >= template.proposalLevel || name === '') continue;
    const known = document.projects.find((project) => project.section.start === section.start);
    if (known) return { name: known.name, section };
    return section.level === template.projectLevel && isOther(document, section) ? { name, section } : null;
  }
  return null;
}

function isOther({ readings }: ProposalsDocument, section: Section): boolean {
  const at = readings.sections.findIndex(({ start }) => start === section.start);
  const body = readings.bodies[at];
  return (
    body?.role === 'other' && body.ids.size === 0 && body.front.toc.length === 0 && body.front.timeline.length === 0
  );
}

/**
 * A complete empty proposal as in the template. Offered on a line of `#` below a project, and on an empty line, a list
 * marker or the beginning of "proposal" on the first text line below the project's heading or behind a proposal.
 */
export function proposalOffers(document: ProposalsDocument, index: number, offset: number): readonly Offer[] {
  const { text, template, sections } = document;
  const line = lineAround(text, offset);
  const written = text.slice(line.start, line.end).trim();
  const isHeading = /^#{1,6}$/.test(written);
  const [, marker = ''] = /^([-*+](?:[ \t]+|$))?/.exec(text.slice(line.start, line.end)) ?? [];
  if (!isHeading && !'proposal'.startsWith(searchable(written.slice(marker.trim().length)))) return [];
  const section = sections[index];
  const project = section && projectAround(document, isHeading && section.start === line.start ? index - 1 : index);
  // A program without projects has its proposals right below the title of the file.
  if (!section || (!project && document.program.demands.has('projects'))) return [];
  if (isHeading) {
    // After a blank the heading level is fixed.
    const isDone = text.charAt(offset - 1) !== '#';
    if (written.length > template.proposalLevel || (isDone && written.length < template.proposalLevel)) return [];
    if (hasFields(document, section)) return [];
  } else if (project?.section === section) {
    const heading = lineAround(text, section.start);
    if (line.start <= section.start || marker !== '' || text.slice(heading.end, line.start).trim() !== '') return [];
  } else if (!isBehindProposal(document, section, line)) return [];
  const pieces = piecesOf(document, project ?? null, line);
  return [
    {
      kind: 'proposal',
      label: 'New proposal',
      detail:
        template.source === 'document'
          ? "as in this file's template"
          : template.source === 'habit'
            ? 'like the others here'
            : 'with every field',
      filterText: isHeading ? `${'#'.repeat(template.proposalLevel)} proposal` : `${marker}proposal`,
      edit: { span: { start: line.start, end: line.end }, text: textOfPieces(pieces) },
      pieces,
      topic: null,
    },
  ];
}

/** Whether the line is in a paragraph of its own after all text of a proposal that lacks no field. */
function isBehindProposal({ text, template, proposals }: ProposalsDocument, section: Section, line: Span): boolean {
  const proposal = proposals.find((each) => each.section.start === section.start);
  if (!proposal || missingFields(proposal.body, template).length > 0) return false;
  const behind = text.slice(line.end, section.end).replace(/^-{3,}[ \t]*$/gm, '');
  return behind.trim() === '' && !isBelowText(text, line);
}

function hasFields({ proposals }: ProposalsDocument, section: Section): boolean {
  return proposals.some((proposal) => proposal.section.start === section.start && proposal.body.fields.length > 0);
}

/** The proposal for the caret's line, with a blank line above and below. */
function piecesOf(document: ProposalsDocument, project: ProjectHeading | null, line: Span): readonly Piece[] {
  const { text, template } = document;
  const lineEnd = lineEndOf(text);
  const shape = {
    projectLevel: null,
    proposalLevel: template.proposalLevel,
    named: namesPrograms(document),
    issuesBegun: true,
  };
  const behind = lineAround(text, Math.min(text.length, line.end + 1));
  const isAboveText = line.end < text.length && text.slice(behind.start, behind.end).trim() !== '';
  return [
    ...(isBelowText(text, line) ? [lineEnd] : []),
    ...proposalPieces(document, { ...nothingWanted, project: project?.name ?? '' }, shape).map(chosen),
    isAboveText ? lineEnd + lineEnd : lineEnd,
  ];
}

/** Uses the first choice, for clients that do not support choices. */
function chosen(piece: Piece): Piece {
  if (typeof piece === 'string' || piece.text !== '') return piece;
  return { ...piece, text: piece.choices?.[0] ?? '' };
}

function isBelowText(text: string, line: Span): boolean {
  if (line.start === 0) return false;
  const before = lineAround(text, line.start - 1);
  return text.slice(before.start, before.end).trim() !== '';
}
