import { markedSpan } from '../../edits/mentor-entry';
import { labelAt } from '../../model/label';
import { linesOf } from '../../model/lines';
import { isBlank, type Span } from '../../text/span';
import { beginsParagraph, type Caret, hasInline, headOf, inlineStart, isLabelLine, lineAround } from './caret';

/** Where a mentor can be inserted in a line of the mentors field. Offsets count from the start of the proposal. */
export interface Entry {
  /** The range that an accepted mentor replaces. */
  readonly span: Span;
  /** The list marker to insert, with its blanks. Empty if the line needs none. */
  readonly lead: string;
}

/**
 * Where a mentor can be inserted at the caret, most likely first. Empty outside a mentors field.
 *
 * An entry starts after a list marker, label or separator and ends before the next separator, role or line end. "Ada
 * Example, @ad" can be one entry or the start of a second one, so it gives two results.
 */
export function entriesAt(caret: Caret): readonly Entry[] {
  const { body, at, line } = caret;
  const start = textStart(caret);
  if (start === null || at < start) return [];
  const { text } = body;
  const lead = leadOf(caret);
  let own = start;
  for (const { end } of separators(text, { start, end: at })) own = end;
  while (own < at && isBlank(text.charCodeAt(own))) own++;
  const mentor = body.mentors.find(({ span }) => span.start >= start && span.start <= at && at <= span.end);
  const around = mentor ? markedSpan(text, mentor) : null;
  const next = endOf(text, { start: own, end: line.end }, at);
  // "@gr, Ada Example (…)" parses as one person with the handle first, but at the caret "@gr" is a new entry.
  const isOne = around !== null && around.start >= own && !(mentor?.name && mentor.name.span.start > next);
  const end = isOne ? around.end : next;
  const entry = { span: { start: own, end: Math.max(at, end) }, lead };
  if (!around || around.start >= own || around.start < start) return [entry];
  return [{ span: { start: around.start, end: Math.max(at, around.end) }, lead }, entry];
}

/** Start of the text on the caret's line that can name mentors. Null if it cannot. */
function textStart(caret: Caret): number | null {
  const { body, field, line, at } = caret;
  const { text } = body;
  if (field?.id !== 'mentors' || !field.label) return null;
  if (isLabelLine(field, line)) return inlineStart(text, field);
  const head = headOf(text, line);
  if (head.marker !== '' && head.indent.length <= field.form.indent) {
    // Unindented text is the next label, unless the field's list is unindented too.
    if (hasInline(text, field) || (at === head.start && body.mentors.length > 0 && !isListedAtMargin(caret)))
      return null;
  }
  const [own] = linesOf(text.slice(line.start, line.end));
  const nested = own ? labelAt(text.slice(line.start, line.end), own, new Set()) : null;
  if (nested?.id === 'mentors' && nested.form.colon) {
    const rest = line.start + nested.valueStart;
    return rest + (/^[ \t]*/.exec(text.slice(rest, line.end))?.[0].length ?? 0);
  }
  if (head.marker !== '' || head.indent !== '') return head.start;
  if (line.start === line.end || text.startsWith('#', line.start)) return null;
  // A separate unindented paragraph is not a list of mentors unless it starts with a handle.
  return beginsParagraph(text, line) && !/^[@＠]/.test(text.slice(line.start, at)) ? null : head.start;
}

/** Whether the entries above the caret's line form an unindented list. */
function isListedAtMargin({ body: { text, mentors }, field, line }: Caret): boolean {
  return mentors.some(({ span }) => {
    const own = lineAround(text, span.start);
    return (
      own.start < line.start &&
      field !== null &&
      own.start > field.span.start &&
      headOf(text, own).indent.length <= field.form.indent
    );
  });
}

/**
 * The list marker to insert on a line without one, if the entries above have markers or the label has no inline value.
 */
function leadOf({ body: { text }, field, line }: Caret): string {
  if (!field?.label || isLabelLine(field, line)) return '';
  const head = headOf(text, line);
  if (head.marker !== '') return '';
  if (hasInline(text, field)) return '';
  const labelEnd = lineAround(text, field.label.span.end).end;
  const other = text.slice(labelEnd + 1, line.start).match(/^([ \t]*)([-*+][ \t]+)\S/m);
  if (other) return (other[1] ?? '').slice(head.indent.length) + (other[2] ?? '');
  if (field.form.marker === null || text.slice(labelEnd + 1, line.start).trim() !== '') return '';
  return `${'  '.slice(head.indent.length)}${/[-*+]/.exec(field.form.marker)?.[0] ?? '-'} `;
}

/** Separators between entries, ignoring those in parentheses. */
function* separators(text: string, { start, end }: Span): Iterable<Span> {
  let depth = 0;
  for (const match of text.slice(start, end).matchAll(/[([（]|[)\]）]|[,;，；、&|]|\s\/\s|\sand\s/g)) {
    const [mark] = match;
    if (/[([（]/.test(mark)) depth++;
    else if (/[)\]）]/.test(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0) yield { start: start + match.index, end: start + match.index + mark.length };
  }
}

/** End of the entry that starts with `span` and includes at least `at`. */
function endOf(text: string, { start, end }: Span, at: number): number {
  let stop = end;
  for (const separator of separators(text, { start, end })) {
    if (separator.start < at) continue;
    stop = separator.start;
    break;
  }
  const role = /\s[-–—]\s/.exec(text.slice(at, stop));
  if (role) stop = at + role.index;
  while (stop > at && isBlank(text.charCodeAt(stop - 1))) stop--;
  return stop;
}
