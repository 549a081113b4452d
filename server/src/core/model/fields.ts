import { type FieldId, isMentorRole, nearField, usualFields } from '../facts/fields';
import { isPlaceholder } from '../facts/placeholders';
import { leastOf } from '../text/least';
import { partOf } from '../text/span';
import { anyLabelAt, type LabelAt, labelAt } from './label';
import type { Line } from './lines';
import type { Field, LabelForm } from './proposal';

/** The parts of a document's template that the reading of its proposals depends on. */
export interface TemplateLabels {
  /** Keys of the labels that only this template has. */
  readonly extra: ReadonlySet<string>;
  /** The hint after each label, by the key of the label. */
  readonly hints: ReadonlyMap<string, string>;
}

/** For a text without its own template. */
export const noLabels: TemplateLabels = { extra: new Set(), hints: new Map() };

/** A line that starts a field. */
export interface LabelledLine {
  readonly index: number;
  readonly at: LabelAt;
}

/**
 * The lines that start a field: labels at the proposal's margin, and indented ones for fields that the margin lacks.
 */
export function labelledLines(text: string, lines: readonly Line[], labels: TemplateLabels): LabelledLine[] {
  const candidates: LabelledLine[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.blank || line.inert) continue;
    const at = labelAt(text, line, labels.extra);
    if (at) candidates.push({ index, at });
  }
  if (!candidates.some(({ at }) => at.id !== null)) return [];
  const margin = leastOf(candidates.flatMap(({ at }) => (at.id === null ? [] : [at.form.indent])));
  addMisspelt(text, lines, candidates, margin);
  const own = candidates.filter(({ at }) => at.id !== null);
  const atMargin = new Set(own.filter(({ at }) => at.form.indent <= margin + 1).map(({ at }) => at.id));
  const kept: LabelledLine[] = [];
  const taken = new Set<FieldId>();
  let current: FieldId | null = null;
  let form: LabelForm | null = null;
  let holdsRoles = false;
  candidates.forEach((each, order) => {
    const { id, form: own, label } = each.at;
    if (id === 'mentors' && holdsRoles && isMentorRole(label.text)) return;
    const deep = own.indent > margin + 1;
    if (id === null) {
      if (deep || !isLikeItsNeighbor(own, form)) return;
    } else {
      if (deep && (atMargin.has(id) || taken.has(id) || (id === 'mentors' && current === 'mentors'))) return;
      if (isSentence(text, lines, each, taken)) return;
      taken.add(id);
      form = own;
    }
    kept.push(each);
    current = id;
    holdsRoles =
      id === 'mentors' && !isMentorRole(label.text) && isFollowedByRole(text, lines, each, candidates[order + 1]);
    if (form && endsAtAnyLabel(id)) {
      const next = candidates[order + 1]?.index ?? lines.length;
      const guessed = guessedLines(text, lines.slice(each.index, next), each, margin, form);
      for (const line of guessed) kept.push(line);
    }
  });
  return kept;
}

/** Adds lines whose label is a misspelled missing one and looks like its neighbors. Keeps the text order. */
function addMisspelt(text: string, lines: readonly Line[], candidates: LabelledLine[], margin: number): void {
  const missing = new Set(usualFields.filter((id) => !candidates.some(({ at }) => at.id === id)));
  const neighbor = candidates.find(({ at }) => at.id !== null)?.at.form;
  // With more labels missing, the proposal is unfinished or the text is something else, so we assume no typos.
  if (missing.size === 0 || missing.size > 2 || !neighbor) return;
  const taken = new Set(candidates.map(({ index }) => index));
  const before = candidates.length;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.blank || line.inert || line.indent > margin + 1 || taken.has(index)) continue;
    const at = anyLabelAt(text, line);
    const id = at && isLikeItsNeighbor(at.form, neighbor) ? nearField(at.label.text, missing) : null;
    if (!at || id === null) continue;
    missing.delete(id);
    candidates.push({ index, at: { ...at, id } });
  }
  if (candidates.length > before) candidates.sort((a, b) => a.index - b.index);
}

/** Whether "Mentor(s):" is empty and followed by "Primary Mentor: …". Such lines are entries, at any margin. */
function isFollowedByRole(
  text: string,
  lines: readonly Line[],
  { index, at }: LabelledLine,
  next: LabelledLine | undefined,
): boolean {
  if (next?.at.id !== 'mentors' || !isMentorRole(next.at.label.text)) return false;
  const between = text.slice(at.valueStart, lines[next.index]?.start);
  return index < next.index && between.trim() === '';
}

/** Whether an extra label looks like its neighbors. If it does not, it is a line of a value. */
function isLikeItsNeighbor(own: LabelForm, neighbor: LabelForm | null): boolean {
  if (!own.colon) return false;
  return !neighbor || ((own.marker === null) === (neighbor.marker === null) && own.bold === neighbor.bold);
}

/** Fields with names or links end at any label, even an unknown one. */
function endsAtAnyLabel(id: FieldId | null): boolean {
  return id === 'mentors' || id === 'upstream-issue' || id === 'lfx-url';
}

/**
 * Unknown labels at the margin after a field with names or links. The first of `lines` is that field's label. An item
 * with `@` is a name ("Ada: @ada") unless the field already has names after its label or nested below it.
 */
function guessedLines(
  text: string,
  [own, ...lines]: readonly Line[],
  { index, at: label }: LabelledLine,
  margin: number,
  form: LabelForm,
): LabelledLine[] {
  let hasNames = own !== undefined && text.slice(label.valueStart, own.end).trim() !== '';
  return lines.flatMap((line, order): LabelledLine[] => {
    if (!line.blank && line.indent > margin + 1) hasNames = true;
    if (line.marker === 0 || line.inert || line.indent > margin + 1) return [];
    const at = anyLabelAt(text, line);
    if (!at || !isLikeItsNeighbor(at.form, form)) return [];
    return hasNames || !text.slice(at.valueStart, line.end).includes('@') ? [{ index: index + 1 + order, at }] : [];
  });
}

/** Inside a paragraph, a word like "Issue" or "Mentors" starts a sentence if it has no colon or occurs again. */
function isSentence(
  text: string,
  lines: readonly Line[],
  { index, at }: LabelledLine,
  taken: ReadonlySet<FieldId>,
): boolean {
  if (at.form.marker !== null || at.form.bold || at.id === null) return false;
  const before = lines[index - 1];
  const inParagraph =
    before !== undefined &&
    !before.blank &&
    index > 1 &&
    before.marker === 0 &&
    !/^\s*#/.test(text.slice(before.start, before.end));
  return inParagraph && (taken.has(at.id) || !at.form.colon);
}

/** A field with its lines, beginning with the label's line. */
export interface FieldLines {
  readonly field: Field;
  readonly lines: readonly Line[];
}

/** The field that starts at a labeled line and ends before the line `nextIndex`. */
export function fieldFrom(
  text: string,
  lines: readonly Line[],
  { index, at }: LabelledLine,
  nextIndex: number,
  labels: TemplateLabels,
): FieldLines {
  let last = nextIndex - 1;
  while (last > index && isBlankOrRule(text, lines[last])) last--;
  const own = lines.slice(index, last + 1);
  const span = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? text.length };
  const value = partOf(text, { start: Math.min(at.valueStart, span.end), end: span.end });
  const hint = labels.hints.get(at.label.text) ?? '';
  const hinted = hint !== '' && value.text.startsWith(hint) && value.text.length - hint.length < 3;
  const placeholder = hinted || (value.text.length <= 40 && isPlaceholder(value.text)) ? value : null;
  const nothing = isNothing(value.text);
  const empty = placeholder !== null || nothing;
  const { id, label, form } = at;
  return {
    field: { id, label, form, span, value: value.span, empty, placeholder: nothing ? null : placeholder },
    lines: own,
  };
}

function isBlankOrRule(text: string, line: Line | undefined): boolean {
  return line === undefined || line.blank || isRule(text, line);
}

/** Whether a value consists only of marks, comments and rules. */
export function isNothing(written: string): boolean {
  // Most values start with a letter and need no closer look.
  if (written.length > 400 || /^[a-z\d]/i.test(written)) return false;
  return !/[\p{L}\p{N}\p{S}]/u.test(written.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}

/** Whether a line is a horizontal rule. At the end of a proposal it is a separator and belongs to no field. */
export function isRule(text: string, line: Line): boolean {
  return (
    line.indent < 4 && /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/.test(text.slice(line.content, line.end))
  );
}
