import { type FieldId, fieldIdOf, isLabelOpening, labelMeaning } from '../facts/fields';
import { wordKey } from '../facts/words';
import { isBlank, type Part } from '../text/span';
import type { Line } from './lines';
import type { LabelForm } from './proposal';

/** A label at the start of a line, and where the value behind it begins. */
export interface LabelAt {
  /** Null for a label that is none of the program's own. */
  readonly id: FieldId | null;
  readonly label: Part;
  readonly form: LabelForm;
  readonly valueStart: number;
  /** No table knows the label: behind a field of names or links it begins a field, in prose it does not. */
  readonly guessed: boolean;
}

/** Longer texts before a colon are sentences, not labels. */
const LONGEST = 56;

/**
 * The label at the start of `line`, null where there is none. `extra` holds the keys of the labels that the
 * document's template has beside the program's own.
 */
export function labelAt(text: string, line: Line, extra: ReadonlySet<string>): LabelAt | null {
  const { marker, from } = markerAt(text, line);
  const start = skipMarks(text, from, line.end);
  if (!isLetter(text.charCodeAt(start))) return null;
  const bold = start > from;
  const mayBeKnown = extra.size > 0 || isLabelOpening(text.slice(start, start + 2));
  if (!mayBeKnown && marker === null) return null;
  const limit = Math.min(line.end, start + LONGEST);
  const colon = colonIn(text, start, limit);
  if (colon >= 0 || limit === line.end) {
    const written = text.slice(start, colon >= 0 ? colon : limit);
    const found = mayBeKnown ? meaningOf(written, extra, colon >= 0) : null;
    if (found) return built(found.id, found.length, valueBehind(text, line, start, start + found.length, colon), false);
    if (colon >= 0 && marker !== null && isLabelShaped(written) && !text.startsWith('//', colon + 1)) {
      return built(null, written.length, valueBehind(text, line, start, start + written.length, colon), true);
    }
  }
  if (!mayBeKnown || (!bold && marker === null)) return null;
  const head = text.slice(start, limit);
  const closed = bold ? /^([^*_:]+?)\s*(?:\*\*|__)(?!\w)(?!\s*[-–—])/.exec(head) : null;
  const found = closed?.[1] === undefined ? null : meaningOf(closed[1], extra, false);
  if (closed && found) return built(found.id, found.length, start + closed[0].length, false);
  // "- Upstream Issue https://…": without a colon only an address tells where the label ends.
  const linked =
    marker === null || !/https?:\/\/|\]\(/.test(head)
      ? null
      : /^([\p{L}\s]+?(?:\s*\([\p{L}\s]+\))?)\s*[-–—=]?\s*(?=<?https?:\/\/|\[[^\]]*\]\()/u.exec(head);
  const id = linked?.[1] === undefined ? null : fieldIdOf(linked[1]);
  if (linked?.[1] !== undefined && (id === 'upstream-issue' || id === 'lfx-url')) {
    return built(id, linked[1].trimEnd().length, start + linked[0].length, false);
  }
  return null;

  function built(id: FieldId | null, length: number, valueStart: number, guessed: boolean): LabelAt {
    const end = start + length;
    const yaml = colon >= 0 && /^\s*[|>][-+]?\s*$/.test(text.slice(valueStart, line.end));
    const marked = bold || /[*_]/.test(text.slice(end, Math.max(end, valueStart)));
    return {
      id,
      label: { text: text.slice(start, end), span: { start, end } },
      form: { indent: line.indent, marker, bold: marked, colon: colon >= end && colon < valueStart, yaml },
      valueStart: yaml ? line.end : valueStart,
      guessed,
    };
  }
}

/** The list marker of a line and where its text begins. A bullet with no blank behind it is a marker to people. */
function markerAt(text: string, line: Line): { marker: string | null; from: number } {
  const at = line.content;
  if (line.marker > 0) {
    let from = at + line.marker;
    while (from < line.end && isBlank(text.charCodeAt(from))) from++;
    return { marker: text.slice(at, at + line.marker), from };
  }
  const first = text.charAt(at);
  const bare = (first === '-' || first === '*' || first === '+' || first === '•') && isLetter(text.charCodeAt(at + 1));
  if (!bare || (first === '*' && /^\*[^*\n]+\*/.test(text.slice(at, at + LONGEST)))) return { marker: null, from: at };
  return { marker: first, from: at + 1 };
}

/** Where the value behind a label begins: behind the colon and the marks that close a bold label there. */
function valueBehind(text: string, line: Line, start: number, end: number, colon: number): number {
  if (colon < 0) return line.end;
  const marks = skipMarks(text, colon + 1, line.end);
  if (marks === colon + 1) return marks;
  const opened = /[*_]/.test(text.charAt(start - 1));
  const closedBefore = /[*_]/.test(text.slice(end, colon));
  return opened && !closedBefore ? marks : colon + 1;
}

/** The field that `written` names, and how much of it is the label: marks, blanks and a stray `#` stand behind it. */
function meaningOf(
  written: string,
  extra: ReadonlySet<string>,
  slips: boolean,
): { id: FieldId | null; length: number } | null {
  const label = written.replace(/[\s*_\\#]+$/, '');
  const meaning = labelMeaning(label, slips);
  if (meaning !== null) return { id: meaning === 'extra' ? null : meaning, length: label.length };
  return extra.size > 0 && extra.has(wordKey(label)) ? { id: null, length: label.length } : null;
}

function isLabelShaped(written: string): boolean {
  return /^\p{Lu}[\p{L} /()-]{2,40}$/u.test(written);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf;
}

function colonIn(text: string, from: number, to: number): number {
  const at = text.slice(from, to).search(/[:：]/);
  return at < 0 ? -1 : from + at;
}

/** Behind emphasis marks, escaped ones too. */
function skipMarks(text: string, from: number, end: number): number {
  let at = from;
  const isMark = (i: number) => text[i] === '*' || text[i] === '_';
  while (at < end && (isMark(at) || (text[at] === '\\' && isMark(at + 1)))) at++;
  return at;
}
