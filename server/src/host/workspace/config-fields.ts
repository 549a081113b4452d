import type { Node } from 'jsonc-parser';
import { wordKey } from '../../core/facts/words';
import type { FieldLimit, Template, TemplateField } from '../../core/model/template';
import { membersOf } from './json';

/** What a configured program asks of the fields of its template. */
export interface ConfiguredAsks {
  readonly title: FieldLimit | null;
  readonly fields: readonly ConfiguredField[];
}

/** What is asked of the field with this label. Undefined parts are as in the template. */
export interface ConfiguredField {
  readonly label: string;
  readonly required?: boolean;
  readonly limit?: FieldLimit;
  readonly options?: readonly string[];
}

export const asksNothing: ConfiguredAsks = { title: null, fields: [] };

/** Where problems of a configuration are reported. */
export interface ProblemReport {
  wrong(place: Pick<Node, 'offset' | 'length'>, message: string): null;
  unknown(key: Node, place: string, known: readonly string[]): void;
}

const MOST_FIELDS = 60;
const MOST_OPTIONS = 1_000;
const LONGEST = 200;
const LARGEST = 100_000;

/** Reads `"fields": { "Abstract": { "max": 2000, "unit": "characters" }, "Difficulty": { "options": ["Easy", "Hard"] } }`. */
export function readFields(value: Node, report: ProblemReport): readonly ConfiguredField[] {
  const members = membersOf(value);
  if (value.type !== 'object' || members.length > MOST_FIELDS) {
    report.wrong(value, `"programs.fields" must be an object with at most ${MOST_FIELDS} labels.`);
    return [];
  }
  return members.map(({ name, value: own }) => readField(name.slice(0, LONGEST), own, report));
}

function readField(label: string, value: Node, report: ProblemReport): ConfiguredField {
  const field: { label: string; required?: boolean; limit?: FieldLimit; options?: readonly string[] } = { label };
  if (value.type !== 'object') report.wrong(value, 'A field in "programs.fields" must be an object.');
  for (const { name, key, value: part } of membersOf(value)) {
    if (name === 'required') {
      if (part.type === 'boolean') field.required = part.value === true;
      else report.wrong(part, '"programs.fields.required" must be true or false.');
    } else if (name === 'options') field.options = readOptions(part, report);
    else if (name !== 'max' && name !== 'unit')
      report.unknown(key, 'programs.fields.', ['required', 'max', 'unit', 'options']);
  }
  const limit = limitIn(value, 'programs.fields', report);
  return limit ? { ...field, limit } : field;
}

/** Reads `{ "max": 80, "unit": "characters" }`. Null if it states no limit. */
export function readLimit(value: Node, place: string, report: ProblemReport): FieldLimit | null {
  if (value.type !== 'object') return report.wrong(value, `"${place}" must be an object with "max".`);
  for (const { name, key } of membersOf(value))
    if (name !== 'max' && name !== 'unit') report.unknown(key, `${place}.`, ['max', 'unit']);
  return limitIn(value, place, report);
}

function limitIn(value: Node, place: string, report: ProblemReport): FieldLimit | null {
  let max: number | null = null;
  let unit: FieldLimit['unit'] = 'characters';
  for (const { name, value: part } of membersOf(value)) {
    if (name === 'max') {
      if (Number.isInteger(part.value) && part.value >= 1 && part.value <= LARGEST) max = part.value;
      else report.wrong(part, `"${place}.max" must be a whole number from 1 to ${LARGEST}.`);
    } else if (name === 'unit') {
      if (part.value === 'characters' || part.value === 'words') unit = part.value;
      else report.wrong(part, `"${place}.unit" must be "characters" or "words".`);
    }
  }
  return max === null ? null : { max, unit };
}

function readOptions(value: Node, report: ProblemReport): readonly string[] {
  const options: unknown[] = value.type === 'array' ? (value.children ?? []).map((child) => child.value) : [];
  const isRight = options.every((option) => typeof option === 'string' && option !== '' && option.length <= LONGEST);
  if (value.type === 'array' && isRight && options.length <= MOST_OPTIONS) return options as string[];
  report.wrong(value, `"programs.fields.options" must be a list of at most ${MOST_OPTIONS} texts.`);
  return [];
}

/** A template with what the configuration asks. Labels that the template lacks are added at its end. */
export function withAsks(template: Template, { title, fields: asked }: ConfiguredAsks): Template {
  if (title === null && asked.length === 0) return template;
  const byLabel = new Map(asked.map((field) => [wordKey(field.label), field]));
  const own = template.fields.map((field): TemplateField => {
    const more = byLabel.get(wordKey(field.label));
    byLabel.delete(wordKey(field.label));
    return more ? { ...field, ...more, label: field.label } : field;
  });
  const added = [...byLabel.values()].map((field): TemplateField => ({ id: null, body: '', hint: '', ...field }));
  return {
    ...template,
    key: JSON.stringify([template.key, title, asked]),
    fields: [...own, ...added],
    ...(title ? { titleLimit: title } : {}),
  };
}
