import { type Line, linesOf } from '../model/lines';
import type { Field, ProposalBody } from '../model/proposal';
import type { Template } from '../model/template';
import { labelFor } from '../model/template';
import type { Edit } from '../text/edit';
import { firstWhere } from '../text/first-where';
import type { Span } from '../text/span';
import { indented, outdented } from './indent-lines';
import { type Flaw, marksOf } from './label-layout';
import { readsTheSame } from './same-reading';

/**
 * The edits that write a label as the template does. Null if they would change what the proposal says. Offsets count
 * from the proposal's start.
 */
export function editsFor(body: ProposalBody, field: Field, flaw: Flaw, template: Template): Edit[] | null {
  const edits = flaw.kind === 'indent' ? outdentAll(body) : editsOf(body, field, flaw, template);
  if (edits && readsTheSame(body, edits, template)) return edits;
  // We recognize unknown labels because they look like their neighbors, so all labels must lose their marks together.
  const all = flaw.kind === 'bold' ? body.fields.flatMap((each) => plainLabel(body.text, each)) : null;
  return all && readsTheSame(body, all, template) ? all : null;
}

function plainLabel(text: string, field: Field): Edit[] {
  const marks = field.form.bold && field.form.indent === 0 ? marksOf(text, field) : null;
  return marks ? [{ span: marks.span, text: marks.plain }] : [];
}

/** Fixes all flaws of the label at once, so that no second fix is necessary. */
function editsOf({ text }: ProposalBody, field: Field, flaw: Flaw, template: Template): Edit[] | null {
  const { form } = field;
  const lines = linesWithin(linesOf(text), field.span);
  const head = lines[0];
  if (!head || form.indent > 0) return null;
  const marker = template.marker;
  const columns = marker.includes('\t') ? 4 : marker.length;
  const edits: Edit[] = [];
  // A field can have more lines than a call has arguments.
  const indent = (below: readonly Line[]) => {
    for (const edit of indented(text, below, columns, 0)) edits.push(edit);
  };
  if (flaw.kind === 'yaml' || form.marker === null) {
    const deep = lines.slice(1).filter(({ blank }) => !blank);
    // The lines of a YAML block are already indented.
    if (!deep.every(({ indent }) => indent >= columns)) indent(lines.slice(1));
    edits.push({ span: { start: head.start, end: head.content }, text: marker });
  } else if (form.marker !== marker.trim() || flaw.kind === 'pasted') {
    const isPasted = flaw.kind === 'pasted';
    const end = head.content + form.marker.length;
    const blanks = isPasted ? /^[ \t]*/.exec(text.slice(end)) : null;
    edits.push({
      span: { start: head.content, end: end + (blanks?.[0].length ?? 0) },
      text: isPasted ? marker : marker.trim(),
    });
    if (isPasted && lines.slice(1).some((line) => !line.blank && line.indent < columns)) indent(lines.slice(1));
  }
  edits.push(...labelEdits(text, field, flaw, template));
  return edits;
}

/** The edits that remove emphasis, add a colon and replace a YAML key with its label. */
function labelEdits(text: string, field: Field, flaw: Flaw, template: Template): Edit[] {
  const { label, form, id } = field;
  if (!label) return [];
  const at = (from: number, end: number, replacement: string): Edit => ({
    span: { start: from, end },
    text: replacement,
  });
  if (flaw.kind === 'yaml') {
    const mark = /^:[ \t]*[|>][-+]?/.exec(text.slice(label.span.end));
    return [
      at(label.span.start, label.span.end + (mark?.[0].length ?? 1), `${id ? labelFor(id, template) : label.text}:`),
    ];
  }
  const marks = form.bold ? marksOf(text, field) : null;
  if (marks) return [at(marks.span.start, marks.span.end, marks.plain)];
  if (form.colon) return [];
  const behind = /^[ \t]*[-–—=][ \t]*|^[ \t]+/.exec(text.slice(label.span.end, field.value.start));
  const inline =
    behind !== null &&
    !text.slice(label.span.end, field.value.start).includes('\n') &&
    field.value.end > field.value.start;
  return [at(label.span.end, label.span.end + (inline ? behind[0].length : 0), inline ? ': ' : ':')];
}

function linesWithin(lines: readonly Line[], { start, end }: Span): readonly Line[] {
  const first = firstWhere(lines, (line) => line.start >= start);
  return lines.slice(
    first,
    Math.max(
      first,
      firstWhere(lines, (line) => line.end > end),
    ),
  );
}

/** Moves all indented labels together. If one label moved alone, its neighbors would become part of its field. */
function outdentAll({ text, fields }: ProposalBody): Edit[] | null {
  const lines = linesOf(text);
  const edits: Edit[] = [];
  for (const { form, span } of fields) {
    if (form.indent === 0) continue;
    const own = outdented(text, linesWithin(lines, span), form.indent, 0);
    if (!own) return null;
    for (const edit of own) edits.push(edit);
  }
  return edits;
}
