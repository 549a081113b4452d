import { wordKey } from '../../facts/words';
import { type Anchored, Anchors, renderedTitle } from '../../model/anchor';
import { Contents } from '../../model/contents';
import type { ProposalsDocument } from '../../model/document';
import { linesOf } from '../../model/lines';
import type { ProposalBody } from '../../model/proposal';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';

/** A heading that gets another title, by the index of its section. */
interface Retitled {
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/**
 * The edits of a document that keep its links to headings true when one of them has got another title. `titled` is
 * the document with that title and its old links. Links that lead astray, and mean another heading, stay as they are.
 */
export function linkEdits(document: ProposalsDocument, titled: ProposalsDocument, retitled: Retitled): readonly Edit[] {
  const { sections, bodies } = document.readings;
  const before = new Anchors().of(bodies);
  const after = new Anchors().of(titled.readings.bodies);
  const edits: Edit[] = [];
  bodies.forEach((body, i) => {
    if (!body.text.includes('](#')) return;
    const by = sections[i]?.start ?? 0;
    const own = [
      ...entryEdits(body, { bodies, after, retitled }),
      ...proseEdits(body, (anchor) => after[indexOf(before, anchor)]?.anchor),
    ];
    for (const { span, text } of own) edits.push({ span: shift(span, by), text });
  });
  return edits.filter(({ span, text }) => document.text.slice(span.start, span.end) !== text);
}

interface Titles {
  readonly bodies: readonly ProposalBody[];
  readonly after: readonly Anchored[];
  readonly retitled: Retitled;
}

/** The entries of a table of contents that mean the heading: also those that do not lead there. */
function entryEdits({ front }: ProposalBody, { bodies, after, retitled }: Titles): readonly Edit[] {
  const { index, from, to } = retitled;
  const { links } = new Contents().linksOf(front.toc, bodies);
  return links.flatMap(({ entry, heading, state }) => {
    const anchor = after[heading]?.anchor;
    if (anchor === undefined || (heading !== index && state === 'astray')) return [];
    const { title } = entry;
    const renamed = heading === index ? entryText(title.text, from, to) : null;
    const edit = { span: entry.anchor.span, text: anchor };
    return renamed === null ? [edit] : [{ span: title.span, text: renamed }, edit];
  });
}

/** An entry that has a text of its own keeps it. */
function entryText(text: string, from: string, to: string): string | null {
  if (text === from) return to.includes('](') ? renderedTitle(to) : to;
  return wordKey(renderedTitle(text)) === wordKey(renderedTitle(from)) ? renderedTitle(to) : null;
}

/** All other links to headings, outside code and comments. */
function proseEdits({ text, front }: ProposalBody, anchorFor: (anchor: string) => string | undefined): readonly Edit[] {
  const edits: Edit[] = [];
  const entries = new Set(front.toc.map(({ anchor }) => anchor.span.start));
  for (const line of linesOf(text)) {
    if (line.inert) continue;
    for (const match of text.slice(line.start, line.end).matchAll(/\]\(#([^()\s]+)\)/g)) {
      const [, anchor = ''] = match;
      const span = spanOf(line.start + match.index + '](#'.length, anchor);
      const now = anchorFor(anchor);
      if (now !== undefined && now !== '' && !entries.has(span.start)) edits.push({ span, text: now });
    }
  }
  return edits;
}

function spanOf(start: number, text: string): Span {
  return { start, end: start + text.length };
}

function indexOf(headings: readonly Anchored[], anchor: string): number {
  return headings.findIndex((heading) => heading.anchor !== '' && heading.anchor === anchor);
}
