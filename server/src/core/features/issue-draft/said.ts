/** What an issue says for the fields of a proposal. */
import { draftFieldOf } from '../../facts/draft-fields';
import type { FieldId } from '../../facts/fields';
import { type IssueFieldId, issueFieldOf } from '../../facts/issue-labels';
import { wordKey } from '../../facts/words';
import { draftFrom, type RestPart, type TextFieldId, textOf, valueText } from '../../from-issue/draft';
import type { Person } from '../../from-issue/person';
import type { IssueReading } from '../../from-issue/reading';
import { renderedTitle } from '../../model/anchor';
import type { Proposal, ProposalsDocument } from '../../model/document';
import type { ProposalBody } from '../../model/proposal';
import type { TemplateField } from '../../model/template';
import { lineText } from '../../submission/draft-values';

/** A field with what an issue says for it. */
export interface SaidField {
  readonly field: TemplateField;
  /** Markdown of its own, with LF. Empty for mentors. */
  readonly text: string;
  /** For mentors only. */
  readonly people: readonly Person[];
}

export interface Said {
  /** Plain text. May be empty. */
  readonly title: string;
  /** The fields for which the issue says something, in the template's order. */
  readonly fields: readonly SaidField[];
  /** What no field asks for, part by part. */
  readonly rest: readonly RestPart[];
}

/** Fields that are no text, or that an issue does not fill in: it is the upstream issue itself. */
const notTexts: ReadonlySet<IssueFieldId> = new Set(['title', 'mentors', 'upstream-issue', 'skills-same', 'lfx-url']);
/** Fields whose value is one line. */
const inLine: ReadonlySet<IssueFieldId> = new Set([
  'recommended-skills',
  'technologies',
  'prerequisites',
  'coding-challenge',
  'custom-prerequisite',
  'difficulty',
  'size',
]);
/** What the fields of a proposal do not ask for is part of the rest. */
const mayBeUnasked: readonly IssueFieldId[] = ['mentors', 'project', 'term', 'skills-same'];

/** What an issue says for the fields of the template, and for those that the proposal has beside. */
export function saidFor(reading: IssueReading, { body, project }: Proposal, { template }: ProposalsDocument): Said {
  const fields = fieldsOf(body, template.fields);
  const ids = new Map(fields.map((field) => [field, idOf(field)]));
  const asked = new Set(ids.values());
  const texts = [...asked].filter((id): id is TextFieldId => id !== null && !notTexts.has(id));
  const unasked = mayBeUnasked.filter((id) => !asked.has(id) && !(id === 'skills-same' && asked.has('technologies')));
  const draft = draftFrom(reading, new Set(texts), new Set(unasked));
  const rest = [...draft.rest];
  const said = fields.flatMap((field): SaidField[] => {
    const id = ids.get(field) ?? null;
    if (id === 'mentors') return draft.mentors.length > 0 ? [{ field, text: '', people: draft.mentors }] : [];
    if (id !== null && notTexts.has(id)) return [];
    const isSame = id === 'recommended-skills' && draft.isSkillsSame;
    const text =
      id === null
        ? ownText(field, rest)
        : valueText(draft, isSame ? 'technologies' : (id as TextFieldId), reading.url).trim();
    return text === '' ? [] : [{ field, text: id !== null && inLine.has(id) ? lineText(text) : text, people: [] }];
  });
  // The heading above the proposal says the project.
  const isAbove = ({ text }: RestPart) => project !== null && wordKey(text) === wordKey(renderedTitle(project.name));
  return { title: draft.title, fields: said, rest: rest.filter((part) => !isAbove(part)) };
}

/** The fields of the template, and those of the proposal that it lacks. */
function fieldsOf({ fields }: ProposalBody, asked: readonly TemplateField[]): readonly TemplateField[] {
  const known = new Set(asked.map(keyOf));
  const own = fields.flatMap(({ id, label }): TemplateField[] =>
    label ? [{ id, label: label.text, body: '', hint: '' }] : [],
  );
  return [...asked, ...own.filter((field) => !known.has(keyOf(field)))];
}

/** Equal for fields that are the same. */
export function keyOf({ id, label }: { readonly id: FieldId | null; readonly label: string }): string {
  return id ?? draftFieldOf(label)?.id ?? wordKey(label);
}

function idOf({ id, label }: TemplateField): IssueFieldId | null {
  return id ?? issueFieldOf(label)?.id ?? null;
}

/** What only this template asks for is said below a label of the same words. It is taken out of the rest. */
function ownText({ label }: TemplateField, rest: RestPart[]): string {
  const own = rest.filter((part) => wordKey(part.label) === wordKey(label));
  for (const part of own) rest.splice(rest.indexOf(part), 1);
  return textOf(own.map(({ text }) => ({ label: '', text })));
}
