import { updateToc } from '../../edits/toc-update';
import type { DocumentRule, Help, Report } from '../../linter/rule';
import { isAscending, type Link } from '../../model/contents';
import type { ProposalsDocument } from '../../model/document';
import { spanOf, type Toc, tocOf } from '../../model/toc';
import { firstWhere } from '../../text/first-where';
import { type Span, shift } from '../../text/span';

/** If there are more findings of one kind, one finding summarizes them, because they usually have one cause. */
const MOST = 3;

export const toc: DocumentRule = {
  id: 'toc',
  scope: 'document',
  summary: 'The table of contents links to every project and proposal of the file.',
  why: 'Mentees find proposals through it. A broken link or a missing entry hides a proposal. If more than three titles are missing, one finding covers them all: expand it in the Problems panel to go to each title, up to ten of them, or use "Update table of contents" to add all of them.',
  source: "GitHub: anchors of headings; the list of the file's own projects and proposals",
  // The entry of a new title can wait until its proposal is written.
  unfinished: true,
  severity: 'warning',
  examples: [
    {
      bad: '## Table of Contents\n\n- [Jaeger](#jaeger)\n  - [Faster queries & reports](#faster-queries-reports)\n\n## Proposals\n\n### Jaeger\n\n#### Faster queries & reports\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      good: '## Table of Contents\n\n- [Jaeger](#jaeger)\n  - [Faster queries & reports](#faster-queries--reports)\n\n## Proposals\n\n### Jaeger\n\n#### Faster queries & reports\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ document }) {
    const toc = tocOf(document);
    if (!toc || (toc.fine && toc.ascending && toc.missing.length === 0)) return;
    yield* brokenLinks(toc);
    yield* staleEntries(toc);
    if (!document.program.demands.has('terms')) return;
    yield* missingEntries(toc, document);
    yield* outOfOrder(toc);
  },
  *help({ span }, { document }) {
    const toc = tocOf(document);
    if (!toc) return;
    const link = toc.links.find((each) => each.state === 'astray' && spanOf(toc, each).start === span.start);
    const anchor = link && toc.headings[link.heading]?.anchor;
    if (link && anchor !== undefined) yield changeAnchor(shift(link.entry.anchor.span, toc.start), anchor);
    const edit = updateToc(document, toc);
    const preferred = link === undefined;
    if (edit) yield { title: 'Update table of contents', kind: 'action', edits: [edit], caret: null, preferred };
  },
};

function* brokenLinks(toc: Toc): Iterable<Report> {
  const found = toc.links.filter(({ state }) => state === 'astray');
  if (found.length > MOST)
    yield summary(
      toc,
      found.map((link) => namedPlace(toc, link)),
      `${found.length} links in the table of contents are broken.`,
    );
  else
    for (const link of found)
      yield {
        span: spanOf(toc, link),
        message: `This link is broken. Change it to "#${toc.headings[link.heading]?.anchor}".`,
      };
}

/** The heading may have got another title by accident, so a person chooses. */
function changeAnchor(span: Span, anchor: string): Help {
  const edits = [{ span, text: anchor }];
  return { title: `Change the link to "#${anchor}"`, kind: 'choice', edits, caret: null, preferred: true };
}

function* staleEntries(toc: Toc): Iterable<Report> {
  const found = toc.links.filter(({ state }) => state === 'lost');
  if (found.length > MOST)
    yield summary(
      toc,
      found.map((link) => namedPlace(toc, link)),
      `${found.length} entries in the table of contents have no heading. Remove them.`,
    );
  else
    for (const link of found)
      yield { span: spanOf(toc, link), message: 'This entry has no heading in this file. Update or remove it.' };
  for (const link of toc.links)
    if (link.state === 'twice')
      yield { span: spanOf(toc, link), message: 'This entry appears twice in the table of contents. Remove one.' };
}

function* missingEntries(toc: Toc, { readings }: ProposalsDocument): Iterable<Report> {
  const found = toc.missing.flatMap((i) => {
    const title = readings.bodies[i]?.title;
    return title ? [{ span: shift(title.span, toc.starts[i] ?? 0), title: title.text }] : [];
  });
  if (found.length > MOST) yield summary(toc, found, `Add ${found.length} missing headings to the table of contents.`);
  else
    for (const { span } of found)
      yield {
        span,
        message: 'Add this heading to the table of contents.',
        related: [{ uri: null, span: toc.span, message: 'The table of contents.' }],
      };
}

function* outOfOrder(toc: Toc): Iterable<Report> {
  if (toc.byName) return;
  const found = outOfPlace(toc.links.filter(({ heading, state }) => heading >= 0 && state !== 'twice'));
  if (found.length > MOST)
    yield summary(
      toc,
      found.map((link) => namedPlace(toc, link)),
      `${found.length} entries in the table of contents are out of order.`,
    );
  else
    for (const link of found) {
      const before = toc.headings[link.heading - 1]?.title;
      yield {
        span: spanOf(toc, link),
        message: before ? `Move this entry after "${before}".` : 'Move this entry to the top.',
      };
    }
}

/** The smallest set of links to move so that all are in heading order. Of adjacent links, only the first. */
function outOfPlace(links: readonly Link[]): Link[] {
  if (isAscending(links.map(({ heading }) => heading))) return [];
  // The longest ascending subsequence: `ends[n]` is the index of the last link in the best sequence of length n + 1.
  const ends: number[] = [];
  const before: number[] = [];
  links.forEach(({ heading }, i) => {
    const at = firstWhere(ends, (end) => (links[end]?.heading ?? 0) > heading);
    before.push(ends[at - 1] ?? -1);
    ends[at] = i;
  });
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) kept.add(i);
  // The proposals of a moved project move with it, so one finding is enough.
  return links.filter((_, i) => !kept.has(i) && (i === 0 || kept.has(i - 1)));
}

interface NamedPlace {
  readonly span: Span;
  readonly title: string;
}

function namedPlace(toc: Toc, link: Link): NamedPlace {
  return { span: spanOf(toc, link), title: link.entry.title.text };
}

function summary({ span }: Toc, places: readonly NamedPlace[], message: string): Report {
  const related = places.slice(0, 10).map((place) => ({ uri: null, span: place.span, message: `"${place.title}".` }));
  return { span, message, related };
}
