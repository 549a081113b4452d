import type { Field } from '../model/proposal';
import type { Template } from '../model/template';
import type { Span } from '../text/span';
import { tailStart } from '../text/tail';

/** What is wrong with the way in which a label is written. */
export interface Flaw {
  readonly kind: 'yaml' | 'pasted' | 'unmarked' | 'marker' | 'indent' | 'bold' | 'colon';
  readonly message: string;
}

/** The gravest flaw in the layout of a label, null where it is written like the template's. */
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

/** The label with its marks, colon and the blanks up to the value, and what they should be; null where marks do not close behind the label. */
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

/** "expectedOutcome:" and "description:" at the margin, as in the issue form's YAML. */
function isKey(text: string, { label, form }: Field): boolean {
  if (!label || form.marker !== null || form.bold || !form.colon) return false;
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(label.text) && text.charAt(label.span.end) === ':';
}

function isListItem(text: string, { span, label }: Field): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(text.slice(span.start, label?.span.start ?? span.start));
}
