import type { LabelTopic } from '../../facts/idea-labels';
import { isPlaceholder } from '../../facts/placeholders';
import type { ProjectList } from '../../facts/projects';
import { wordKey } from '../../facts/words';
import { firstWhere } from '../../text/first-where';
import { type Part, partOf, type Span, shift, sliceOf, trimmed } from '../../text/span';
import { isNothing, isRule } from '../fields';
import { noFront } from '../front';
import { type Line, linesOf } from '../lines';
import { mentorsIn } from '../mentor';
import { type Field, idsOf, type Mentor, type ProposalBody } from '../proposal';
import { referencesIn } from '../reference';
import { type IdeaLabel, plainForm } from './idea-label';
import { fieldOfTopic } from './idea-topics';
import { isDelimiter } from './table';

/** Topics with short values. A paragraph after such a value is not part of it. */
const shortTopics: ReadonlySet<LabelTopic | null> = new Set(['mentors', 'difficulty', 'size', 'issue', 'title']);

/** An idea to read. The labels' offsets count from the start of `text`. */
export interface WrittenIdea {
  readonly text: string;
  readonly title: Part;
  /** In text order. */
  readonly labels: readonly IdeaLabel[];
  /** The link of an entry of a list page. */
  readonly address?: Part | undefined;
}

/** Reads an idea as a proposal body. Spans count from the start of the idea's text. Never throws. */
export function readIdea({ text, title, labels, address }: WrittenIdea, projects: ProjectList): ProposalBody {
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
  const upstream = fields.filter(({ id }) => id === 'upstream-issue').flatMap(({ value }) => referencesIn(text, value));
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
    ids: idsOf(fields),
    mentors,
    upstream: upstream.length > 0 || !address ? upstream : referencesIn(text, address.span),
    ...(address ? { address } : {}),
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
    id: fieldOfTopic(at.topic),
    label: at.label.span.start < at.label.span.end ? at.label : null,
    ...(at.label.span.start < at.label.span.end ? {} : { column: at.label.text }),
    form: at.form,
    span: isCell ? at.label.span : { start: at.start, end: Math.max(value.end, at.label.span.end) },
    value,
    empty: nothing || placeholder !== null,
    placeholder,
  };
}

/** A field ends before the next label. A field with a short value ends after its first paragraph or list. */
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

/** The index of the line that contains an offset. */
function lineAtOffset(lines: readonly Line[], offset: number): number {
  return firstWhere(lines, ({ end }) => end >= offset);
}

/** Whether a text has nothing but marks and `<br>`. */
function isBreak(written: string): boolean {
  return written.length < 40 && isNothing(written.replace(/<br\s?\/?>/gi, ''));
}

/** Whether a list continues after a blank line. */
function continuesList(text: string, lines: readonly Line[], blank: number): boolean {
  const before = lines[blank - 1];
  const after = lines[blank + 1];
  return before !== undefined && after !== undefined && before.marker > 0 && after.marker > 0 && !isRule(text, after);
}

/** `span` without `<br>` at its start and end. */
function withoutBreak(text: string, span: Span): Span {
  const written = sliceOf(text, span);
  const before = /^(?:\s{0,20}(?:<br\s?\/?>|\\)){1,5}\s*/i.exec(written)?.[0].length ?? 0;
  const behind =
    /(?:\s{0,20}(?:<br\s?\/?>|\\)){1,5}$/i.exec(written.slice(Math.max(before, written.length - 120)))?.[0].length ?? 0;
  return before + behind === 0
    ? span
    : trimmed(text, { start: span.start + before, end: Math.max(span.start + before, span.end - behind) });
}

/** The people in a mentors field, line by line, without list markers, `<br>` and the header of a table. */
function mentorsOf(text: string, lines: readonly Line[], { value }: Field): Mentor[] {
  const spans: Span[] = [];
  for (let i = lineAtOffset(lines, value.start); i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.start >= value.end) break;
    const next = lines[i + 1];
    const isHeader = next !== undefined && next.start < value.end && isDelimiter(text, next);
    if (line.blank || line.inert || isHeader || isDelimiter(text, line)) continue;
    const start = Math.max(line.content + line.marker, value.start);
    for (const part of betweenBreaks(text, { start, end: Math.min(line.end, value.end) })) {
      const span = withoutBars(text, part);
      if (span.end > span.start) spans.push(span);
    }
  }
  return mentorsIn(
    text,
    spans.filter((span) => !isProse(sliceOf(text, span))),
  ).filter(isPerson);
}

/** The parts of a line between its `<br>`, and behind links without an address: `[@ada][] [@bo][]`. */
function betweenBreaks(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const { index, 0: written } of sliceOf(text, span).matchAll(/<br\s?\/?>|\\$|(?<=\])\[\]/gi)) {
    parts.push({ start, end: span.start + index });
    start = span.start + index + written.length;
  }
  return [...parts, { start, end: span.end }];
}

/** `span` without the bars around a row of a table, and without white space. */
function withoutBars(text: string, span: Span): Span {
  const { start, end } = trimmed(text, span);
  const [before, behind] = [text.charAt(start) === '|' ? 1 : 0, text.charAt(end - 1) === '|' ? 1 : 0];
  return end - start < 2 ? { start, end } : trimmed(text, { start: start + before, end: end - behind });
}

/** Whether a text is prose ("Almost any committer", "we will find one") and names nobody. */
function isProse(written: string): boolean {
  const plain = written.replace(/\[([^\]]{0,200})\]\([^)]{0,500}\)/g, '$1');
  if (/@|\]\(/.test(written) && !/^\p{Lu}?\p{Ll}+ \p{Ll}+ /u.test(plain)) return false;
  const isListOfWords = plain.split(',').every((entry) => !/\s/.test(entry.trim()));
  const small = plain.split(/[\s,]+/).filter((word) => /^\p{Ll}{3,}/u.test(word) && !nameWords.has(word));
  return small.length > 0 && !isListOfWords && (small.length >= 2 || !/\p{Lu}/u.test(plain));
}

/** Lower-case words between and within names. */
const nameWords = new Set(['and', 'von', 'van', 'der', 'den', 'del', 'dos', 'ben', 'bin']);

function isPerson({ name, handle, email }: Mentor): boolean {
  return handle !== null || email !== null || (name !== null && !isPlaceholder(name.text));
}

/** If no label means the description, the text between the heading and the first label is the description. */
function leadingText(text: string, lines: readonly Line[], before: number): Field | null {
  const own = lines.slice(1).filter((line) => line.start < before && !line.blank && !isRule(text, line));
  const first = own.find((line) => !isNothing(text.slice(line.content, line.end)));
  const last = own.at(-1);
  if (!first || !last) return null;
  const span = { start: first.start, end: last.end };
  return {
    id: 'description',
    label: null,
    form: { ...plainForm, indent: first.indent },
    span,
    value: partOf(text, span).span,
    empty: false,
    placeholder: null,
  };
}

/** Moves labels by `by` code units, to join the labels of several sections. */
export function movedLabels(labels: readonly IdeaLabel[], by: number): IdeaLabel[] {
  return labels.map((label) => ({
    ...label,
    label: { ...label.label, span: shift(label.label.span, by) },
    start: label.start + by,
    valueStart: label.valueStart + by,
    valueEnd: label.valueEnd === null ? null : label.valueEnd + by,
  }));
}
