import type { LabelTopic } from '../../facts/idea-labels';
import { isPlaceholder } from '../../facts/placeholders';
import type { ProjectList } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import { type Part, partOf, type Span, shift, sliceOf, trimmed } from '../../text/span';
import { isNothing, isRule } from '../fields';
import { noFront } from '../front';
import { type Line, linesOf } from '../lines';
import { mentorsIn } from '../mentor';
import type { Field, Mentor, ProposalBody } from '../proposal';
import { referencesIn } from '../reference';
import type { IdeaLabel } from './idea-label';
import { fieldOfTopic } from './idea-topics';

/** Topics whose values are short: a paragraph behind them is no part of them. */
const shortTopics: ReadonlySet<LabelTopic | null> = new Set(['mentors', 'difficulty', 'size', 'issue', 'title']);

/** An idea before it is read. Offsets of the labels count from the start of `text`. */
export interface WrittenIdea {
  readonly text: string;
  readonly title: Part;
  /** In the order of the text. */
  readonly labels: readonly IdeaLabel[];
}

/** Reads an idea. Its shape is that of a proposal; spans count from the start of its text. Never throws. */
export function readIdea({ text, title, labels }: WrittenIdea, projects: ProjectList): ProposalBody {
  const lines = linesOf(text);
  const fields: Field[] = [];
  const mentors: Mentor[] = [];
  labels.forEach((label, i) => {
    const end = Math.max(label.valueStart, labels[i + 1]?.start ?? text.length);
    const field = fieldAt(text, lines, label, end);
    fields.push(field);
    if (field.id === 'mentors' && !field.empty)
      for (const mentor of mentorsOf(text, lines, field)) mentors.push(mentor);
  });
  const description = fields.some(({ id }) => id === 'description')
    ? null
    : leadingText(text, lines, labels[0]?.start ?? text.length);
  if (description) fields.unshift(description);
  const project = projects.find(title.text);
  return {
    text,
    title,
    role: 'other',
    listed: project !== null,
    key: wordKey(title.text),
    programName: null,
    fields,
    ids: new Set(fields.flatMap(({ id }) => (id === null ? [] : [id]))),
    mentors,
    upstream: fields.filter(({ id }) => id === 'upstream-issue').flatMap(({ value }) => referencesIn(text, value)),
    lfxUrl: null,
    front: noFront,
  };
}

function fieldAt(text: string, lines: readonly Line[], at: IdeaLabel, next: number): Field {
  const end = at.valueEnd ?? valueEndOf(text, lines, at, next);
  const value = withoutBreak(text, trimmed(text, { start: Math.min(at.valueStart, end), end }));
  const written = sliceOf(text, value);
  const nothing = isNothing(written);
  const placeholder =
    !nothing && written.length <= 40 && isPlaceholder(written) ? { text: written, span: value } : null;
  const isCell = at.shape === 'column';
  return {
    id: (at.topic && fieldOfTopic[at.topic]) ?? null,
    label: at.label.span.start < at.label.span.end ? at.label : null,
    form: at.form,
    span: isCell ? at.label.span : { start: at.start, end: Math.max(value.end, at.label.span.end) },
    value,
    empty: nothing || placeholder !== null,
    placeholder,
  };
}

/** A field ends before the next label. One whose value is short ends with the paragraph or list that it begins with. */
function valueEndOf(text: string, lines: readonly Line[], at: IdeaLabel, next: number): number {
  const isShort = shortTopics.has(at.topic);
  let end = at.valueStart;
  let begun = false;
  for (let i = lineAtOffset(lines, at.valueStart); i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.start >= next) break;
    const from = Math.max(line.content, at.valueStart);
    const isEmpty = line.blank || isRule(text, line) || isBreak(text.slice(from, line.end));
    if (isEmpty && begun && isShort && !continuesList(text, lines, i)) break;
    if (isEmpty) continue;
    begun = true;
    end = Math.min(line.end, next);
  }
  return end;
}

/** Index of the line in which an offset stands. */
function lineAtOffset(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.end ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Nothing, or marks and `<br>` alone. */
function isBreak(written: string): boolean {
  return written.length < 40 && isNothing(written.replace(/<br\s?\/?>/gi, ''));
}

/** Whether a list goes on behind a blank line. */
function continuesList(text: string, lines: readonly Line[], blank: number): boolean {
  const before = lines[blank - 1];
  const after = lines[blank + 1];
  return before !== undefined && after !== undefined && before.marker > 0 && after.marker > 0 && !isRule(text, after);
}

/** A value without the `<br>` before and behind it. */
function withoutBreak(text: string, span: Span): Span {
  const written = sliceOf(text, span);
  const before = /^(?:\s{0,20}(?:<br\s?\/?>|\\)){1,5}\s*/i.exec(written)?.[0].length ?? 0;
  const behind =
    /(?:\s{0,20}(?:<br\s?\/?>|\\)){1,5}$/i.exec(written.slice(Math.max(before, written.length - 120)))?.[0].length ?? 0;
  return before + behind === 0
    ? span
    : trimmed(text, { start: span.start + before, end: Math.max(span.start + before, span.end - behind) });
}

/** The people of a mentors field, line by line, without list markers. */
function mentorsOf(text: string, lines: readonly Line[], { value }: Field): Mentor[] {
  const spans: Span[] = [];
  for (let i = lineAtOffset(lines, value.start); i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.start >= value.end) break;
    if (line.blank || line.inert) continue;
    const start = Math.max(line.content + line.marker, value.start);
    const span = withoutBreak(text, trimmed(text, { start, end: Math.min(line.end, value.end) }));
    if (span.end > span.start) spans.push(span);
  }
  return mentorsIn(
    text,
    spans.filter((span) => !isProse(sliceOf(text, span))),
  ).filter(isPerson);
}

/** "Almost any committer", "we will find one": words of no name and no account. */
function isProse(written: string): boolean {
  const plain = written.replace(/\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '$1');
  if (/@|\]\(/.test(written) && !/^\p{Lu}?\p{Ll}+ \p{Ll}+ /u.test(plain)) return false;
  const isListOfWords = plain.split(',').every((entry) => !/\s/.test(entry.trim()));
  const small = plain.split(/[\s,]+/).filter((word) => /^\p{Ll}{3,}/u.test(word) && !nameWords.has(word));
  return small.length > 0 && !isListOfWords && (small.length >= 2 || !/\p{Lu}/u.test(plain));
}

/** Words in small letters between and within names. */
const nameWords = new Set(['and', 'von', 'van', 'der', 'den', 'del', 'dos', 'ben', 'bin']);

function isPerson({ name, handle, email }: Mentor): boolean {
  return handle !== null || email !== null || (name !== null && !isPlaceholder(name.text));
}

/** Text between the heading and the first label is the description of an idea that labels none. */
function leadingText(text: string, lines: readonly Line[], before: number): Field | null {
  const own = lines.slice(1).filter((line) => line.start < before && !line.blank && !isRule(text, line));
  const first = own.find((line) => !isNothing(text.slice(line.content, line.end)));
  const last = own.at(-1);
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  const form = { indent: first.indent, marker: null, bold: false, colon: false, yaml: false };
  return {
    id: 'description',
    label: null,
    form,
    span,
    value: partOf(text, span).span,
    empty: false,
    placeholder: null,
  };
}

/** The labels of several sections as labels of one text that begins at `start` of the first. */
export function movedLabels(labels: readonly IdeaLabel[], by: number): IdeaLabel[] {
  return labels.map((label) => ({
    ...label,
    label: { ...label.label, span: shift(label.label.span, by) },
    start: label.start + by,
    valueStart: label.valueStart + by,
    valueEnd: label.valueEnd === null ? null : label.valueEnd + by,
  }));
}
