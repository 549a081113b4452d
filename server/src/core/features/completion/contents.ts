import { type Anchored, Anchors, renderedTitle } from '../../model/anchor';
import type { ProposalsDocument } from '../../model/document';
import type { Section } from '../../model/section';
import { tocOf } from '../../model/toc';
import { searchable } from '../symbols/fuzzy';
import { headOf, lineAround } from './caret';
import { beginsWord } from './match';
import type { Offer } from './offer';

/** Entries that are missing from a table of contents. Headings near the caret's line come first. */
export function contentsOffers(document: ProposalsDocument, section: Section, offset: number): readonly Offer[] {
  const { text, projects, proposals, readings } = document;
  const line = lineAround(text, offset);
  const head = headOf(text, line);
  if (head.marker === '' || offset < head.start || line.start <= section.start) return [];
  const written = text.slice(head.start, offset);
  if (/\]/.test(written)) return [];
  const found = contentsIn(document, section);
  if (!found || found.isGood(line.start, line.end)) return [];
  const own = new Set([...projects, ...proposals].map((each) => each.section.start));
  const key = searchable(written.replace(/^\[/, ''));
  const missing = found.headings.flatMap(({ anchor, title }, i) => {
    const start = readings.sections[i]?.start ?? -1;
    if (anchor === '' || title === '' || !own.has(start) || found.listed.has(i)) return [];
    const shown = title.includes('](') ? renderedTitle(title) : title;
    return beginsWord(searchable(shown), key) ? [{ index: i, shown, anchor }] : [];
  });
  const above = found.above(line.start);
  // Entries that follow the one above come first, in document order.
  const ordered = [...missing.filter(({ index }) => index > above), ...missing.filter(({ index }) => index < above)];
  const project = new Map(proposals.map((each) => [each.section.start, each.project?.name ?? null]));
  return ordered.map(({ index, shown, anchor }) => ({
    kind: 'link',
    label: shown,
    detail: project.get(readings.sections[index]?.start ?? -1) ?? null,
    filterText: searchable(shown).startsWith(key)
      ? written.startsWith('[')
        ? `[${shown}`
        : shown
      : `${written} ${shown}`,
    edit: { span: { start: head.start, end: line.end }, text: `[${shown}](#${anchor})` },
    pieces: null,
    topic: null,
  }));
}

interface ContentsList {
  readonly headings: readonly Anchored[];
  /** Indexes of the headings that the table of contents lists. */
  readonly listed: ReadonlySet<number>;
  /** Whether an entry with a correct link starts between the offsets. */
  isGood(start: number, end: number): boolean;
  /** Index of the heading of the last entry above an offset, or -1. */
  above(offset: number): number;
}

function contentsIn(document: ProposalsDocument, section: Section): ContentsList | null {
  const toc = tocOf(document);
  if (toc?.start === section.start) {
    const listed = new Set(toc.links.map(({ heading }) => heading));
    const above = (offset: number) =>
      toc.links.findLast(({ entry, heading }) => heading >= 0 && toc.start + entry.span.start < offset)?.heading ?? -1;
    const isGood = (start: number, end: number) =>
      toc.links.some(({ entry, state }) => {
        const at = toc.start + entry.span.start;
        return state === 'fine' && start <= at && at < end;
      });
    return { headings: toc.headings, listed, isGood, above };
  }
  const title = document.text.slice(section.titleStart, section.titleEnd);
  if (toc || !/contents|^toc$/i.test(title)) return null;
  return {
    headings: new Anchors().of(document.readings.bodies),
    listed: new Set(),
    isGood: () => false,
    above: () => -1,
  };
}
