import { Anchors } from '../../model/anchor';
import { Contents } from '../../model/contents';
import type { ProposalsDocument } from '../../model/document';
import { type Span, shift, touches } from '../../text/span';
import { inlineLinkAt } from './links';

/** A heading of a document, and where the document links to it. Spans count from the start of the document. */
export interface LinkedHeading {
  /** The heading's text. */
  readonly span: Span;
  /** The texts of its entries in tables of contents. */
  readonly entries: readonly Span[];
}

/** The heading that stands at `offset`, or that a link there leads to; null where there is neither. */
export function headingAt(document: ProposalsDocument, offset: number): LinkedHeading | null {
  const { sections } = document.readings;
  const own = sections.findIndex((section) => section.level > 0 && touches(titleSpan(section), offset));
  const index = own >= 0 ? own : linkedFrom(document, offset);
  const section = sections[index];
  if (!section) return null;
  const entries = linksOf(document).filter(({ heading }) => heading === index);
  return { span: titleSpan(section), entries: entries.map(({ span }) => span) };
}

/** Where the section begins whose heading an entry of a table of contents means; null for every other place. */
export function startOfEntry(document: ProposalsDocument, offset: number): number | null {
  return document.readings.sections[entryAt(document, offset)?.heading ?? -1]?.start ?? null;
}

/** The text of the heading with that anchor; null where the document has none. */
export function headingWithAnchor(document: ProposalsDocument, anchor: string): Span | null {
  const section = document.readings.sections[indexOf(document, anchor)];
  return section ? titleSpan(section) : null;
}

/** The index of the heading that a link at `offset` leads to; of an entry of a table of contents the one that it means. */
function linkedFrom(document: ProposalsDocument, offset: number): number {
  const entry = entryAt(document, offset);
  if (entry) return entry.heading;
  const target = inlineLinkAt(document.text, offset)?.target;
  return target?.startsWith('#') ? indexOf(document, target.slice(1)) : -1;
}

interface Entry {
  readonly line: Span;
  readonly span: Span;
  readonly heading: number;
}

function entryAt(document: ProposalsDocument, offset: number): Entry | undefined {
  return linksOf(document).find(({ line }) => touches(line, offset));
}

function linksOf({ fronts, readings }: ProposalsDocument): Entry[] {
  return fronts.flatMap(({ section, front }) => {
    if (front.toc.length === 0) return [];
    // What a document remembers of its table of contents is that of its longest one.
    const { links } = new Contents().linksOf(front.toc, readings.bodies);
    return links.map(({ entry, heading }) => ({
      line: shift(entry.span, section.start),
      span: shift(entry.title.span, section.start),
      heading,
    }));
  });
}

function indexOf({ readings }: ProposalsDocument, anchor: string): number {
  return new Anchors().of(readings.bodies).findIndex((heading) => heading.anchor !== '' && heading.anchor === anchor);
}

function titleSpan({ titleStart, titleEnd }: { titleStart: number; titleEnd: number }): Span {
  return { start: titleStart, end: titleEnd };
}
