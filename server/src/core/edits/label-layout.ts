import type { Field } from '../model/proposal';
import type { Template } from '../model/template';
import type { Span } from '../text/span';
import { tailStart } from '../text/tail';

/** A flaw in how a label is written. */
export interface Flaw {
  readonly kind: 'yaml' | 'pasted' | 'unmarked' | 'marker' | 'indent' | 'bold' | 'colon';
  readonly message: string;
}

/** The most serious layout flaw of a label. Null if its layout matches the template. */
export function flawOf(text: string, field: Field, template: Template): Flaw | null {
  const { label, form } = field;
  if (!label || !hasList(template)) return null;
  const marker = template.marker.trim();
  const name = `"${label.text}"`;
  if (form.yaml || isKey(text, field))
    return { kind: 'yaml', message: `Replace the YAML key ${name} with a list item and its label.` };
  if (form.marker === null) return { kind: 'unmarked', message: `Put "${marker} " before ${name}.` };
  if (!isListItem(text, field))
    return { kind: 'pasted', message: `Start ${name} with "${marker} " to make it a list item.` };
  if (form.marker !== marker)
    return { kind: 'marker', message: `Use the template's list marker "${marker}" for ${name}.` };
  if (form.indent > 0) return { kind: 'indent', message: `Remove the indentation before ${name}.` };
  const marks = marksOf(text, field);
  if (form.bold && marks) {
    const style = label.span.start - marks.span.start > 1 ? 'bold' : 'italics';
    return { kind: 'bold', message: `Remove the ${style} from ${name}.` };
  }
  if (!form.colon) return { kind: 'colon', message: `Put a colon after ${name}.` };
  return null;
}

/**
 * The label with its emphasis, colon and the spaces after them, and the text that should replace it. Null if the
 * emphasis does not end right after the label.
 */
export function marksOf(text: string, { label }: Field): { span: Span; plain: string } | null {
  if (!label) return null;
  const open = marksBefore(text.slice(Math.max(0, label.span.start - 6), label.span.start));
  const lineEnd = text.indexOf('\n', label.span.end);
  const rest = text.slice(label.span.end, lineEnd < 0 ? text.length : lineEnd);
  const close = /^([ \t]*)([*_]*)([ \t]*)(:?)([*_]*)/.exec(rest);
  const closing = (close?.[2] ?? '') + (close?.[5] ?? '');
  if (!close || open === '' || closing !== open.split('').reverse().join('')) return null;
  const end = label.span.end + close[0].length;
  return { span: { start: label.span.start - open.length, end }, plain: `${label.text}:` };
}

function marksBefore(text: string): string {
  return text.slice(tailStart(text, /[*_]/));
}

function hasList(template: Template): boolean {
  return /^[-*+]\s/.test(template.marker);
}

/** Whether a label is a YAML key from the issue form, such as "expectedOutcome:" or "description:". */
function isKey(text: string, { label, form }: Field): boolean {
  if (!label || form.marker !== null || form.bold || !form.colon) return false;
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(label.text) && text.charAt(label.span.end) === ':';
}

function isListItem(text: string, { span, label }: Field): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(text.slice(span.start, label?.span.start ?? span.start));
}
