import { type Part, type Span, shift, trimmed } from '../text/span';
import type { Mentor } from './proposal';

/** The template's own shape. Most people use it, and then we need no tokens. */
const plainEntry =
  /^(?!.*(?:\band\b| [-–—] .*\())(\p{L}[^@＠()[\]{}<>,;，；、&/|:*_`"\n]*[^@＠()[\]{}<>,;，；、&/|:*_`"\s]) \(@([a-z\d]+(?:-[a-z\d]+)*), ([\w.+%-]+@[\w-]+(?:\.[\w-]+)+)(?:, LFID: ([^\s,;|()[\]{}]+))?\)(?: - (primary|secondary|lead|backup))?$/iu;

/** A line in the template's own shape, with the LFID that CNCF's form asks for or without. Null for any other line. */
export function plainMentor(text: string, { start, end: lineEnd }: Span): Mentor | null {
  const match = plainEntry.exec(text.slice(start, lineEnd));
  if (!match) return null;
  const [, name = '', handle = '', email = '', lfid, role] = match;
  const handleAt = start + name.length + ' (@'.length;
  const emailAt = handleAt + handle.length + ', '.length;
  const emailEnd = emailAt + email.length;
  const end = lfid === undefined ? emailEnd : emailEnd + ', LFID: '.length + lfid.length;
  return {
    span: { start, end: end + 1 },
    name: { text: name, span: { start, end: start + name.length } },
    handle: { text: handle, span: { start: handleAt, end: handleAt + handle.length } },
    email: { text: email, span: { start: emailAt, end: emailEnd } },
    lfid: lfid === undefined ? null : { text: lfid, span: { start: end - lfid.length, end } },
    plain: true,
    role: role ?? null,
  };
}

/** A line of CNCF's form: `Name | @handle | email | LFID`. */
export function pipedMentor(text: string, span: Span): Mentor | null {
  const line = text.slice(span.start, span.end);
  if (!line.includes('|')) return null;
  const parts = partsBetween(line, span.start);
  const [name, handle, email, lfid] = parts;
  if (parts.length < 3 || parts.length > 4 || !name || !email || !handle?.text.startsWith('@')) return null;
  const own = { text: handle.text.slice(1), span: { start: handle.span.start + 1, end: handle.span.end } };
  return {
    span: trimmed(text, span),
    name: some(name),
    handle: some(own),
    email: some(email),
    lfid: lfid ? some(lfid) : null,
    plain: false,
    role: null,
  };
}

function some(part: Part): Part | null {
  return part.text === '' ? null : part;
}

/** The parts between pipes, trimmed. `at` is the offset of the line. */
function partsBetween(line: string, at: number): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const written of line.split('|')) {
    const span = trimmed(line, { start, end: start + written.length });
    parts.push({ text: line.slice(span.start, span.end), span: shift(span, at) });
    start += written.length + 1;
  }
  return parts;
}
