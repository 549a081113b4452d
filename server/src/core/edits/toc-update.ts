import { renderedTitle } from '../model/anchor';
import type { Link } from '../model/contents';
import type { ProposalsDocument } from '../model/document';
import type { Toc } from '../model/toc';
import type { Edit } from '../text/edit';
import { lineEndOf } from '../text/lines';

/** An entry with the lines that follow it before the next entry: blank lines, comments, items without links. */
interface Entry {
  readonly link: Link | null;
  readonly text: string;
}

/**
 * The edit that updates a table of contents. Null if it is up to date.
 *
 * The list keeps its marker, its indentation and its choice of headings other than projects and proposals. Lines that
 * need no change stay identical, and lines that are no entries stay with the entry above them.
 */
export function updateToc(document: ProposalsDocument, toc: Toc): Edit | null {
  const { text } = document;
  const first = toc.links[0];
  const last = toc.links.at(-1);
  if (!first || !last) return null;
  const span = { start: toc.start + first.entry.span.start, end: toc.start + last.entry.span.end };
  const lineEnd = lineEndOf(text);
  const byHeading = new Map<number, Entry>();
  let lead = '';
  let above: number | null = null;
  const below = (more: string) => {
    const entry = above === null ? null : byHeading.get(above);
    if (above === null || !entry) lead += more;
    else byHeading.set(above, { ...entry, text: entry.text + more });
  };
  toc.links.forEach((link, i) => {
    const from = toc.start + link.entry.span.start;
    const lineStop = toc.start + link.entry.span.end;
    const line = text.slice(from, lineStop) + lineEnd;
    const next = toc.links[i + 1]?.entry.span.start;
    const rest = next === undefined ? '' : text.slice(lineStop, toc.start + next).replace(/^\r?\n/, '');
    if (link.state === 'fine' && link.heading < 0) below(line);
    else if (link.heading >= 0 && !byHeading.has(link.heading)) {
      byHeading.set(link.heading, { link, text: withAnchor(line, link, toc) });
      above = link.heading;
    }
    below(rest);
  });
  const indents = indentsOf(document, toc);
  for (const index of toc.missing) {
    const heading = toc.headings[index];
    if (!heading) continue;
    const { title } = heading;
    const shown = title.includes('](') ? renderedTitle(title) : title;
    const line = `${indents(toc.starts[index] ?? -1)}${first.entry.marker} [${shown}](#${heading.anchor})${lineEnd}`;
    byHeading.set(index, { link: null, text: line });
  }
  const listed = [...byHeading.keys()];
  const order = toc.byName ? ownOrder(document, toc, listed) : listed.sort((a, b) => a - b);
  const ordered = order.map((index) => byHeading.get(index)?.text ?? '');
  const list = (lead + ordered.join('')).replace(/\r?\n$/, '');
  return list === text.slice(span.start, span.end) ? null : { span, text: list };
}

function withAnchor(line: string, { entry, state, heading }: Link, { headings }: Toc): string {
  const anchor = headings[heading]?.anchor;
  if (state !== 'astray' || anchor === undefined) return line;
  const { start, end } = entry.anchor.span;
  return line.slice(0, start - entry.span.start) + anchor + line.slice(end - entry.span.start);
}

/**
 * Keeps the order of a list that is sorted by name: a new project goes where its name belongs, a new proposal after its
 * predecessor.
 */
function ownOrder(
  { projects, proposals }: ProposalsDocument,
  { starts, missing }: Toc,
  listed: readonly number[],
): number[] {
  const names = new Map(projects.map(({ section, name }) => [section.start, name.toLowerCase()]));
  for (const { section, project, subproject } of proposals) {
    if (!project) continue;
    names.set(section.start, project.name.toLowerCase());
    if (subproject) names.set(subproject.section.start, project.name.toLowerCase());
  }
  const nameOf = (index: number) => names.get(starts[index] ?? -1) ?? '';
  const place = new Map(listed.map((index, i) => [index, i]));
  const added = new Set(missing);
  let last = -1;
  for (const index of [...listed].sort((a, b) => a - b)) {
    if (added.has(index) && last >= 0 && nameOf(last) === nameOf(index))
      place.set(index, (place.get(last) ?? 0) + 1 / (1 << 20));
    last = index;
  }
  return [...listed].sort((a, b) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    return one === other ? (place.get(a) ?? 0) - (place.get(b) ?? 0) : one < other ? -1 : 1;
  });
}

/**
 * Returns a function that gives the indentation of an entry, by the start of its section. Follows the other entries.
 */
function indentsOf({ text, projects, proposals }: ProposalsDocument, toc: Toc): (start: number) => string {
  const own = new Map<number, string>();
  for (const { entry, heading } of toc.links) {
    const start = toc.starts[heading];
    const from = toc.start + entry.span.start;
    if (start !== undefined) own.set(start, /^[ \t]*/.exec(text.slice(from, from + 200))?.[0] ?? '');
  }
  const parents = new Map(proposals.map(({ section, project, subproject }) => [section.start, subproject ?? project]));
  const usual = (starts: readonly number[]) => mostCommon(starts.flatMap((start) => own.get(start) ?? []));
  const ofProjects = usual(projects.map(({ section }) => section.start)) ?? '';
  const ofProposals = usual(proposals.map(({ section }) => section.start)) ?? `${ofProjects}  `;
  return (start) => {
    const parent = parents.get(start);
    if (parent === undefined) return ofProjects;
    const siblings = proposals.filter(({ project, subproject }) => (subproject ?? project) === parent);
    return usual(siblings.map(({ section }) => section.start)) ?? ofProposals;
  };
}

function mostCommon(values: readonly string[]): string | null {
  const times = new Map<string, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of times) if (best === null || count > (times.get(best) ?? 0)) best = value;
  return best;
}
