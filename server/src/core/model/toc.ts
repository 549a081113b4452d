import { leastOf } from '../text/least';
import { type Span, shift } from '../text/span';
import { isAscending, type Link, type Links } from './contents';
import type { ProposalsDocument } from './document';
import type { ProposalBody } from './proposal';
import type { Section } from './section';

/** A table of contents, compared with the headings of its document. */
export interface Toc extends Links {
  /** The start of its section in the document. */
  readonly start: number;
  /** The heading above the list. If there is none, its first entry. */
  readonly span: Span;
  /** The starts of all sections, by index. */
  readonly starts: readonly number[];
  /** Indices of projects and proposals that are missing from the list, in order. */
  readonly missing: readonly number[];
  /** Whether its projects are sorted by name although those in the file are not. Then the list keeps its own order. */
  readonly byName: boolean;
}

/** The table of contents of a document: its longest list of links to headings. Null if there is none. */
export function tocOf(document: ProposalsDocument): Toc | null {
  let longest: ProposalsDocument['fronts'][number] | null = null;
  for (const each of document.fronts) if (each.front.toc.length > (longest?.front.toc.length ?? 1)) longest = each;
  if (!longest) return null;
  const { section, front } = longest;
  const { bodies, contents } = document.readings;
  const found = named(contents.linksOf(front.toc, bodies), bodies);
  const starts = startsOf(bodies);
  const { titleStart, titleEnd } = section;
  const first = front.toc[0]?.title.span ?? { start: 0, end: 0 };
  return {
    ...found,
    start: section.start,
    span: /contents|^toc$/i.test(document.text.slice(titleStart, titleEnd))
      ? { start: titleStart, end: titleEnd }
      : shift(first, section.start),
    starts,
    missing: missingIn(document, found, starts, document.text.slice(section.start, section.end)),
    byName: !found.ascending && isByName(document, found, starts),
  };
}

/** The text of a link, as a span of the document. */
export function spanOf({ start }: Toc, { entry }: Link): Span {
  return shift(entry.title.span, start);
}

function startsOf(bodies: readonly { readonly text: string }[]): number[] {
  let start = 0;
  return bodies.map(({ text }) => {
    const own = start;
    start += text.length;
    return own;
  });
}

/** Accepts links to HTML elements with a name or id. */
function named(found: Links, bodies: readonly ProposalBody[]): Links {
  if (found.fine) return found;
  const names = new Set(bodies.flatMap(htmlNamesIn));
  const links = found.links.map((link) =>
    (link.state === 'lost' || link.state === 'astray') && names.has(link.entry.anchor.text)
      ? { ...link, state: 'fine' as const }
      : link,
  );
  return { ...found, links };
}

/** Cached by body, because this runs at every keystroke and only the body that is edited is another one. */
function htmlNamesIn(body: ProposalBody): readonly string[] {
  const names = namesByBody.get(body) ?? htmlNames(body.text);
  namesByBody.set(body, names);
  return names;
}

const namesByBody = new WeakMap<ProposalBody, readonly string[]>();
const noNames: readonly string[] = [];

function htmlNames(text: string): readonly string[] {
  const names = [...text.matchAll(/\b(?:name|id)="([^"\n]{1,300})"/g)].map(([, name = '']) => name);
  return names.length === 0 ? noNames : names;
}

function isByName({ projects }: ProposalsDocument, { links }: Links, starts: readonly number[]): boolean {
  const own = new Set(projects.map(({ section }) => section.start));
  const ofProjects = links.filter(({ heading }) => own.has(starts[heading] ?? -1));
  const level = leastOf(ofProjects.map(({ entry }) => entry.indent));
  const outer = ofProjects.filter(({ entry }) => entry.indent === level);
  return (
    outer.length > 2 &&
    isAscending(outer.map(({ entry }) => entry.title.text.toLowerCase())) &&
    !isAscending(outer.map(({ heading }) => heading))
  );
}

/**
 * A list with most proposals is meant to have all of them. The same is true for projects, but not for other headings.
 */
function missingIn(
  { projects, proposals }: ProposalsDocument,
  { headings, links }: Links,
  starts: readonly number[],
  list: string,
): number[] {
  const listed = new Uint8Array(starts.length);
  for (const { heading } of links) if (heading >= 0) listed[heading] = 1;
  const absentProposals = unlisted(proposals, starts, listed);
  const absentProjects = unlisted(projects, starts, listed);
  if (absentProposals.length === 0 && absentProjects.length === 0) return [];
  const filled = new Set(proposals.flatMap(({ project, subproject }) => [project, subproject]));
  const used = projects.filter((project) => filled.has(project));
  const absent = absentProjects.filter((project) => filled.has(project));
  const ofProjects = new Set(absent.length * 2 < used.length ? absent.map(({ section }) => section.start) : []);
  const wanted = new Set(ofProjects);
  if (absentProposals.length * 2 < proposals.length)
    for (const { section } of absentProposals) wanted.add(section.start);
  if (wanted.size === 0) return [];
  const slugs = new Set(links.map(({ heading }) => headings[heading]?.slug));
  return headings.flatMap(({ anchor, slug, title }, i) => {
    const start = starts[i] ?? -1;
    if (!wanted.has(start) || title === '' || list.includes(`](#${anchor})`)) return [];
    // A project with two headings needs only one entry.
    return ofProjects.has(start) && slugs.has(slug) ? [] : [i];
  });
}

/** The ordered parts of the document whose sections are missing from the list. */
function unlisted<T extends { readonly section: Section }>(
  parts: readonly T[],
  starts: readonly number[],
  listed: Uint8Array,
): T[] {
  let i = 0;
  return parts.filter(({ section }) => {
    while ((starts[i] ?? section.start) < section.start) i++;
    return listed[i] !== 1;
  });
}
