import { isGitHubHandle } from '../../facts/mentors';
import type { ProposalsDocument } from '../../model/document';
import type { Mentor, ProposalBody } from '../../model/proposal';
import { referencesIn } from '../../model/reference';
import { type Span, shift, touches } from '../../text/span';

/** Text that leads somewhere. The span counts from the start of the document. */
export interface Link {
  readonly span: Span;
  /** An https address; for a link to a file what is written, relative to the document. */
  readonly target: string;
}

/**
 * What a document links to, in no particular order: the accounts of its mentors, and issues by their short names. With
 * `all` also what Markdown itself makes a link of, for editors that do not: addresses and files.
 */
export function linksIn(document: ProposalsDocument, all: boolean): readonly Link[] {
  const links = document.proposals.flatMap(({ body, section }) =>
    [...handleLinks(body), ...shortLinks(body)].map((link) => ({ ...link, span: shift(link.span, section.start) })),
  );
  return all ? [...links, ...addressLinks(document.text), ...fileLinks(document.text)] : links;
}

/** The `[text](target)` in the line of `offset` that stands there, whatever it leads to; null elsewhere. */
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

/** A longer address is none of a profile; a line may hold thousands of entries. */
const LONGEST = 300;

/** Whether Markdown makes a link of the place already. */
function isLinked(text: string, { span: entry }: Mentor, span: Span): boolean {
  // The address of a link may stand behind what is read of it.
  const [behind = ''] = text.slice(entry.end, entry.end + LONGEST).split('\n', 1);
  const around = text.slice(entry.start, entry.end) + behind;
  const linked = /\[(?:[^\][\n]|\[[^\][\n]*\])*\]\s?\([^()\n]*\)|<[^<>\n]+>|(?:https?:\/\/|www\.)[^\s<>]+/gi;
  return [...around.matchAll(linked)].some(({ 0: { length }, index }) => {
    const start = entry.start + index;
    return start <= span.start && span.end <= start + length;
  });
}

function shortLinks({ text, upstream }: ProposalBody): Link[] {
  // Most proposals name no issue in their prose: one quick look tells.
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

/** Whether a target leads to a file beside the document or below its workspace folder. */
export function isFile(target: string): boolean {
  return !/^(?:[#?]|\/\/|[a-z][a-z\d+.-]*:|www\.|github\.com\/)/i.test(target);
}
