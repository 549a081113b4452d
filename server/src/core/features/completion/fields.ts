import { fieldText, type LabelStyle, nested, styleOf } from '../../edits/insert-fields';
import { isPlaceholder } from '../../facts/placeholders';
import { idsOf, type ProposalBody } from '../../model/proposal';
import type { TemplateField } from '../../model/template';
import { absentOptional, missingFields } from '../../model/template';
import { leastOf } from '../../text/least';
import { lineEndOf } from '../../text/lines';
import { shift } from '../../text/span';
import { withoutTail } from '../../text/tail';
import { searchable } from '../symbols/fuzzy';
import { beginsParagraph, type Caret, headOf, isLabelLine, valueStartOf } from './caret';
import { beginsWord } from './match';
import type { Offer } from './offer';

/** Labels for the start of a line. Missing fields come first, in template order. */
export function fieldOffers(caret: Caret): readonly Offer[] {
  const typed = typedLabel(caret);
  const shape = caret.document.template.writing?.shape;
  // A label in a table is a cell: no line begins with it.
  if (typed === null || shape === 'row' || shape === 'column') return [];
  const { body, document, section, line, at } = caret;
  const { text } = body;
  const own = caret.field && isLabelLine(caret.field, line) ? caret.field : null;
  const rest: ProposalBody = own ? without(body, own) : body;
  const missing = missingFields(rest, document.template);
  const optional = absentOptional(rest, document.template);
  const present = document.template.fields.filter((field) => !missing.includes(field) && !optional.includes(field));
  const others = [...optional, ...(typed === '' ? [] : present)];
  const key = searchable(typed);
  const start = headOf(text, { start: line.start, end: line.start }).start + indentOf(text, line.start);
  const end = Math.max(at, own ? (valueStartOf(text, own) ?? own.label?.span.end ?? at) : wordEnd(text, at));
  const behind = text.slice(end, line.end).trim();
  const lineEnd = lineEndOf(document.text);
  const style = styleOf(rest, document.template);
  const written = text.slice(start, at);
  return [...missing, ...others]
    .filter(({ label }) => beginsWord(searchable(label), key))
    .map((field): Offer => {
      const whole = openedField(field, style, lineEnd).trimStart();
      const [first = ''] = whole.split(/\r?\n/, 1);
      // Keep a value that is already there.
      const text = behind !== '' ? `${first.trimEnd()} ` : own && !own.empty ? first.trimEnd() : whole;
      return {
        kind: 'field',
        label: field.label,
        detail: missing.includes(field) ? null : optional.includes(field) ? 'optional' : 'already there',
        filterText: written.slice(0, written.length - typed.length) + fromWord(field.label, typed),
        edit: { span: shift({ start, end }, section.start), text },
        pieces: null,
        topic: { is: 'field', label: field.label },
      };
    });
}

/** A label with the start of a list below it, or inline if the template lists mentors on the label's line. */
export function openedField(field: TemplateField, style: LabelStyle, lineEnd: string): string {
  const text = fieldText(field, style, lineEnd);
  const isInline = field.id === 'mentors' && field.hint !== '' && field.body === '';
  return isInline ? `${text.slice(0, -(lineEnd + nested(style.prefix)).length)} ` : text;
}

/** The part of a label typed at the caret. Null where no label can start. */
function typedLabel(caret: Caret): string | null {
  const { body, line, at, document } = caret;
  const match = /^([ \t]*)((?:[-*+•]|\d{1,9}[.)])[ \t]+)?[*_]{0,3}((?:\p{L}[\p{L} ()/-]*)?)$/u.exec(
    body.text.slice(line.start, at),
  );
  if (!match) return null;
  const [, indent = '', marker, typed = ''] = match;
  const labels = body.fields.filter(({ label }) => label !== null);
  const margin = labels.length > 0 ? leastOf(labels.map(({ form }) => form.indent)) : 0;
  if (indent.length > margin + 1) return null;
  if (marker !== undefined) return typed;
  if (typed === '') return indent === '' && line.start === line.end ? '' : null;
  // Without a list marker the line may be prose, so it must at least look like a label.
  const isOwn = caret.field !== null && isLabelLine(caret.field, line);
  if (!isOwn && /^\p{L}/u.test(body.text.slice(at, at + 2))) return null;
  const bare = document.template.marker === '' && labels.every(({ form }) => form.marker === null);
  if (!isOwn && !bare && (typed.length < 2 || !beginsParagraph(body.text, line))) return null;
  return document.template.fields.some(({ label }) => searchable(label).startsWith(searchable(typed))) ? typed : null;
}

function without(body: ProposalBody, own: ProposalBody['fields'][number]): ProposalBody {
  const fields = body.fields.filter((field) => field !== own);
  return {
    ...body,
    fields,
    ids: idsOf(fields),
    mentors: body.mentors.filter(({ span }) => span.start < own.span.start || span.start > own.span.end),
    lfxUrl: own.id === 'lfx-url' ? null : body.lfxUrl,
  };
}

function indentOf(text: string, start: number): number {
  return /^[ \t]*/.exec(text.slice(start, start + 40))?.[0].length ?? 0;
}

/** Offset after the word at the caret, its colon and the following blanks. */
function wordEnd(text: string, at: number): number {
  return at + (/^[\p{L}()/-]*(?:\*{0,2}[:：]\*{0,2}[ \t]*)?/u.exec(text.slice(at, at + 80))?.[0].length ?? 0);
}

/** The label, starting at the word that matches the typed text. */
function fromWord(label: string, typed: string): string {
  return label.toLowerCase().startsWith(typed.toLowerCase()) ? label : `${typed} ${label}`;
}

/** The template's choices for the field at the caret. */
export function valueOffers(caret: Caret): readonly Offer[] {
  const { body, field, line, at, section } = caret;
  if (!field?.label || field.id !== null || !isLabelLine(field, line)) return [];
  const start = valueStartOf(body.text, field);
  const asked = caret.document.template.fields.find(
    ({ id, label }) => id === null && sameField(label, field.label?.text),
  );
  if (start === null || at < start || !asked) return [];
  const written = body.text.slice(start, at);
  const isHint = field.placeholder !== null || isPlaceholder(body.text.slice(start, line.end));
  const typed = isHint ? '' : searchable(written);
  const span = shift(
    { start, end: Math.max(at, start + body.text.slice(start, line.end).trimEnd().length) },
    section.start,
  );
  return optionsOf(asked)
    .filter((option) => searchable(option).startsWith(typed))
    .map((option) => ({
      kind: 'value',
      label: option,
      detail: null,
      filterText: isHint ? written + option : option,
      edit: { span, text: option },
      pieces: null,
      topic: null,
    }));
}

function sameField(label: string, other: string | undefined): boolean {
  return other !== undefined && searchable(label) === searchable(other);
}

/**
 * The choices in a template hint, such as "# one of small (~90 hours) and large (~350 hours)", "(Easy, Medium, or
 * Hard)" or "90 / 175 / 350 hours". Empty if the hint has none.
 */
export function optionsOf({ id, hint, options }: TemplateField): readonly string[] {
  if (options) return options;
  if (id !== null || hint.length > 300 || hint.includes('\n')) return [];
  const inner = hint
    .replace(/^[#\s]+/, '')
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/^(?:please )?(?:choose |pick |select )?(?:one of|either)[\s:]+/i, '');
  // Separators in parentheses are part of a value.
  const parts = inner
    .split(/(?:[,;/|]|\bor\b|\band\b)(?![^()]*\))/i)
    .map((part) => withoutTail(part.trim(), /[."'`]/).replace(/^["'`]+/, ''))
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 12 || parts.some((part) => part.length > 40 || part.split(/\s+/).length > 5))
    return [];
  const unit = /^\d+(\s+\p{L}+)$/u.exec(parts.at(-1) ?? '')?.[1] ?? '';
  return parts.map((part) => (/^\d+$/.test(part) ? part + unit : part));
}
