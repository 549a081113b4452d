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
}

/** Longer texts before a colon are sentences, not labels. */
const LONGEST = 56;

/**
 * The label at the start of `line` that the program or the template knows, null where there is none. `extra` holds the
 * keys of the labels that the document's template has beside the program's own.
 */
export function labelAt(text: string, line: Line, extra: ReadonlySet<string>): LabelAt | null {
  const { marker, from } = markerAt(text, line);
  const start = skipMarks(text, from, line.end);
  // Most lines can be told to hold no label by their first two letters.
  if (extra.size === 0 && !isLabelOpening(text.charCodeAt(start), text.charCodeAt(start + 1))) return null;
  if (!isLetter(text.charCodeAt(start))) return null;
  const place: Place = { text, line, marker, start, bold: start > from };
  const limit = Math.min(line.end, start + LONGEST);
  const head = text.slice(start, limit);
  const colon = head.search(/[:：]/);
  if (colon >= 0 || limit === line.end) {
    const found = meaningOf(colon >= 0 ? head.slice(0, colon) : head, extra, colon >= 0);
    if (found) return withColon(place, found.id, found.length, colon >= 0 ? start + colon : -1);
  }
  const closed = place.bold ? /^([^*_:]+?)\s*(?:\*\*|__)(?!\w)(?!\s*[-–—])/.exec(head) : null;
  const found = closed?.[1] === undefined ? null : meaningOf(closed[1], extra, false);
  if (closed && found) return built(place, found.id, found.length, start + closed[0].length, false);
  // "- Upstream Issue https://…": without a colon only an address tells where the label ends.
  if (marker === null || !/https?:\/\/|\]\(/.test(head)) return null;
  const linked = /^([\p{L}\s]+?(?:\s*\([\p{L}\s]+\))?)\s*[-–—=]?\s*(?=<?https?:\/\/|\[[^\]]*\]\()/u.exec(head);
  const id = linked?.[1] === undefined ? null : fieldIdOf(linked[1]);
  if (linked?.[1] === undefined || (id !== 'upstream-issue' && id !== 'lfx-url')) return null;
  return built(place, id, linked[1].trimEnd().length, start + linked[0].length, false);
}

/** A text of a label's shape before a colon ("Difficulty rating: medium"), whatever it says; null where there is none. */
export function anyLabelAt(text: string, line: Line): LabelAt | null {
  const { marker, from } = markerAt(text, line);
  const start = skipMarks(text, from, line.end);
  const match = /^(\p{Lu}[\p{L} /()-]{2,50})[*_]*[:：](?!\/\/)/u.exec(
    text.slice(start, Math.min(line.end, start + LONGEST)),
  );
  if (!match?.[1]) return null;
  const length = match[1].trimEnd().length;
  return withColon({ text, line, marker, start, bold: start > from }, null, length, start + match[0].length - 1);
}

/** Where a label stands. */
interface Place {
  readonly text: string;
  readonly line: Line;
  readonly marker: string | null;
  readonly start: number;
  readonly bold: boolean;
}

function withColon(place: Place, id: FieldId | null, length: number, colon: number): LabelAt {
  const { text, line, start } = place;
  const valueStart = valueBehind(text, line, start, start + length, colon);
  const yaml = colon >= 0 && /^\s*[|>][-+]?\s*$/.test(text.slice(valueStart, line.end));
  return built(place, id, length, yaml ? line.end : valueStart, colon >= 0, yaml);
}

function built(
  { text, line, marker, start, bold }: Place,
  id: FieldId | null,
  length: number,
  valueStart: number,
  colon: boolean,
  yaml = false,
): LabelAt {
  const end = start + length;
  return {
    id,
    label: { text: text.slice(start, end), span: { start, end } },
    form: {
      indent: line.indent,
      marker,
      bold: bold || /[*_]/.test(text.slice(end, Math.max(end, valueStart))),
      colon,
      yaml,
    },
    valueStart,
  };
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

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf;
}

/** Behind emphasis marks, escaped ones too. */
function skipMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isMark(text, at) || (text[at] === '\\' && isMark(text, at + 1)))) at++;
  return at;
}

function isMark(text: string, at: number): boolean {
  return text[at] === '*' || text[at] === '_';
}
