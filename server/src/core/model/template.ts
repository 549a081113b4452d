import { type FieldId, fieldFact, fieldIdOf, labelStem } from '../facts/fields';
import { isTemplateHeading } from '../facts/headings';
import { type LabelTopic, labelTopic } from '../facts/idea-labels';
import { cncfProjects } from '../facts/projects';
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

/** A field as a template asks for it. */
export interface TemplateField {
  /** Null for a field of this template alone, such as "Expected project size". */
  readonly id: FieldId | null;
  readonly label: string;
  /** The lines that stand behind the label in the template, to be inserted with it; empty for none. */
  readonly body: string;
  /** What the template says about the field ("one of small, medium and large"); empty for nothing. */
  readonly hint: string;
  /** False where a proposal may do without. */
  readonly required?: boolean;
  /** The answers that a form offers; undefined where any text is one. */
  readonly options?: readonly string[];
  /** How many of the file's proposals have it, where the template is their habit. */
  readonly count?: number;
}

/** How labels and values are written. */
export interface LabelWriting {
  readonly shape: LabelShape;
  /** What stands before a label on its line, such as `**` or `### `. */
  readonly before: string;
  /** What stands behind a label, such as `:**`. */
  readonly after: string;
  /** Whether the value begins on a line of its own. */
  readonly alone: boolean;
}

/** What the proposals of a document look like: read from its own template, else a fact of its kind and year. */
export interface Template {
  /**
   * `document`: a fence in the file; `file` and `form`: a file of the repository; `facts`: tables of the program; `habit`:
   * what most proposals of the file have.
   */
  readonly source: 'document' | 'file' | 'form' | 'facts' | 'habit';
  /** Where a template that is a file of its own lies, from the repository's root. */
  readonly path?: string;
  /** Equal for templates that ask for the same. */
  readonly key: string;
  readonly projectLevel: number;
  readonly proposalLevel: number;
  readonly fields: readonly TemplateField[];
  /** The list marker of the labels, with the blanks behind it. */
  readonly marker: string;
  readonly labels: TemplateLabels;
  /** How the labels are written; undefined for a list item with a colon, as CNCF writes them. */
  readonly writing?: LabelWriting;
  /** Of a habit: in how many proposals it was found. */
  readonly proposals?: number;
}

/**
 * The template in the fence of a section headed "Template"; null where the document has none that can be read.
 *
 * The fence holds the empty proposal: a heading for the project, one for the title, the labels with their hints. `last`,
 * the template of an earlier version, is taken over where the fence has not changed.
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

/** What stands between the fence's lines in the section of a template; null where it has no fence. */
export function templateFence(text: string, { start, end }: Span): Span | null {
  const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n([\s\S]*?)(?:^ {0,3}\1[`~]*[ \t\r]*$|$(?![\s\S]))/m.exec(
    text.slice(start, end),
  );
  if (fence?.[2] === undefined) return null;
  const from = start + fence.index + fence[0].indexOf('\n') + 1;
  return { start: from, end: from + fence[2].length };
}

/** The template that `text`, the content of a fence, shows; null where it shows no labels. */
export function templateOf(text: string): Template | null {
  const sections = sectionsOf(text).filter((section) => section.level > 0);
  // The first one counts: whoever fills in a copy below, inside the fence, has not changed the template.
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

/** No program asks for more: what has more labels is a text that somebody has put into a fence. */
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

/** The template of a document that shows none, by kind, program and year. */
export function templateByFacts(kind: DocumentKind, term: Term | null, proposalLevel: number): Template {
  const year = term?.year ?? Number.POSITIVE_INFINITY;
  const generated = year > 2026 || (year === 2026 && (term?.number ?? 0) >= 3);
  const ids: FieldId[] = ['description', 'expected-outcome', 'recommended-skills', 'mentors', 'upstream-issue'];
  const readme = kind === 'accepted';
  const fields = ids
    .filter((id) => id !== 'expected-outcome' || !(year < 2023 || (readme && generated && Number.isFinite(year))))
    .map((id): TemplateField => ({ id, label: fieldFact(id).label, body: '', hint: '' }));
  if (readme && generated && Number.isFinite(year))
    fields.splice(2, 0, { id: null, label: 'Technologies', body: '', hint: '' });
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

/** Whether both ask for the same labels in the same way, so that texts read with one need not be read again. */
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

/** Keys of all texts before a colon at the margin: in a template every one of them is a label. */
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

/** The label that the template gives the field; the program's own where it has none. */
export function labelFor(id: FieldId, template: Template): string {
  return template.fields.find((field) => field.id === id)?.label ?? fieldFact(id).label;
}

/** The fields of the document's template that a proposal lacks, in the template's order. */
export function missingFields(body: ProposalBody, template: Template): readonly TemplateField[] {
  const topics = template.source === 'habit' ? topicsOf(body) : null;
  const has = (field: TemplateField): boolean =>
    body.fields.some((own) =>
      field.id === null ? own.label !== null && isSameLabel(own.label.text, field.label) : own.id === field.id,
    ) ||
    (topics?.has(labelTopic(field.label)) ?? false) ||
    (field.id === 'lfx-url' && body.lfxUrl !== null) ||
    (field.id === 'mentors' && body.mentors.length > 0);
  return template.fields.filter((field) => field.required !== false && !has(field));
}

/** What the labels of a proposal are about, in whatever words; nothing for those that say too little. */
function topicsOf({ fields }: ProposalBody): ReadonlySet<LabelTopic | null> {
  const topics = fields.flatMap(({ label }) => (label ? [labelTopic(label.text)] : []));
  return new Set(topics.filter((topic) => topic !== null && topic !== 'other'));
}

/** With fewer proposals than this, a file shows no habit that a proposal could lack. */
const FEWEST = 5;

/** A field that nearly all proposals of the file have, and one does not. */
export interface Gap {
  readonly field: TemplateField;
  readonly count: number;
  readonly of: number;
}

/** What a proposal lacks of the fields that at least four fifths of the file's proposals have. */
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
