import { wordKey } from '../facts/words';
import { type Anchored, Anchors, renderedTitle, slugOfTitle } from './anchor';
import type { TocEntry } from './front';
import type { ProposalBody } from './proposal';

/** An entry of a table of contents and its heading. */
export interface Link {
  readonly entry: TocEntry;
  /** Index of the section whose heading the entry means. -1 if the document has no such heading. */
  readonly heading: number;
  /**
   * fine: the link works; astray: GitHub generates another anchor; twice: duplicates an earlier entry; lost: there is
   * no such heading.
   */
  readonly state: 'fine' | 'astray' | 'twice' | 'lost';
}

/** All entries of a table of contents with their headings. */
export interface Links {
  readonly headings: readonly Anchored[];
  readonly links: readonly Link[];
  /** Whether all links work. */
  readonly fine: boolean;
  /** Whether the entries are in the order of their headings. */
  readonly ascending: boolean;
}

/** Caches the links of a table of contents until an entry or a heading changes. */
export class Contents {
  private readonly anchors = new Anchors();
  private last: (Links & { readonly toc: readonly TocEntry[] }) | null = null;

  /** `bodies` are those of all sections of the document. `toc` is the list in one of them. */
  linksOf(toc: readonly TocEntry[], bodies: readonly ProposalBody[]): Links {
    const headings = this.anchors.of(bodies);
    if (this.last?.toc === toc && this.last.headings === headings) return this.last;
    const links = linksOf(toc, headings);
    const fine = links.every(({ state }) => state === 'fine');
    this.last = { toc, headings, links, fine, ascending: isAscending(links.map(({ heading }) => heading)) };
    return this.last;
  }
}

/** Whether no value is less than its predecessor. */
export function isAscending<T extends number | string>(values: readonly T[]): boolean {
  return values.every((value, i) => i === 0 || value >= (values[i - 1] ?? value));
}

function linksOf(toc: readonly TocEntry[], headings: readonly Anchored[]): Link[] {
  const byAnchor = new Map<string, number>();
  const bySlug = new Map<string, number[]>();
  headings.forEach(({ anchor, slug }, i) => {
    if (anchor === '') return;
    byAnchor.set(anchor, i);
    const same = bySlug.get(slug);
    if (same) same.push(i);
    else bySlug.set(slug, [i]);
  });
  const slugs = toc.map(({ title, anchor }) => {
    const heading = headings[byAnchor.get(anchor.text) ?? -1];
    return heading?.title === title.text ? heading.slug : slugOfTitle(title.text);
  });
  const times = new Map<string, number>();
  for (const slug of slugs) times.set(slug, (times.get(slug) ?? 0) + 1);
  const nth = new Map<string, number>();
  const led = new Set<number>();
  let byKey: Map<string, number> | null = null;
  return toc.map((entry, i) => {
    const slug = slugs[i] ?? '';
    const count = nth.get(slug) ?? 0;
    nth.set(slug, count + 1);
    const leads = byAnchor.get(entry.anchor.text) ?? byAnchor.get(decoded(entry.anchor.text)) ?? -1;
    const heading = meant(entry, slug, leads, count);
    if (heading < 0) return { entry, heading, state: 'lost' };
    if (leads === heading && led.has(heading) && headings[heading]?.slug === slug)
      return { entry, heading, state: 'twice' };
    led.add(heading);
    return { entry, heading, state: leads === heading ? 'fine' : 'astray' };
  });

  /** The heading that an entry means: the target of its link, unless the entry's text is that of another heading. */
  function meant(entry: TocEntry, slug: string, leads: number, count: number): number {
    const same = bySlug.get(slug) ?? [];
    // If there are as many entries as headings with this text, the nth entry means the nth heading.
    if (same.length > 1 && same.length === times.get(slug)) return same[count] ?? -1;
    if (leads >= 0 && (same.length === 0 || headings[leads]?.slug === slug)) return leads;
    if (same.length > 0) return same[Math.min(count, same.length - 1)] ?? -1;
    const byCase = byAnchor.get(entry.anchor.text.toLowerCase());
    if (byCase !== undefined) return byCase;
    byKey ??= new Map(
      headings
        .map(({ anchor, title }, i) => [anchor === '' ? '' : wordKey(renderedTitle(title)), i] as const)
        .reverse(),
    );
    return byKey.get(wordKey(renderedTitle(entry.title.text)) || '-') ?? -1;
  }
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
