import { bundledForm, type FormField, lfxFields, type ProposalForm, type Quotas } from '../../core/facts/proposal-form';
import { plainYaml } from '../../core/markdown/yaml';

/** Where the mentoring repository keeps its proposal form and the lists behind it. */
export const formPaths = {
  form: '.github/ISSUE_TEMPLATE/lfx-program-proposal.yml',
  terms: 'programs/lfx-mentorship/automation/terms.yml',
  quotas: 'programs/lfx-mentorship/automation/quotas.yml',
} as const;

/** An issue form, or why a file is none, in half a sentence. */
export type ReadForm = { readonly form: ProposalForm } | { readonly why: string };

/** No form has more, and none of its texts is longer. Lengths are in UTF-16 code units. */
const MOST_FIELDS = 60;
const MOST_OPTIONS = 1_000;
const MOST_QUOTAS = 1_000;
const LONGEST = 200;
const LONGEST_DESCRIPTION = 2_000;

const types = ['input', 'textarea', 'dropdown', 'checkboxes'] as const;

/** Reads GitHub's issue form: a list `body` of fields with `attributes.label` and `validations.required`. Never throws. */
export function readForm(text: string, path: string): ReadForm {
  const form = yamlIn(text);
  if (form === undefined) return { why: 'it is not valid YAML' };
  const body = member(form, 'body');
  if (!Array.isArray(body)) return { why: 'it has no list "body", as an issue form has' };
  const fields = body.slice(0, MOST_FIELDS).flatMap(fieldIn);
  if (fields.length < 2) return { why: 'it has fewer than two fields with a label' };
  const labels = member(form, 'labels');
  return {
    form: {
      path,
      asOf: null,
      title: textOf(member(form, 'title'), LONGEST),
      labels: Array.isArray(labels) ? labels.slice(0, MOST_FIELDS).map((label) => textOf(label, LONGEST)) : [],
      fields,
      quotas: bundledForm.quotas,
    },
  };
}

export type { ProposalForm };

/** The texts of a repository's form and lists. Null for one that is missing or unreadable. */
export interface FormTexts {
  readonly form: string | null;
  readonly quotas: string | null;
}

/**
 * CNCF's form as the repository keeps it, otherwise the bundled copy. `report` gets one sentence if the repository's form
 * cannot be used.
 */
export function formFrom(
  { form, quotas }: FormTexts,
  terms: readonly string[],
  report: (problem: string) => void,
): ProposalForm {
  const read = form === null ? { form: bundledForm } : readForm(form, formPaths.form);
  if ('why' in read) report(`${formPaths.form}: ${read.why}. The copy of ${bundledForm.asOf} applies.`);
  return withLists('form' in read ? read.form : bundledForm, terms, quotas);
}

/** A form with the open terms and the quotas of the repository's lists. A list that cannot be read changes nothing. */
function withLists(form: ProposalForm, terms: readonly string[], quotas: string | null): ProposalForm {
  const fields = form.fields.map((field) =>
    field.id === lfxFields.term && terms.length > 0 ? { ...field, options: terms } : field,
  );
  return { ...form, fields, quotas: (quotas === null ? null : quotasIn(quotas)) ?? form.quotas };
}

/** The quotas in the text of `quotas.yml`. Null if it states none. */
function quotasIn(text: string): Quotas | null {
  const lists = yamlIn(text);
  const usual = wholeNumber(member(lists, 'default_per_project_per_term'));
  if (usual === null) return null;
  const overrides = member(lists, 'overrides');
  const entries = typeof overrides === 'object' && overrides !== null ? Object.entries(overrides) : [];
  const byProject = entries.slice(0, MOST_QUOTAS).flatMap(([key, value]): [string, number][] => {
    const most = wholeNumber(value);
    return most === null || key.length > LONGEST ? [] : [[key.toLowerCase(), most]];
  });
  return { usual, byProject: Object.fromEntries(byProject) };
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : null;
}

function fieldIn(entry: unknown): FormField[] {
  const attributes = member(entry, 'attributes');
  const label = textOf(member(attributes, 'label'), LONGEST);
  const type = member(entry, 'type');
  if (type === 'markdown' || label === '') return [];
  const options = member(attributes, 'options');
  return [
    {
      id: textOf(member(entry, 'id'), LONGEST),
      label,
      type: types.find((each) => each === type) ?? 'input',
      required: member(member(entry, 'validations'), 'required') === 'true',
      description: textOf(member(attributes, 'description'), LONGEST_DESCRIPTION),
      options: Array.isArray(options) ? options.slice(0, MOST_OPTIONS).flatMap(optionIn) : [],
      ...givenIn(attributes),
    },
  ];
}

/** What a form says in place of an answer: its placeholder, and the text that it begins with. */
function givenIn(attributes: unknown): Pick<FormField, 'given'> {
  const given = ['placeholder', 'value'].map((key) => textOf(member(attributes, key), LONGEST_DESCRIPTION));
  const said = given.filter((text) => text !== '');
  return said.length === 0 ? {} : { given: said };
}

function optionIn(option: unknown): string[] {
  const text = typeof option === 'string' ? option : member(option, 'label');
  return typeof text === 'string' && text.length <= LONGEST ? [text] : [];
}

function textOf(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}

/** Undefined for a text that is no YAML. */
function yamlIn(text: string): unknown {
  try {
    return plainYaml(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
