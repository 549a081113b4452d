import { isBlank } from '../text/span';

/** The term that a document belongs to, as far as its path, heading and status line tell. */
export interface Term {
  readonly program: 'lfx-mentorship' | 'summerofcode' | null;
  readonly year: number | null;
  readonly number: number | null;
  /** The folder's name, such as "01-Mar-May"; null for a program without terms. */
  readonly name: string | null;
  /** As written behind "Status:", without emphasis marks. */
  readonly status: string | null;
}

/**
 * The term of a document: from its path, else from the first lines of its text ("# Term 03 - 2024 September - November",
 * "Status: Planning"). Null where neither says anything.
 */
export function termOf(path: string, text: string): Term | null {
  const head = text.slice(0, 4_000).replace(/^\ufeff/, '');
  const fromPath = /(?:^|\/)(?:(lfx-mentorship|communitybridge)\/)?(20\d\d)\/([^/]+)\/[^/]+$/i.exec(path);
  const summer = /(?:^|\/)(?:summerofcode|gsoc)\/(20\d\d)[^/]*$/i.exec(path);
  const heading = /^#{1,3}[ \t]+Term[ \t]+(\d+)[^\n]*?\b(20\d\d)\b/im.exec(head);
  const status = statusIn(head);
  if (summer) return { program: 'summerofcode', year: Number(summer[1]), number: null, name: null, status };
  if (fromPath && (fromPath[1] || /^(?:q\d|\d\d-)/i.test(fromPath[3] ?? ''))) {
    const name = fromPath[3] ?? null;
    return { program: 'lfx-mentorship', year: Number(fromPath[2]), number: numberOf(name), name, status };
  }
  if (heading)
    return { program: 'lfx-mentorship', year: Number(heading[2]), number: Number(heading[1]), name: null, status };
  if (/google summer of code|\bgsoc\b/i.test(head)) {
    const year = /(?:google summer of code|\bgsoc\b)[^\n]{0,40}?\b(20\d\d)\b/i.exec(head)?.[1];
    return { program: 'summerofcode', year: year ? Number(year) : null, number: null, name: null, status };
  }
  return status === null ? null : { program: null, year: null, number: null, name: null, status };
}

/** "01-Spring" → 1, "q2" → 2, "q3-q4" → 3. */
function numberOf(name: string | null): number | null {
  const digits = /^(?:q|0*)(\d)/i.exec(name ?? '')?.[1];
  return digits ? Number(digits) : null;
}

function statusIn(head: string): string | null {
  const match = /^[ \t]*[*_]*Status:[*_]*[ \t]*([^\n]*)$/im.exec(head);
  if (!match?.[1]) return null;
  let end = match[1].length;
  while (end > 0 && (isBlank(match[1].charCodeAt(end - 1)) || /[*_]/.test(match[1].charAt(end - 1)))) end--;
  return match[1].slice(0, end) || null;
}
