import { wordKey } from '../facts/words';
import { type Anchored, anchorsOf, renderedTitle, slugOfTitle } from '../model/anchor';
import type { ProposalsDocument } from '../model/document';
import type { TocEntry } from '../model/front';
import { type Span, shift } from '../text/span';

/** An entry of a table of contents and the heading that it means. */
export interface Link {
  readonly entry: TocEntry;
  /** Of the link's text, from the start of the document. */
  readonly span: Span;
  /** Index of the heading that is meant; -1 where no heading of the document is. */
  readonly heading: number;
  /** fine: it leads there; astray: GitHub makes another anchor; twice: an earlier entry is the same; lost: no such heading. */
  readonly state: 'fine' | 'astray' | 'twice' | 'lost';
}

/** A table of contents against the headings of its document. */
export interface Toc {
  /** Where the section that holds it begins in the document. */
  readonly start: number;
  /** Of the heading above it; of its first entry where that is none of its own. */
  readonly span: Span;
  readonly headings: readonly Anchored[];
  readonly links: readonly Link[];
  /** Indexes of the projects and proposals that it should list and does not, in order. */
  readonly missing: readonly number[];
  /** Whether its projects stand in the order of their names where those of the file do not: then it keeps its own order. */
  readonly byName: boolean;
}

/** The table of contents of a document: the longest of its lists of links to headings; null without one. */
export function tocOf(document: ProposalsDocument): Toc | null {
  let longest: ProposalsDocument['fronts'][number] | null = null;
  for (const each of document.fronts) if (each.front.toc.length > (longest?.front.toc.length ?? 1)) longest = each;
  if (!longest) return null;
  const { section, front } = longest;
  const headings = anchorsOf(document.readings);
  const links = linksOf(front.toc, section.start, headings, document.text);
  const first = links[0]?.span ?? { start: section.start, end: section.start };
  const title = document.text.slice(section.titleStart, section.titleEnd);
  return {
    start: section.start,
    span: /contents|^toc$/i.test(title) ? { start: section.titleStart, end: section.titleEnd } : first,
    headings,
    links,
    missing: missingIn(document, headings, links, document.text.slice(section.start, section.end)),
    byName: isByName(document, headings, links),
  };
}

function isByName({ projects }: ProposalsDocument, headings: readonly Anchored[], links: readonly Link[]): boolean {
  if (isAscending(links.map(({ heading }) => heading))) return false;
  const starts = new Set(projects.map(({ section }) => section.start));
  const own = links.filter(({ heading }) => starts.has(headings[heading]?.start ?? -1));
  const level = Math.min(...own.map(({ entry }) => entry.indent));
  const outer = own.filter(({ entry }) => entry.indent === level);
  return (
    outer.length > 2 &&
    isAscending(outer.map(({ entry }) => entry.title.text.toLowerCase())) &&
    !isAscending(outer.map(({ heading }) => heading))
  );
}

/** Whether no value is less than the one before it. */
export function isAscending<T extends number | string>(values: readonly T[]): boolean {
  return values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value));
}

function linksOf(toc: readonly TocEntry[], by: number, headings: readonly Anchored[], text: string): Link[] {
  const byAnchor = new Map<string, number>();
  const bySlug = new Map<string, number[]>();
  headings.forEach(({ anchor, slug }, i) => {
    byAnchor.set(anchor, i);
    const same = bySlug.get(slug);
    if (same) same.push(i);
    else bySlug.set(slug, [i]);
  });
  const slugs = toc.map(({ title, anchor }) => {
    const heading = headings[byAnchor.get(anchor.text) ?? -1];
    return heading?.body.title.text === title.text ? heading.slug : slugOfTitle(title.text);
  });
  const times = new Map<string, number>();
  for (const slug of slugs) times.set(slug, (times.get(slug) ?? 0) + 1);
  const nth = new Map<string, number>();
  const led = new Set<number>();
  return toc.map((entry, i) => {
    const slug = slugs[i] ?? '';
    const count = nth.get(slug) ?? 0;
    nth.set(slug, count + 1);
    const leads = byAnchor.get(entry.anchor.text) ?? byAnchor.get(decoded(entry.anchor.text)) ?? -1;
    const heading = meant(entry, slug, leads, count);
    const link = { entry, span: shift(entry.title.span, by), heading };
    if (heading < 0) return { ...link, state: isNamed(entry.anchor.text, text) ? 'fine' : 'lost' };
    if (leads === heading && led.has(heading) && headings[heading]?.slug === slug) return { ...link, state: 'twice' };
    led.add(heading);
    return { ...link, state: leads === heading ? 'fine' : 'astray' };
  });

  /** The heading that an entry means: the one it leads to, unless its text is that of another one. */
  function meant(entry: TocEntry, slug: string, leads: number, count: number): number {
    const same = bySlug.get(slug) ?? [];
    // As many entries as headings of one text: each means its own, however they are numbered.
    if (same.length > 1 && same.length === times.get(slug)) return same[count] ?? -1;
    if (leads >= 0 && (same.length === 0 || headings[leads]?.slug === slug)) return leads;
    if (same.length > 0) return same[Math.min(count, same.length - 1)] ?? -1;
    const byCase = byAnchor.get(entry.anchor.text.toLowerCase());
    if (byCase !== undefined) return byCase;
    const key = wordKey(renderedTitle(entry.title.text));
    return headings.findIndex(({ body }) => wordKey(renderedTitle(body.title.text)) === key);
  }
}

/** Whether the document itself gives something that name in HTML. */
function isNamed(anchor: string, text: string): boolean {
  return text.includes(`name="${anchor}"`) || text.includes(`id="${anchor}"`);
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** A list that has most proposals is meant to have all of them, and so for projects; other headings it may choose. */
function missingIn(
  { projects, proposals }: ProposalsDocument,
  headings: readonly Anchored[],
  links: readonly Link[],
  list: string,
): number[] {
  const listed = new Set<number>();
  const slugs = new Set<string>();
  for (const { heading } of links) {
    const own = headings[heading];
    if (!own) continue;
    listed.add(own.start);
    slugs.add(own.slug);
  }
  const filled = new Set(proposals.flatMap(({ project, subproject }) => [project, subproject]));
  const wanted = new Set<number>();
  const groups = [proposals, projects.filter((project) => filled.has(project))].map((group) =>
    group.map(({ section }) => section),
  );
  for (const group of groups) {
    const absent = group.filter(({ start }) => !listed.has(start));
    if (absent.length * 2 < group.length) for (const { start } of absent) wanted.add(start);
  }
  if (wanted.size === 0) return [];
  const projectStarts = new Set(projects.map(({ section }) => section.start));
  return headings.flatMap(({ start, anchor, slug, body }, i) => {
    if (!wanted.has(start) || body.title.text === '' || list.includes(`](#${anchor})`)) return [];
    // A project that is headed twice is listed once.
    return projectStarts.has(start) && slugs.has(slug) ? [] : [i];
  });
}
