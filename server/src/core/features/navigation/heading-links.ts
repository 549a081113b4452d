import { Anchors } from '../../model/anchor';
import { Contents } from '../../model/contents';
import type { ProposalsDocument } from '../../model/document';
import { type Span, shift, touches } from '../../text/span';
import { inlineLinkAt } from './links';

/** A heading and the links to it. Spans count from the start of the document. */
export interface LinkedHeading {
  /** The heading's text. */
  readonly span: Span;
  /** Texts of the links to it in tables of contents. */
  readonly entries: readonly Span[];
}

/** The heading at `offset`, or the target of a link there. Null if there is neither. */
export function headingAt(document: ProposalsDocument, offset: number): LinkedHeading | null {
  const { sections } = document.readings;
  const own = sections.findIndex((section) => section.level > 0 && touches(titleSpan(section), offset));
  const index = own >= 0 ? own : linkedFrom(document, offset);
  const section = sections[index];
  if (!section) return null;
  const entries = linksOf(document).filter(({ heading }) => heading === index);
  return { span: titleSpan(section), entries: entries.map(({ span }) => span) };
}

/** Start of the section that an entry of a table of contents links to. Null outside such an entry. */
export function startOfEntry(document: ProposalsDocument, offset: number): number | null {
  return document.readings.sections[entryAt(document, offset)?.heading ?? -1]?.start ?? null;
}

/** The heading with that anchor. Null if the document has none. */
export function headingWithAnchor(document: ProposalsDocument, anchor: string): Span | null {
  const section = document.readings.sections[indexOf(document, anchor)];
  return section ? titleSpan(section) : null;
}

/**
 * Index of the heading that the link at `offset` opens. For an entry of a table of contents, the heading that it means.
 */
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
    // The cached table of contents is only the longest one of the document.
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
