import { type FieldId, fieldFacts, fieldIdOf, isLabelOpening, labelMeaning } from '../facts/fields';
import { wordKey } from '../facts/words';
import { isBlank, type Part } from '../text/span';
import { withoutTail } from '../text/tail';
import type { Line } from './lines';
import type { LabelForm } from './proposal';

/** A label at the start of a line, and where its value starts. */
export interface LabelAt {
  /** Null for a label that is not one of the program's own. */
  readonly id: FieldId | null;
  readonly label: Part;
  readonly form: LabelForm;
  readonly valueStart: number;
}

/** A longer text before a colon is a sentence, not a label. */
const LONGEST = 56;

const ASTERISK = 0x2a;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const BAR = 0x7c;
const BULLET = 0x2022;

/** Labels exactly as the program writes them. Most people do the same, and then no closer look is necessary. */
const asWritten = new Map<string, Meaning>(
  fieldFacts
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .map((label) => [label, { id: fieldIdOf(label), length: label.length }]),
);

/**
 * The label at the start of `line` that the program or the template knows. Null if there is none. `extra` contains the
 * keys of the labels that only the document's template has.
 */
export function labelAt(text: string, line: Line, extra: ReadonlySet<string>): LabelAt | null {
  const from = textStart(text, line);
  const start = skipMarks(text, from, line.end);
  // The first two letters rule out most lines.
  if (extra.size === 0 && !isLabelOpening(text.charCodeAt(start), text.charCodeAt(start + 1))) return null;
  if (!isLetter(text.charCodeAt(start))) return null;
  const marker = markerBefore(text, line, from);
  const place: Place = { text, line, marker, start, bold: start > from };
  const limit = Math.min(line.end, start + LONGEST);
  const head = text.slice(start, limit);
  const colon = colonIn(head);
  if (colon >= 0 || limit === line.end) {
    const found = meaningOf(colon >= 0 ? head.slice(0, colon) : head, extra, colon >= 0);
    if (found) return withColon(place, found.id, found.length, colon >= 0 ? start + colon : -1);
  }
  const closed = place.bold ? /^([^*_:]+?)\s*(?:\*\*|__)(?!\w)(?!\s*[-–—])/.exec(head) : null;
  const found = closed?.[1] === undefined ? null : meaningOf(closed[1], extra, false);
  if (closed && found) return built(place, found.id, found.length, start + closed[0].length, false);
  // In "- Upstream Issue https://…", without a colon, only a URL shows where the label ends.
  if (marker === null || !/https?:\/\/|\]\(/.test(head)) return null;
  const linked = /^([\p{L}\s]+?(?:\s*\([\p{L}\s]+\))?)\s*[-–—=]?\s*(?=<?https?:\/\/|\[[^\]]*\]\()/u.exec(head);
  const id = linked?.[1] === undefined ? null : fieldIdOf(linked[1]);
  if (linked?.[1] === undefined || (id !== 'upstream-issue' && id !== 'lfx-url')) return null;
  return built(place, id, linked[1].trimEnd().length, start + linked[0].length, false);
}

/** Any text before a colon that looks like a label ("Difficulty rating: medium"). Null if there is none. */
export function anyLabelAt(text: string, line: Line): LabelAt | null {
  const from = textStart(text, line);
  const start = skipMarks(text, from, line.end);
  const match = /^(\p{Lu}[\p{L} /()-]{2,50})[*_]*[:：](?!\/\/)/u.exec(
    text.slice(start, Math.min(line.end, start + LONGEST)),
  );
  if (!match?.[1]) return null;
  const length = match[1].trimEnd().length;
  const place = { text, line, marker: markerBefore(text, line, from), start, bold: start > from };
  return withColon(place, null, length, start + match[0].length - 1);
}

/** The place of a label. */
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
  const yaml = colon >= 0 && isYamlMark(text, valueStart, line.end);
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
      bold: bold || hasMark(text, end, valueStart),
      colon,
      yaml,
    },
    valueStart,
  };
}

/** The start of a line's text after its list marker. People also use bullets without a space as markers. */
function textStart(text: string, line: Line): number {
  const at = line.content;
  if (line.marker > 0) {
    let from = at + line.marker;
    while (from < line.end && isBlank(text.charCodeAt(from))) from++;
    return from;
  }
  const first = text.charCodeAt(at);
  if (!isBullet(first) || !isLetter(text.charCodeAt(at + 1))) return at;
  return first === ASTERISK && /^\*[^*\n]+\*/.test(text.slice(at, at + LONGEST)) ? at : at + 1;
}

/** The offset of the first colon, half-width or full-width. -1 if there is none. */
function colonIn(head: string): number {
  const colon = head.indexOf(':');
  const wide = head.indexOf('：');
  return wide >= 0 && (colon < 0 || wide < colon) ? wide : colon;
}

/** The list marker before `from`, where the line's text starts. Null if there is none. */
function markerBefore(text: string, line: Line, from: number): string | null {
  if (line.marker > 0) return text.slice(line.content, line.content + line.marker);
  return from > line.content ? text.charAt(line.content) : null;
}

/** The start of the value: after the colon and any closing emphasis. */
function valueBehind(text: string, line: Line, start: number, end: number, colon: number): number {
  if (colon < 0) return line.end;
  const marks = skipMarks(text, colon + 1, line.end);
  if (marks === colon + 1) return marks;
  const opened = isMark(text.charCodeAt(start - 1));
  return opened && !hasMark(text, end, colon) ? marks : colon + 1;
}

/** Whether the text is only a YAML block mark (`|`, `>-`). */
function isYamlMark(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  return (code === BAR || code === GREATER) && /^\s*[|>][-+]?\s*$/.test(text.slice(from, end));
}

interface Meaning {
  readonly id: FieldId | null;
  readonly length: number;
}

/** The field that `written` names, and the length of the label without trailing marks, spaces and a stray `#`. */
function meaningOf(written: string, extra: ReadonlySet<string>, slips: boolean): Meaning | null {
  const known = asWritten.get(written);
  if (known) return known;
  const label = withoutTail(written, /[\s*_\\#]/);
  const meaning = labelMeaning(label, slips);
  if (meaning !== null) return { id: meaning === 'extra' ? null : meaning, length: label.length };
  return extra.size > 0 && extra.has(wordKey(label)) ? { id: null, length: label.length } : null;
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf;
}

/** Skips emphasis marks, also escaped ones. */
function skipMarks(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isMark(code) && !(code === BACKSLASH && isMark(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

function hasMark(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (isMark(text.charCodeAt(at))) return true;
  return false;
}

function isMark(code: number): boolean {
  return code === ASTERISK || code === UNDERSCORE;
}

function isBullet(code: number): boolean {
  return code === HYPHEN || code === ASTERISK || code === PLUS || code === BULLET;
}
