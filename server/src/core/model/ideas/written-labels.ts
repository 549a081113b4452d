import { labelTopic } from '../../facts/idea-labels';
import type { Span } from '../../text/span';
import type { Line } from '../lines';
import { type IdeaLabel, type LabelShape, labelFrom, plainForm, plainLabel } from './idea-label';
import type { Table } from './table';

/** A longer text before a colon is a sentence. */
const LONGEST = 60;
const BAR = 0x7c;
/** Symbols, of which some are joined, and blanks behind them. */
const symbols = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d){1,12} {0,3}/u;

/** The labels in the lines of a section that contains ideas or parts of one, from the line `from` on, in text order. */
export function ideaLabelsIn(
  text: string,
  lines: readonly Line[],
  from: number,
  tables: readonly Table[],
): IdeaLabel[] {
  const labels: IdeaLabel[] = [];
  for (const table of tables) for (const label of table.labels) labels.push(label);
  const inTable = new Set(tables.flatMap(({ first, count }) => lines.slice(first, first + count)));
  for (const [i, line] of lines.entries()) {
    if (i < from || line.blank || line.inert || inTable.has(line)) continue;
    const label = labelOfLine(text, line) ?? definedTerm(text, line, lines[i + 1]);
    if (!label) continue;
    labels.push(label);
    for (const more of inlineLabels(text, line, label)) labels.push(more);
  }
  return labels.sort((a, b) => a.start - b.start);
}

/**
 * `**Label**`, `**Label:** value`, `**Label**: value` or `Label: value` at the start of a line, with or without a list
 * marker.
 */
function labelOfLine(text: string, line: Line): IdeaLabel | null {
  let at = line.content + line.marker;
  // Some lists draw a border before their labels: "| **Difficulty**: medium".
  if (line.marker === 0 && text.charCodeAt(at) === BAR) at++;
  while (at < line.end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at++;
  // Some begin with a symbol: "📝 **Description:**".
  if (text.charCodeAt(at) > 0xff) at += symbols.exec(text.slice(at, at + 24))?.[0].length ?? 0;
  const head = text.slice(at, Math.min(line.end, at + LONGEST + 20));
  const bold =
    /^(?:\*\*|__|<(?:b|strong)>)\s{0,3}([^*_<>\n]{2,60}?)\s{0,3}(?::|：)?\s{0,3}(?:\*\*|__|<\/(?:b|strong)>)\s{0,3}(?::|：)?/i.exec(
      head,
    );
  const italic = bold ? null : /^[*_]([^*_\n]{2,60}?)\s?(?::|：)[*_]|^[*_]([^*_\n]{2,60}?)[*_]\s?(?::|：)/.exec(head);
  const plain = (bold ?? italic) ? null : /^(\p{L}[^:：*_\n|[\]<>`"]{1,58}?)\s?(?::|：)(?!\/\/)(?=\s|$)/u.exec(head);
  const match = bold ?? italic ?? plain;
  const written = match?.[1] ?? match?.[2];
  if (!match || written === undefined) return null;
  const marked = bold !== null || italic !== null;
  const rest = text.slice(at + match[0].length, line.end);
  const colon = /[:：]/.test(match[0]);
  // Bold words at the start of a sentence are emphasis unless they are a known label: "**Required skills** Go".
  if (bold && !colon && !isAlone(rest) && !isUsual(written)) return null;
  if (!marked && written.split(/\s+/).length > 6) return null;
  const start = at + match[0].indexOf(written);
  const shape: LabelShape = line.marker > 0 ? 'item' : marked ? 'bold' : 'line';
  const marker = line.marker > 0 ? text.slice(line.content, line.content + line.marker) : null;
  return labelFrom({
    text: written,
    start: line.start,
    span: { start, end: start + written.length },
    shape,
    form: { indent: line.indent, marker, bold: marked, colon, yaml: false },
    valueStart: at + match[0].length,
    valueEnd: null,
  });
}

/** A label alone in its line whose value stands below as a definition: `: value`. */
function definedTerm(text: string, line: Line, next: Line | undefined): IdeaLabel | null {
  if (!next || next.inert || line.marker > 0 || line.end - line.content > LONGEST) return null;
  if (!/^:(?:[ \t]|$)/.test(text.slice(next.content, Math.min(next.end, next.content + 2)))) return null;
  const written = plainLabel(text.slice(line.content, line.end));
  const start = text.indexOf(written, line.content);
  if (!isUsual(written)) return null;
  return labelFrom({
    text: written,
    start: line.start,
    span: { start, end: start + written.length },
    shape: 'line',
    form: { ...plainForm, indent: line.indent, colon: true },
    valueStart: Math.min(next.end, next.content + 2),
    valueEnd: null,
  });
}

/** Whether these words are a label in any list. */
function isUsual(written: string): boolean {
  const topic = labelTopic(written);
  return topic !== null && topic !== 'other' && topic !== 'title' && topic !== 'link';
}

/** Whether the value is empty on the line of its label. */
function isAlone(rest: string): boolean {
  return /^\s{0,10}(?:<br\s?\/?>|\\?\s*$)/i.test(rest);
}

/** More bold labels on the same line: `**Size:** 350 hours **Difficulty:** hard`. */
function inlineLabels(text: string, line: Line, first: IdeaLabel): IdeaLabel[] {
  if (!first.form.bold || line.end - first.valueStart > 600) return [];
  const labels: IdeaLabel[] = [];
  const rest = text.slice(first.valueStart, line.end);
  for (const match of rest.matchAll(
    /(?:\*\*|(?<=[|·,;] ?)[*_])([^*_\n]{2,40}?)(?:\s?:\s?(?:\*\*|[*_])|(?:\*\*|[*_])\s?:)/g,
  )) {
    const written = match[1] ?? '';
    if (labelTopic(written) === null) continue;
    const start = first.valueStart + match.index;
    const from = start + match[0].indexOf(written);
    const label = labelFrom({
      text: written,
      start,
      span: { start: from, end: from + written.length },
      shape: 'bold',
      form: first.form,
      valueStart: start + match[0].length,
      valueEnd: null,
    });
    if (label) labels.push(label);
  }
  return labels;
}

/** The label in a heading ("### Technical skills", "### Size: 90 hours"). Null if the heading has no words. */
export function headingLabel(text: string, title: Span, line: Span): IdeaLabel | null {
  const whole = plainLabel(text.slice(title.start, title.end));
  const before = /^([^:：]{2,60}?)[*_]{0,3}\s?[:：]\s/.exec(whole)?.[1];
  const written = before !== undefined && isUsual(before) ? before : whole;
  const at = text.indexOf(written, title.start);
  if (written === '' || at < 0) return null;
  const colon = written !== whole;
  return labelFrom({
    text: written,
    start: line.start,
    span: { start: at, end: at + written.length },
    shape: 'heading',
    form: { ...plainForm, colon },
    valueStart: colon ? text.indexOf(':', at) + 1 || line.end : line.end,
    valueEnd: null,
  });
}

/** The label in a heading that is also the title of an idea: "#### 1.1 Difficulty: hard". */
export function labelInTitle(text: string, title: Span, line: Span): IdeaLabel | null {
  const match = /^[\d.)\s]{0,12}([\p{L}][\p{L}\s()/-]{2,40}?)\s?[:：]\s/u.exec(text.slice(title.start, title.end));
  const written = match?.[1];
  if (!match || written === undefined || labelTopic(written) === null) return null;
  const start = title.start + match[0].indexOf(written);
  return labelFrom({
    text: written,
    start: line.start,
    span: { start, end: start + written.length },
    shape: 'heading',
    form: { ...plainForm, colon: true },
    valueStart: title.start + match[0].length,
    valueEnd: title.end,
  });
}
