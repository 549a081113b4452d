import { wordKey } from '../../facts/words';
import { type Anchored, Anchors, renderedTitle } from '../../model/anchor';
import { Contents } from '../../model/contents';
import type { ProposalsDocument } from '../../model/document';
import { linesOf } from '../../model/lines';
import type { ProposalBody } from '../../model/proposal';
import type { Edit } from '../../text/edit';
import { type Span, shift } from '../../text/span';

/** A heading that gets a new title, by section index. */
interface Retitled {
  readonly index: number;
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep links valid after a heading gets a new title. `titled` is the document with the new title and the
 * old links. Broken links that mean another heading stay unchanged.
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

/** Entries of a table of contents that mean the heading, including broken ones. */
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

/** The new text of an entry. Null if its text differs from the title, because then it stays. */
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
