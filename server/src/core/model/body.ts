import type { FieldId } from '../facts/fields';
import { isPlaceholder, isSampleMentor } from '../facts/placeholders';
import { type Part, partOf, type Span, sliceOf, trimmed } from '../text/span';
import { type LabelAt, labelAt } from './label';
import { type Line, linesOf } from './lines';
import { mentorsIn } from './mentor';
import type { Field, LabelForm, Mentor, ProposalBody } from './proposal';
import { referencesIn } from './reference';
import { titleOf } from './section';

/** What of a document's template the reading of a proposal depends on. */
export interface TemplateLabels {
  /** Keys of the labels that the template has beside the program's own. */
  readonly extra: ReadonlySet<string>;
  /** The hint behind each label, by the label's key. */
  readonly hints: ReadonlyMap<string, string>;
}

/** Labels for a text without a template of its own. */
export const noLabels: TemplateLabels = { extra: new Set(), hints: new Map() };

/**
 * Takes a proposal out of `text`, the lines from its heading to the next one.
 *
 * Never throws; a text without fields gives a body without fields. It is the only reader of the proposals' grammar:
 * open documents, unopened files and the command line all go through it. Shapes it understands: FORMATS in
 * ARCHITECTURE.md.
 */
export function readBody(
  text: string,
  labels: TemplateLabels,
  heading: { titleStart: number; titleEnd: number },
): ProposalBody {
  const lines = linesOf(text);
  const title: Part = {
    text: titleOf(text, { start: 0, end: 0, level: 0, ...heading }),
    span: { start: heading.titleStart, end: heading.titleEnd },
  };
  const found = labelledLines(text, lines, labels);
  const first = found[0]?.index ?? lines.length;
  const programName = programNameIn(text, lines, first);
  const fields = found.map((each, i) => fieldFrom(text, lines, each, found[i + 1]?.index ?? lines.length, labels));
  const description = fields.some((field) => field.id === 'description')
    ? null
    : unlabelledDescription(text, lines, first, programName);
  if (description && fields.length > 0) fields.unshift(description);
  const mentors = mentorsOf(text, lines, fields);
  return {
    text,
    title,
    programName,
    fields: fields.map((field) => withPlaceholder(text, field, mentors, labels)),
    mentors: mentors.filter((mentor) => !isSample(mentor)),
    upstream: fields
      .filter((field) => field.id === 'upstream-issue')
      .flatMap((field) => referencesIn(text, field.value)),
    lfxUrl: lfxUrlOf(text, fields, title),
  };
}

interface LabelledLine {
  readonly index: number;
  readonly at: LabelAt;
}

/** The lines that begin a field: labels at the margin of the proposal, and deeper ones for what the margin lacks. */
function labelledLines(text: string, lines: readonly Line[], labels: TemplateLabels): LabelledLine[] {
  const candidates: LabelledLine[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.blank || line.inert) continue;
    const at = labelAt(text, line, labels.extra);
    if (at) candidates.push({ index, at });
  }
  const own = candidates.filter(({ at }) => at.id !== null);
  if (own.length === 0) return [];
  const margin = Math.min(...own.map(({ at }) => at.form.indent));
  const atMargin = new Set(own.filter(({ at }) => at.form.indent <= margin + 1).map(({ at }) => at.id));
  const kept: LabelledLine[] = [];
  const taken = new Set<FieldId>();
  let current: FieldId | null = null;
  let form: LabelForm | null = null;
  for (const each of candidates) {
    const { id, form: own } = each.at;
    const deep = own.indent > margin + 1;
    if (id === null) {
      // An extra label looks like the labels around it; in another form it is a line of a value.
      if (
        each.at.guessed &&
        (!endsAtAnyLabel(current) || /@/.test(text.slice(each.at.valueStart, lines[each.index]?.end)))
      )
        continue;
      if (deep || !own.colon || (form && ((own.marker === null) !== (form.marker === null) || own.bold !== form.bold)))
        continue;
    } else if (deep && (atMargin.has(id) || taken.has(id))) continue;
    else if (id === 'mentors' && current === 'mentors' && deep) continue;
    else if (isSentence(text, lines, each, taken)) continue;
    kept.push(each);
    current = id;
    if (id !== null) {
      taken.add(id);
      form = own;
    }
  }
  return kept;
}

/** Names and links end where another label begins, whatever it says. */
function endsAtAnyLabel(id: FieldId | null): boolean {
  return id === 'mentors' || id === 'upstream-issue' || id === 'lfx-url';
}

/** A word like "Issue" or "Mentors" without marker and colon, or a second time in a paragraph, begins a sentence. */
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

function fieldFrom(
  text: string,
  lines: readonly Line[],
  { index, at }: LabelledLine,
  nextIndex: number,
  labels: TemplateLabels,
): Field {
  const line = lines[index];
  let last = index;
  for (let i = index; i < nextIndex; i++) {
    const each = lines[i];
    if (each && !each.blank && !isRule(text, each)) last = i;
  }
  const span = { start: line?.start ?? 0, end: lines[last]?.end ?? text.length };
  const value = trimmed(text, { start: Math.min(at.valueStart, span.end), end: span.end });
  const written = sliceOf(text, value);
  const hint = labels.hints.get(at.label.text) ?? '';
  return {
    id: at.id,
    label: at.label,
    form: at.form,
    span,
    value,
    empty: isNothing(written) || (hint !== '' && written === hint),
    placeholder: null,
  };
}

/** Marks, comments and rules are no value. */
function isNothing(written: string): boolean {
  if (written.length > 400) return false;
  return !/[\p{L}\p{N}\p{S}]/u.test(written.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}

/** A horizontal rule at the end of a proposal separates it from the next; it belongs to no field. */
function isRule(text: string, line: Line): boolean {
  return (
    line.indent < 4 && /^(?:-[ \t]*){3,}$|^(?:\*[ \t]*){3,}$|^(?:_[ \t]*){3,}$/.test(text.slice(line.content, line.end))
  );
}

function programNameIn(text: string, lines: readonly Line[], before: number): Part | null {
  for (let i = 1; i < Math.min(before, lines.length); i++) {
    const line = lines[i];
    if (!line || line.blank || line.inert) continue;
    const match = /^([-*+]\s+)?([*_]*)(CNCF\s*[-–—:]\s*\S.*?)[*_\s]*$/.exec(text.slice(line.content, line.end));
    if (!match?.[3] || !/[:(]/.test(match[3])) continue;
    const start = line.content + (match[1]?.length ?? 0) + (match[2]?.length ?? 0);
    return { text: match[3], span: { start, end: start + match[3].length } };
  }
  return null;
}

/** Text between the heading and the first label is the description where no field is labelled so. */
function unlabelledDescription(
  text: string,
  lines: readonly Line[],
  before: number,
  programName: Part | null,
): Field | null {
  let first = -1;
  let last = -1;
  for (let i = 1; i < Math.min(before, lines.length); i++) {
    const line = lines[i];
    if (!line || line.blank || isRule(text, line)) continue;
    if (programName && line.start <= programName.span.start && programName.span.end <= line.end) continue;
    if (first < 0 && isNothing(text.slice(line.content, line.end))) continue;
    if (first < 0) first = i;
    last = i;
  }
  const from = lines[first];
  const to = lines[last];
  if (!from || !to) return null;
  const span = { start: from.start, end: to.end };
  const form: LabelForm = { indent: from.indent, marker: null, bold: false, colon: false, yaml: false };
  return { id: 'description', label: null, form, span, value: trimmed(text, span), empty: false, placeholder: null };
}

/** The people in all mentors fields; without such a field, the entries that stand in another one's list. */
function mentorsOf(text: string, lines: readonly Line[], fields: readonly Field[]): Mentor[] {
  const own = fields.filter((field) => field.id === 'mentors');
  if (own.length > 0) return own.flatMap((field) => mentorsIn(text, entriesIn(text, lines, field)));
  const skills = fields.find((field) => field.id === 'recommended-skills');
  if (!skills) return [];
  const lost = entriesIn(text, lines, skills).filter((span) =>
    /^[\p{L} .'’-]+\s*\(@[\w-]+\s*,\s*\S+@\S+\.\w+\)/u.test(sliceOf(text, span)),
  );
  return mentorsIn(text, lost);
}

/** The lines of a mentors field, each without list marker and a label of its own ("Primary Mentor: …"). */
function entriesIn(text: string, lines: readonly Line[], field: Field): Span[] {
  const spans: Span[] = [];
  for (const line of lines) {
    if (line.blank || line.inert || line.end <= field.value.start || line.start >= field.value.end) continue;
    if (line.start <= field.value.start) {
      spans.push({ start: field.value.start, end: Math.min(line.end, field.value.end) });
      continue;
    }
    const nested = labelAt(text, line, noLabels.extra);
    const start = nested?.id === 'mentors' && nested.form.colon ? nested.valueStart : line.content + line.marker;
    spans.push(trimmed(text, { start, end: line.end }));
  }
  return spans.filter((span) => span.end > span.start);
}

function isSample(mentor: Mentor): boolean {
  if (mentor.name && !mentor.handle && !mentor.email && isPlaceholder(mentor.name.text)) return true;
  return isSampleMentor(mentor.name?.text ?? null, mentor.handle?.text ?? null);
}

function withPlaceholder(text: string, field: Field, mentors: readonly Mentor[], labels: TemplateLabels): Field {
  if (field.empty) return field;
  const part = partOf(text, field.value);
  const hint = field.label === null ? '' : (labels.hints.get(field.label.text) ?? '');
  if (part.text.length <= 40 && isPlaceholder(part.text)) return { ...field, empty: true, placeholder: part };
  if (hint !== '' && part.text.startsWith(hint) && part.text.length - hint.length < 3)
    return { ...field, empty: true, placeholder: part };
  if (field.id !== 'mentors') return field;
  const inside = mentors.filter(
    (mentor) => mentor.span.start >= field.value.start && mentor.span.end <= field.value.end,
  );
  const sample = inside.find(isSample);
  if (!sample) return field;
  const placeholder = { text: sliceOf(text, sample.span), span: sample.span };
  return { ...field, empty: inside.every(isSample), placeholder };
}

/** An LFX address in its field; before 2022 the title itself links to LFX. */
function lfxUrlOf(text: string, fields: readonly Field[], title: Part): Part | null {
  for (const field of fields) {
    if (field.id !== 'lfx-url' || field.empty) continue;
    return referencesIn(text, field.value)[0]?.url ?? null;
  }
  const inTitle = referencesIn(text, title.span)[0];
  return inTitle && /lfx\.linuxfoundation\.org|communitybridge\.org/.test(inTitle.url.text) ? inTitle.url : null;
}
