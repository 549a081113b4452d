import { draftFieldFacts } from '../facts/draft-fields';
import { type FieldId, fieldFact, fieldIdOf, labelStem, usualFields } from '../facts/fields';
import { isTemplateHeading } from '../facts/headings';
import { type LabelTopic, labelTopic } from '../facts/idea-labels';
import { cncfProjects } from '../facts/projects';
import type { ProposalForm } from '../facts/proposal-form';
import { wordKey } from '../facts/words';
import { ownCopy, type Span, trimmed } from '../text/span';
import { withoutTail } from '../text/tail';
import { readBody } from './body';
import { noLabels, type TemplateLabels } from './fields';
import type { LabelShape } from './ideas/idea-label';
import type { DocumentKind } from './kind';
import type { ProposalBody } from './proposal';
import { type Section, sectionsOf, titleOf } from './section';
import type { Term } from './term';

/** A field in a template. */
export interface TemplateField {
  /** Null for a field that only this template has, such as "Expected project size". */
  readonly id: FieldId | null;
  readonly label: string;
  /** The lines after the label in the template, which are inserted with it. May be empty. */
  readonly body: string;
  /** The template's hint for the field ("one of small, medium and large"). May be empty. */
  readonly hint: string;
  /** False if a proposal may omit the field. */
  readonly required?: boolean;
  /** The choices in a form. Undefined if any text is allowed. */
  readonly options?: readonly string[];
  /** The longest value. Undefined without a limit. */
  readonly limit?: FieldLimit;
  /** For a template that asks for nothing, the number of the file's proposals with this field. */
  readonly count?: number;
  /** How the label is written, if that is not how the template writes most. */
  readonly writing?: LabelWriting;
}

/** A limit that a configuration sets. Characters are UTF-16 code units. */
export interface FieldLimit {
  readonly max: number;
  readonly unit: 'characters' | 'words';
}

/** How labels and values are written. */
export interface LabelWriting {
  readonly shape: LabelShape;
  /** The text before a label on its line, such as `**` or `### `. */
  readonly before: string;
  /** The text after a label, such as `:**`. */
  readonly after: string;
  /** Whether the value starts on its own line. */
  readonly alone: boolean;
}

/** What the proposals of a document should look like. */
export interface Template {
  /**
   * Where the template comes from:
   *
   * - `document`: a fence in the file, or a table below a heading "Template";
   * - `file` and `form`: a file of the repository;
   * - `facts`: the tables of the program, by kind and year;
   * - `habit`: what most proposals of the file have.
   */
  readonly source: 'document' | 'file' | 'form' | 'facts' | 'habit';
  /** The issue form that the template is. Undefined for other sources. */
  readonly form?: ProposalForm;
  /** The path of a template file, from the repository's root. */
  readonly path?: string;
  /** Equal for templates with the same fields. */
  readonly key: string;
  readonly projectLevel: number;
  readonly proposalLevel: number;
  readonly fields: readonly TemplateField[];
  /** The list marker of the labels, with the spaces after it. */
  readonly marker: string;
  readonly labels: TemplateLabels;
  /** How the labels are written. Undefined for a list item with a colon, as CNCF writes them. */
  readonly writing?: LabelWriting;
  /** The longest title. Undefined without a limit. */
  readonly titleLimit?: FieldLimit;
  /** For a template that asks for nothing but what most proposals have, the number of proposals. */
  readonly proposals?: number;
}

/**
 * The template in the fence of a section with the heading "Template". Null if there is none or it cannot be read.
 *
 * The fence contains an empty proposal: headings for project and title, and labels with hints. `last` is the template
 * of an earlier version. It is reused if the fence has not changed.
 */
export function templateIn(text: string, sections: readonly Section[], last: Template | null = null): Template | null {
  for (const section of sections) {
    if (section.level === 0 || !isTemplateHeading(titleOf(text, section))) continue;
    const fence = templateFence(text, section);
    const written = fence && text.slice(fence.start, fence.end);
    if (written !== null && last?.source === 'document' && last.key === written) return last;
    const template = written === null ? null : templateOf(ownCopy(written));
    if (template) return template;
  }
  return null;
}

/** The content of the fence in the section of a template. Null if there is no fence. */
export function templateFence(text: string, { start, end }: Span): Span | null {
  const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n([\s\S]*?)(?:^ {0,3}\1[`~]*[ \t\r]*$|$(?![\s\S]))/m.exec(
    text.slice(start, end),
  );
  if (fence?.[2] === undefined) return null;
  const from = start + fence.index + fence[0].indexOf('\n') + 1;
  return { start: from, end: from + fence[2].length };
}

/** The template in `text`, the content of a fence. Null if it has no labels. */
export function templateOf(text: string): Template | null {
  const sections = sectionsOf(text).filter((section) => section.level > 0);
  // Only the first proposal counts, because people may fill in a copy below it, inside the fence.
  for (const [index, section] of sections.entries()) {
    const block = text.slice(section.start, section.end);
    const body = readBody(
      block,
      { labels: { extra: labelKeysIn(block), hints: new Map() }, projects: cncfProjects },
      { titleStart: section.titleStart - section.start, titleEnd: section.titleEnd - section.start },
    );
    if (body.fields.filter((field) => field.id !== null).length < 2) continue;
    return templateFrom(text, block, body, section.level, sections[index - 1]?.level ?? null);
  }
  return null;
}

/** No program has more fields. A fence with more labels is some other text. */
const MOST_FIELDS = 60;

function templateFrom(
  text: string,
  block: string,
  body: ProposalBody,
  proposalLevel: number,
  levelAbove: number | null,
): Template {
  const fields = body.fields.slice(0, MOST_FIELDS).flatMap((field): TemplateField[] => {
    if (!field.label) return [];
    const value = trimmed(block, { start: field.label.span.end, end: field.span.end });
    const written = block.slice(value.start, value.end).replace(/^[:*_\s]*/, '');
    return [
      {
        id: field.id,
        label: field.label.text,
        body: nestedLines(block.slice(field.label.span.end, field.span.end)),
        hint: written,
      },
    ];
  });
  const marker = body.fields[0]?.form.marker;
  const markerText = marker ? (new RegExp(`[${marker.charAt(0)}][ \\t]+`).exec(block)?.[0] ?? `${marker} `) : '';
  return {
    source: 'document',
    key: text,
    projectLevel: levelAbove ?? Math.max(1, proposalLevel - 1),
    proposalLevel,
    fields,
    marker: markerText,
    labels: labelsOf(fields),
  };
}

/** The template for a document without one, by kind, program and year. */
export function templateByFacts(kind: DocumentKind, term: Term | null, proposalLevel: number): Template {
  const year = term?.year ?? Number.POSITIVE_INFINITY;
  const generated = year > 2026 || (year === 2026 && (term?.number ?? 0) >= 3);
  const readme = kind === 'accepted';
  const fields = usualFields
    .filter((id) => id !== 'expected-outcome' || !(year < 2023 || (readme && generated && Number.isFinite(year))))
    .map((id): TemplateField => ({ id, label: fieldFact(id).label, body: '', hint: '' }));
  if (readme && generated && Number.isFinite(year))
    fields.splice(2, 0, { id: null, label: 'Technologies', body: '', hint: '' });
  if (!readme && generated && Number.isFinite(year) && term?.program !== 'summerofcode') addDraftFields(fields);
  if (readme && term?.program !== 'summerofcode')
    fields.push({ id: 'lfx-url', label: fieldFact('lfx-url').label, body: '', hint: '' });
  return {
    source: 'facts',
    key: `${proposalLevel} ${fields.map(({ label }) => label).join()}`,
    projectLevel: proposalLevel - 1,
    proposalLevel,
    fields,
    marker: '- ',
    labels: labelsOf(fields),
  };
}

/** Adds what CNCF's form asks for beside the usual fields. Only technologies are required. */
function addDraftFields(fields: TemplateField[]): void {
  const [technologies, ...others] = draftFieldFacts.map(
    ({ id, label }): TemplateField => ({ id: null, label, body: '', hint: '', required: id === 'technologies' }),
  );
  const skills = fields.findIndex(({ id }) => id === 'recommended-skills');
  if (technologies) fields.splice(skills + 1, 0, technologies);
  fields.push(...others);
}

/**
 * The fields of a template, with each known field once: a second label of the same meaning is a field of this template
 * alone.
 */
export function withUniqueIds<F extends Pick<TemplateField, 'id'>>(fields: readonly F[]): F[] {
  const taken = new Set<FieldId>();
  return fields.map((field) => {
    if (field.id === null) return field;
    if (taken.has(field.id)) return { ...field, id: null };
    taken.add(field.id);
    return field;
  });
}

/** Whether two templates have the same labels, so that texts that were read with one need not be read again. */
export function sameLabels(a: TemplateLabels, b: TemplateLabels): boolean {
  if (a === b) return true;
  if (a.extra.size !== b.extra.size || a.hints.size !== b.hints.size) return false;
  for (const key of a.extra) if (!b.extra.has(key)) return false;
  for (const [label, hint] of a.hints) if (b.hints.get(label) !== hint) return false;
  return true;
}

function labelsOf(fields: readonly TemplateField[]): TemplateLabels {
  const extra = fields.filter((field) => field.id === null).map((field) => wordKey(field.label));
  const hints = fields.filter((field) => field.hint !== '').map((field) => [field.label, field.hint] as const);
  return extra.length === 0 && hints.length === 0 ? noLabels : { extra: new Set(extra), hints: new Map(hints) };
}

/** Keys of all texts before a colon at the margin. In a template, each of them is a label. */
function labelKeysIn(block: string): ReadonlySet<string> {
  const labels = [...block.matchAll(/^[-*+][ \t]+[*_]{0,3}([^:*_\n][^:\n]{1,60}):/gm)];
  const keys = labels.map(([, label = '']) => withoutTail(label, /[*_]/)).filter(({ length }) => length <= 56);
  const own = keys.filter((label) => fieldIdOf(label) === null).slice(0, MOST_FIELDS);
  return new Set(own.map(wordKey));
}

function nestedLines(afterLabel: string): string {
  const lines = afterLabel.split(/\r?\n/).slice(1);
  return lines.filter((line) => /^\s+[-*+]\s/.test(line)).join('\n');
}

/** The template's label for the field, otherwise the program's. */
export function labelFor(id: FieldId, template: Template): string {
  return template.fields.find((field) => field.id === id)?.label ?? fieldFact(id).label;
}

/** The template's fields that a proposal lacks, in the template's order. */
export function missingFields(body: ProposalBody, template: Template): readonly TemplateField[] {
  const topics = template.proposals !== undefined ? topicsOf(body) : null;
  const has = (field: TemplateField): boolean =>
    body.fields.some((own) =>
      field.id === null ? own.label !== null && isSameLabel(own.label.text, field.label) : own.id === field.id,
    ) ||
    (topics?.has(labelTopic(field.label)) ?? false) ||
    (field.id === 'lfx-url' && body.lfxUrl !== null) ||
    (field.id === 'mentors' && body.mentors.length > 0);
  return template.fields.filter((field) => field.required !== false && !has(field));
}

/** The fields of CNCF's form that a proposal may omit, and does. */
export function absentOptional({ fields }: ProposalBody, template: Template): readonly TemplateField[] {
  if (template.source !== 'facts') return [];
  const has = ({ label }: TemplateField) => fields.some((own) => own.label && isSameLabel(own.label.text, label));
  return template.fields.filter((field) => field.required === false && !has(field));
}

/** The topics of a proposal's labels, whatever their wording. */
function topicsOf({ fields }: ProposalBody): ReadonlySet<LabelTopic | null> {
  const topics = fields.flatMap(({ label }) => (label ? [labelTopic(label.text)] : []));
  return new Set(topics.filter((topic) => topic !== null && topic !== 'other'));
}

/** With fewer proposals, a file shows no habit. */
const FEWEST = 5;

/** A field that nearly all proposals of the file have, but one lacks. */
export interface Gap {
  readonly field: TemplateField;
  readonly count: number;
  readonly of: number;
}

/** The fields that a proposal lacks although at least four fifths of the file's proposals have them. */
export function unusualGaps(body: ProposalBody, template: Template): readonly Gap[] {
  const of = template.proposals ?? 0;
  if (of < FEWEST) return [];
  return missingFields(body, template).flatMap((field): Gap[] => {
    const count = field.count ?? 0;
    return count * 5 >= of * 4 && count < of ? [{ field, count, of }] : [];
  });
}

function isSameLabel(a: string, b: string): boolean {
  return labelStem(a) === labelStem(b);
}
