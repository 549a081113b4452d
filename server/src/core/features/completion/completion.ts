import type { Known } from '../../known/known';
import { type ProposalsDocument, proposalAt } from '../../model/document';
import { linesOf } from '../../model/lines';
import type { Section } from '../../model/section';
import { firstWhere } from '../../text/first-where';
import { isBlank, type Span, shift } from '../../text/span';
import { accountOffers } from './accounts';
import { type Caret, headOf, isLabelLine, lineAround, valueStartOf } from './caret';
import { contentsOffers } from './contents';
import { fieldOffers, valueOffers } from './fields';
import { CompletionMemory } from './memory';
import { mentorOffers } from './mentors';
import { MOST, type Offer } from './offer';
import { projectOffers } from './projects';
import { proposalOffers } from './proposal';
import { prerequisiteOffers, skillOffers } from './skills';
import { type OpenIssue, type UpstreamSearch, upstreamOffers, upstreamSearch } from './upstream-offers';

export interface Completion extends Offer {
  readonly sortText: string;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** False if typing more can give more results, so that the client asks again. */
  readonly whole: boolean;
}

/**
 * Completions at `offset`, best first. Empty in prose and if nothing matches the typed text.
 *
 * `memory` speeds up later calls. `open` are the issues that GitHub returned for `upstreamSearchAt`.
 */
export function completionsAt(
  document: ProposalsDocument,
  offset: number,
  known: Known,
  memory: CompletionMemory = new CompletionMemory(),
  open: readonly OpenIssue[] = [],
): Completions {
  const offers = offersAt(document, offset, { known, memory, open });
  const items = offers.slice(0, MOST).map((offer, order) => ({ ...offer, sortText: String(order).padStart(3, '0') }));
  return { items, whole: offers.length <= MOST };
}

/** The GitHub search for open issues that would help at `offset`. Null unless an issue reference is being typed. */
export function upstreamSearchAt(document: ProposalsDocument, offset: number, known: Known): UpstreamSearch | null {
  const caret = caretIn(document, sectionAt(document.sections, offset), offset);
  return caret && upstreamSearch(caret, known);
}

/** What the completions of a proposal use besides the document. */
interface Sources {
  readonly known: Known;
  readonly memory: CompletionMemory;
  readonly open: readonly OpenIssue[];
}

function offersAt(document: ProposalsDocument, offset: number, sources: Sources): Offer[] {
  const index = sectionAt(document.sections, offset);
  const section = document.sections[index];
  if (!section) return [];
  const line = lineAround(document.text, offset);
  // Behind a carriage return, an edit in the line would end before the caret.
  if (offset > line.end) return [];
  const isHeading = section.level > 0 && line.start <= section.titleStart && section.titleStart <= line.end;
  const offers = isHeading
    ? [...proposalOffers(document, index, offset), ...projectOffers(document, section, offset)]
    : [
        ...proposalOffers(document, index, offset),
        ...spacedFromMarker(bodyOffers(document, index, offset, sources), document.text, line),
      ];
  return offers.length > 0 && !isHeading && isInert(document, section, offset) ? [] : offers;
}

/** Adds a space directly after a list marker, because Markdown does not recognize the item without it. */
function spacedFromMarker(offers: readonly Offer[], text: string, line: Span): readonly Offer[] {
  const { marker, start } = headOf(text, line);
  return marker === '' || isBlank(text.charCodeAt(start - 1)) ? offers : withBlankAt(start, offers);
}

function bodyOffers(
  document: ProposalsDocument,
  index: number,
  offset: number,
  { known, memory, open }: Sources,
): Offer[] {
  const section = document.sections[index];
  const caret = section && caretIn(document, index, offset);
  if (!section) return [];
  if (!caret) return [...contentsOffers(document, section, offset)];
  const values = [
    ...valueOffers(caret),
    ...accountOffers(caret, known),
    ...mentorOffers(caret, known, memory),
    ...skillOffers(caret, known, memory),
    ...prerequisiteOffers(caret, known),
    ...upstreamOffers(caret, known, open),
  ];
  return [...fieldOffers(caret), ...spacedFromLabel(values, caret)];
}

/** Adds a space directly after a label. */
function spacedFromLabel(offers: readonly Offer[], { body: { text }, section, field, line }: Caret): readonly Offer[] {
  const start = field && isLabelLine(field, line) ? valueStartOf(text, field) : null;
  if (start === null || isBlank(text.charCodeAt(start - 1))) return offers;
  return withBlankAt(section.start + start, offers);
}

function withBlankAt(start: number, offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) =>
    offer.edit.span.start === start ? { ...offer, edit: { ...offer.edit, text: ` ${offer.edit.text}` } } : offer,
  );
}

/** The caret in a proposal, or in a section that becomes one once it has fields. Null elsewhere. */
function caretIn(document: ProposalsDocument, index: number, offset: number): Caret | null {
  const section = document.sections[index];
  if (!section) return null;
  const proposal = proposalAt(document, offset);
  const own = proposal?.section.start === section.start ? proposal : null;
  const body = own?.body ?? futureProposal(document, section);
  if (!body) return null;
  const at = offset - section.start;
  const field = body.fields.findLast(({ span }) => span.start <= at) ?? null;
  const line = shift(lineAround(document.text, offset), -section.start);
  return { document, section, body, project: own?.project ?? null, at, line, field };
}

/** A section at proposal level that could still become a proposal. */
function futureProposal({ template, readings }: ProposalsDocument, section: Section) {
  if (section.level !== template.proposalLevel) return null;
  const at = sectionAt(readings.sections, section.start);
  // In a list of ideas a line may be a heading that is none to Markdown: then offsets would count from another.
  if (readings.sections[at]?.start !== section.start) return null;
  const body = readings.bodies[at];
  return body?.role === 'other' && body.front.toc.length === 0 && body.front.timeline.length === 0 ? body : null;
}

/** Index of the section at `offset`. Where two sections meet, the second. */
function sectionAt(sections: readonly Section[], offset: number): number {
  return Math.max(0, firstWhere(sections, ({ start }) => start > offset) - 1);
}

/** Whether the caret's line is in a fence, a comment or a quote. */
function isInert({ text }: ProposalsDocument, { start, end }: Section, offset: number): boolean {
  const at = offset - start;
  return linesOf(text.slice(start, end)).some((line) => line.start <= at && at <= line.end && line.inert);
}
