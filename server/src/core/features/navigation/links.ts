import { isGitHubHandle } from '../../facts/mentors';
import type { ProposalsDocument } from '../../model/document';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { type Span, shift, touches } from '../../text/span';

/** A link in the text. The span counts from the start of the document. */
export interface Link {
  readonly span: Span;
  /** An https address, or for a file the path as written, relative to the document. */
  readonly target: string;
}

/**
 * The links in a document, in no particular order: accounts of mentors, and issues by short name. `all` adds addresses
 * and files, for editors without Markdown link support.
 */
export function linksIn(document: ProposalsDocument, all: boolean): readonly Link[] {
  const links = document.proposals.flatMap(({ body, section }) =>
    [...handleLinks(body), ...shortLinks(body)].map((link) => ({ ...link, span: shift(link.span, section.start) })),
  );
  return all ? [...links, ...addressLinks(document.text), ...fileLinks(document.text)] : links;
}

/** The `[text](target)` at `offset`, with any target. Null elsewhere. */
export function inlineLinkAt(text: string, offset: number): Link | null {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  return inlineLinks(line, start).find(({ span }) => touches(span, offset)) ?? null;
}

const inline = /\[(?:[^\][\\\n]|\\.|\[[^\][\n]*\]){0,300}\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+"[^"\n]*")?\s*\)/g;

function inlineLinks(text: string, by: number): Link[] {
  return [...text.matchAll(inline)].map((match) => ({
    span: { start: by + match.index, end: by + match.index + match[0].length },
    target: match[1] ?? '',
  }));
}

function handleLinks({ text, mentors }: ProposalBody): Link[] {
  return mentors.flatMap((mentor) => {
    const { handle } = mentor;
    if (!handle || !isGitHubHandle(handle.text) || isLinked(text, mentor, handle.span)) return [];
    const marked = /[@＠]/.test(text.charAt(handle.span.start - 1));
    const span = { start: handle.span.start - (marked ? 1 : 0), end: handle.span.end };
    return [{ span, target: `https://github.com/${handle.text}` }];
  });
}

/** No profile address is longer. The limit matters because one line can contain thousands of entries. */
const LONGEST = 300;

/** Whether Markdown already links the place. */
function isLinked(text: string, { span: entry }: Mentor, span: Span): boolean {
  // A link's address can follow the part that was read as the entry.
  const [behind = ''] = text.slice(entry.end, entry.end + LONGEST).split('\n', 1);
  const around = text.slice(entry.start, entry.end) + behind;
  const linked = /\[(?:[^\][\n]|\[[^\][\n]*\])*\]\s?\([^()\n]*\)|<[^<>\n]+>|(?:https?:\/\/|www\.)[^\s<>]+/gi;
  return [...around.matchAll(linked)].some(({ 0: { length }, index }) => {
    const start = entry.start + index;
    return start <= span.start && span.end <= start + length;
  });
}

function shortLinks({ text, upstream }: ProposalBody): Link[] {
  // A quick test, because most proposals link no issue in their prose.
  const references = /\/[\w.-]+#\d/.test(text) ? referencesIn(text, { start: 0, end: text.length }) : upstream;
  return references
    .filter(({ form, span }) => form === 'short' && text.charAt(span.start - 1) !== '`')
    .map(({ span, url }) => ({ span, target: url.text }));
}

function addressLinks(text: string): Link[] {
  return referencesIn(text, { start: 0, end: text.length })
    .filter(({ form }) => form !== 'short')
    .map(({ span, url: { text: url } }) => ({
      span,
      target: /^https?:/i.test(url) ? url : `https://${url}`,
    }));
}

function fileLinks(text: string): Link[] {
  return inlineLinks(text, 0)
    .filter(({ target }) => isFile(target))
    .map(({ span, target }) => ({ span, target }));
}

/** Whether a target is a file, relative to the document or to its workspace folder. */
export function isFile(target: string): boolean {
  return !/^(?:[#?]|\/\/|[a-z][a-z\d+.-]*:|www\.|github\.com\/)/i.test(target);
}
