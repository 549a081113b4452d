import { type TermId, termInHeading } from '../facts/terms';
import type { Part } from '../text/span';
import { withoutTail } from '../text/tail';

/** How much of a text to search for its heading and status: about the first screen of a README. */
const HEAD = 4_000;

/** The term of a document, from its path, heading and status line. */
export interface Term extends TermId {
  readonly program: 'lfx-mentorship' | 'summerofcode' | null;
  /** The name of the folder, such as "01-Mar-May". Null for a program without terms. */
  readonly name: string | null;
  /** The text after "Status:", without emphasis. */
  readonly status: string | null;
}

/**
 * The term of a document: from its path, otherwise from the start of its text ("# Term 03 - 2024 September - November",
 * "Status: Planning"). Null if neither names a term.
 */
export function termOf(path: string, text: string): Term | null {
  const head = text.slice(0, HEAD).replace(/^\ufeff/, '');
  const fromPath = /(?:^|\/)(?:(lfx-mentorship|communitybridge)\/)?(20\d\d)\/([^/]+)\/[^/]+$/i.exec(path);
  const summer = /(?:^|\/)(?:summerofcode|gsoc)\/(20\d\d)[^/]*$/i.exec(path);
  const heading = termInHeading(head);
  const status = statusIn(text)?.text ?? null;
  if (summer) return { program: 'summerofcode', year: Number(summer[1]), number: null, name: null, status };
  if (fromPath && (fromPath[1] || /^(?:q\d|\d\d-)/i.test(fromPath[3] ?? ''))) {
    const name = fromPath[3] ?? null;
    return { program: 'lfx-mentorship', year: Number(fromPath[2]), number: numberOf(name), name, status };
  }
  if (heading) return { program: 'lfx-mentorship', ...heading, name: null, status };
  if (/google summer of code|\bgsoc\b/i.test(head)) {
    const year = /(?:google summer of code|\bgsoc\b)[^\n]{0,40}?\b(20\d\d)\b/i.exec(head)?.[1];
    return { program: 'summerofcode', year: year ? Number(year) : null, number: null, name: null, status };
  }
  return status === null ? null : { program: null, year: null, number: null, name: null, status };
}

/** "01-Spring" → 1, "q2" → 2, "q3-q4" → 3. */
function numberOf(name: string | null): number | null {
  const digits = /^(?:q|0*)(\d{1,2})(?!\d)/i.exec(name ?? '')?.[1];
  return digits ? Number(digits) : null;
}

/** The text after "Status:" at the start of a document, with its place. Null if there is none. */
export function statusIn(text: string): Part | null {
  const head = text.slice(0, HEAD);
  const label = /^\ufeff?[ \t]*[*_]*Status:[*_]*[ \t]*[*_]*/im.exec(head);
  if (!label) return null;
  const start = label.index + label[0].length;
  const [line = ''] = head.slice(start).split('\n', 1);
  const status = withoutTail(line, /[\s\u200b*_]/);
  return status === '' ? null : { text: status, span: { start, end: start + status.length } };
}
