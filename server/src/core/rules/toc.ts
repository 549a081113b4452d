import type { ProposalsDocument } from '../model/document';
import type { Span } from '../text/span';
import type { DocumentRule, Report } from './rule';
import { isAscending, type Link, type Toc, tocOf } from './toc-list';
import { updateToc } from './toc-update';

/** More findings of a kind than this are said in one: a list of twenty broken links has one cause. */
const MOST = 3;

export const toc: DocumentRule = {
  id: 'toc',
  scope: 'document',
  summary: 'The table of contents leads to every project and proposal of the file.',
  why: 'Mentees find their way by it: a link that leads nowhere or an entry that is missing hides a proposal.',
  source: "GitHub: anchors of headings; the list of the file's own projects and proposals",
  severity: 'warning',
  examples: [
    {
      bad: '## Table of Contents\n\n- [Jaeger](#jaeger)\n  - [Faster queries & reports](#faster-queries-reports)\n\n## Proposals\n\n### Jaeger\n\n#### Faster queries & reports\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
      good: '## Table of Contents\n\n- [Jaeger](#jaeger)\n  - [Faster queries & reports](#faster-queries--reports)\n\n## Proposals\n\n### Jaeger\n\n#### Faster queries & reports\n\n- Description: Make them fast.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n',
    },
  ],
  *check({ document }) {
    const toc = tocOf(document);
    if (!toc) return;
    yield* astray(toc);
    yield* lost(toc);
    yield* missing(toc, document);
    yield* outOfOrder(toc);
  },
  *help(_report, { document }) {
    const toc = tocOf(document);
    const edit = toc && updateToc(document, toc);
    if (edit) yield { title: 'Update table of contents', kind: 'action', edits: [edit], caret: null, preferred: true };
  },
};

function* astray({ links, headings, span }: Toc): Iterable<Report> {
  const found = links.filter(({ state }) => state === 'astray');
  if (found.length > MOST)
    yield summary(
      span,
      found,
      `${found.length} links of the table of contents lead elsewhere: GitHub makes other anchors of these headings.`,
    );
  else
    for (const { span: at, heading } of found)
      yield {
        span: at,
        message: `This link does not lead to its heading: GitHub makes the anchor "#${headings[heading]?.anchor}".`,
      };
}

function* lost({ links, span }: Toc): Iterable<Report> {
  const found = links.filter(({ state }) => state === 'lost');
  if (found.length > MOST)
    yield summary(
      span,
      found,
      `${found.length} entries of the table of contents have no heading in this file any more.`,
    );
  else for (const { span: at } of found) yield { span: at, message: 'No heading of this file is called so any more.' };
  for (const { span: at, state } of links)
    if (state === 'twice') yield { span: at, message: 'This entry stands in the table of contents twice.' };
}

function* missing({ missing: indexes, headings, span }: Toc, { text }: ProposalsDocument): Iterable<Report> {
  const found = indexes.flatMap((i) => {
    const heading = headings[i];
    if (!heading) return [];
    const { title } = heading.body;
    const start = heading.start + title.span.start;
    return [
      {
        span: { start, end: heading.start + title.span.end },
        title: text.slice(start, heading.start + title.span.end),
      },
    ];
  });
  if (found.length > MOST)
    yield summary(
      span,
      found,
      `${found.length} projects and proposals are missing from the table of contents, "${found[0]?.title}" among them.`,
    );
  else
    for (const { span: at } of found)
      yield {
        span: at,
        message: 'This heading is missing from the table of contents.',
        related: [{ uri: null, span, message: 'The table of contents.' }],
      };
}

function* outOfOrder({ links, headings, span, byName }: Toc): Iterable<Report> {
  if (byName) return;
  const found = strays(links.filter(({ heading, state }) => heading >= 0 && state !== 'twice'));
  if (found.length > MOST)
    yield summary(
      span,
      found,
      `${found.length} parts of the table of contents stand in another order than their headings.`,
    );
  else
    for (const { span: at, heading } of found) {
      const before = headings[heading - 1]?.body.title.text;
      yield {
        span: at,
        message: before
          ? `This entry is out of order: its heading stands behind "${before}".`
          : 'This entry is out of order: its heading is the first of the file.',
      };
    }
}

/** The fewest links that have to move for all to stand in the order of their headings; the first of each row of them. */
function strays(links: readonly Link[]): Link[] {
  if (isAscending(links.map(({ heading }) => heading))) return [];
  // The longest ascending row: `ends[n]` is the link with which the best row of n + 1 links ends.
  const ends: number[] = [];
  const before: number[] = [];
  links.forEach(({ heading }, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((links[ends[middle] ?? 0]?.heading ?? 0) <= heading) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1);
    ends[low] = i;
  });
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) kept.add(i);
  // A project that has moved takes its proposals along: that is one thing to say.
  return links.filter((_, i) => !kept.has(i) && (i === 0 || kept.has(i - 1)));
}

function summary(span: Span, found: readonly { readonly span: Span }[], message: string): Report {
  const related = found.slice(0, 10).map((each) => ({ uri: null, span: each.span, message: 'One of them.' }));
  return { span, message, related };
}
