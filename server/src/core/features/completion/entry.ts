import { markedSpan } from '../../edits/mentor-entry';
import { labelAt } from '../../model/label';
import { linesOf } from '../../model/lines';
import { isBlank, type Span } from '../../text/span';
import { beginsParagraph, type Caret, hasInline, headOf, inlineStart, isLabelLine, lineAround } from './caret';

/** A place for one mentor in the line of a mentors field, from the proposal's start. */
export interface Entry {
  /** What an accepted mentor replaces. */
  readonly span: Span;
  /** The list marker, with blanks around it, that the line lacks; mostly empty. */
  readonly lead: string;
}

/**
 * The places for a mentor at the caret, the likeliest first; none outside of a mentors field.
 *
 * An entry reaches from list marker, label or separator to the next separator, role or line end. "Ada Example, @ad" may
 * be one entry or the beginning of a second one: then there are two places.
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
  // "@gr, Ada Example (…)" is read as one person whose handle stands first; at the caret it is the beginning of another.
  const isOne = around !== null && around.start >= own && !(mentor?.name && mentor.name.span.start > next);
  const end = isOne ? around.end : next;
  const entry = { span: { start: own, end: Math.max(at, end) }, lead };
  if (!around || around.start >= own || around.start < start) return [entry];
  return [{ span: { start: around.start, end: Math.max(at, around.end) }, lead }, entry];
}

/** Where the text of the caret's line begins that may name people; null where it may not. */
function textStart(caret: Caret): number | null {
  const { body, field, line, at } = caret;
  const { text } = body;
  if (field?.id !== 'mentors' || !field.label) return null;
  if (isLabelLine(field, line)) return inlineStart(text, field);
  const head = headOf(text, line);
  if (head.marker !== '' && head.indent.length <= field.form.indent) {
    // At the margin stands the next label, unless the field keeps its list there.
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
  // A paragraph of its own at the margin is no list of people, unless it begins like one.
  return beginsParagraph(text, line) && !/^[@＠]/.test(text.slice(line.start, at)) ? null : head.start;
}

/** Whether entries above the caret's line stand in a list that is not indented. */
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

/** The marker for a line without one below entries that have one, or below a label with nothing behind it. */
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

/** The separators between entries, outside of parentheses. */
function* separators(text: string, { start, end }: Span): Iterable<Span> {
  let depth = 0;
  for (const match of text.slice(start, end).matchAll(/[([（]|[)\]）]|[,;，；、&|]|\s\/\s|\sand\s/g)) {
    const [mark] = match;
    if (/[([（]/.test(mark)) depth++;
    else if (/[)\]）]/.test(mark)) depth = Math.max(0, depth - 1);
    else if (depth === 0) yield { start: start + match.index, end: start + match.index + mark.length };
  }
}

/** Where the entry ends that begins with `span` and reaches at least to `at`. */
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
