import { type FieldId, fieldIdOf, isExtraLabel, labelKey, nearFieldIdOf } from '../facts/fields';
import type { Part } from '../text/span';
import { isBlank } from '../text/span';
import type { Line } from './lines';
import type { LabelForm } from './proposal';

/** A label at the start of a line, and where the value behind it begins. */
export interface LabelAt {
  /** Null for a label that only this template, or past terms, know. */
  readonly id: FieldId | null;
  readonly label: Part;
  readonly form: LabelForm;
  readonly valueStart: number;
}

/** Longer texts before a colon are sentences, not labels. */
const LONGEST = 56;

/**
 * The label at the start of `line`, null where there is none. `extra` holds the keys of the labels that the
 * document's template has beside the program's own.
 */
export function labelAt(text: string, line: Line, extra: ReadonlySet<string>): LabelAt | null {
  let at = line.content;
  let marker: string | null = null;
  if (line.marker > 0) {
    marker = text.slice(at, at + line.marker);
    at = skipBlanks(text, at + line.marker, line.end);
  } else if (/^[-*+•](?![-*+\s])/.test(text.slice(at, at + 2)) && !/^\*[^*\n]+\*/.test(text.slice(at, at + LONGEST))) {
    // A marker with no blank behind it is no list item to Markdown, but is one to people.
    marker = text.charAt(at);
    at++;
  }
  const opened = skipMarks(text, at, line.end);
  if (!/[\p{L}]/u.test(text.charAt(opened))) return null;
  const bold = opened > at;
  const limit = Math.min(line.end, opened + LONGEST);
  const head = text.slice(opened, limit);
  const colon = head.search(/[:：]/);
  const stop = colon >= 0 ? colon : limit === line.end ? head.length : -1;
  if (stop >= 0) {
    const found = known(head.slice(0, stop), extra);
    if (found) return build(found.id, found.length, colon >= 0 ? opened + colon + 1 : -1);
  }
  const closing = /^([^*_:]+?)\s*(?:\*\*|__)(?!\w)/.exec(head);
  if (bold && closing?.[1] !== undefined) {
    const found = known(closing[1], extra);
    if (found) return build(found.id, found.length, -1, opened + closing[0].length);
  }
  const linked = /^([\p{L}\s]+?(?:\s*\([\p{L}\s]+\))?)\s*[-–—=]?\s*(?=<?https?:\/\/|\[[^\]]*\]\()/u.exec(head);
  if (linked?.[1] !== undefined && marker !== null) {
    const id = fieldIdOf(linked[1]);
    if (id === 'upstream-issue' || id === 'lfx-url') return build(id, linked[1].trimEnd().length, -1, opened + linked[0].length);
  }
  return null;

  function build(id: FieldId | null, length: number, afterColon: number, from = -1): LabelAt {
    const start = opened;
    const end = opened + length;
    let valueStart = afterColon >= 0 ? skipMarks(text, afterColon, line.end) : from >= 0 ? from : line.end;
    if (afterColon >= 0 && valueStart > afterColon && !closesBold(text, start, end, afterColon, valueStart)) valueStart = afterColon;
    const yaml = /^\s*[|>][-+]?\s*$/.test(text.slice(valueStart, line.end));
    if (yaml) valueStart = line.end;
    return {
      id,
      label: { text: text.slice(start, end), span: { start, end } },
      form: {
        indent: line.indent,
        marker,
        bold: bold || /[*_]/.test(text.slice(end, Math.max(end, valueStart))),
        colon: afterColon >= 0,
        yaml,
      },
      valueStart,
    };
  }
}

/** Marks behind the colon close a bold label only where one was opened before it and not closed yet. */
function closesBold(text: string, start: number, end: number, afterColon: number, valueStart: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start).includes('*') || text.charAt(start - 1) === '_';
  const closed = /[*_]/.test(text.slice(end, afterColon));
  return before && !closed && valueStart > afterColon;
}

/** The field that `written` names, and how much of it is the label: marks, blanks and a stray `#` stand behind it. */
function known(written: string, extra: ReadonlySet<string>): { id: FieldId | null; length: number } | null {
  const label = written.replace(/[\s*_\\#]+$/, '');
  if (label === '') return null;
  const id = fieldIdOf(label) ?? nearFieldIdOf(label);
  if (id === null && !extra.has(labelKey(label)) && !isExtraLabel(label)) return null;
  return { id, length: label.length };
}

/**
 * A text before a colon that no table knows ("Difficulty rating: medium"), null where the line holds none. Behind a
 * field of names or links such a line is a field of its own; in prose it is not.
 */
export function unknownLabelAt(text: string, line: Line): LabelAt | null {
  const match = /^([*_]*)(\p{Lu}[\p{L} /()-]{2,40}?)[*_]*[:：](?!\/\/)[*_]*/u.exec(text.slice(line.content + line.marker, line.end).trimStart());
  if (!match?.[2] || line.marker === 0) return null;
  const start = text.indexOf(match[2], line.content + line.marker);
  const end = start + match[2].length;
  const form = { indent: line.indent, marker: text.slice(line.content, line.content + line.marker), bold: match[1] !== '', colon: true, yaml: false };
  return { id: null, label: { text: match[2], span: { start, end } }, form, valueStart: text.indexOf(match[0], line.content) + match[0].length };
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Behind emphasis marks, escaped ones too. */
function skipMarks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === '*' || text[at] === '_' || (text[at] === '\\' && (text[at + 1] === '*' || text[at + 1] === '_')))) at++;
  return at;
}
