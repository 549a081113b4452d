import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { labelTopic } from '../../core/facts/idea-labels';
import { templateFrom, templateOfFile } from '../../core/model/given-template';
import { fieldOfTopic } from '../../core/model/ideas/idea-topics';
import type { Template, TemplateField } from '../../core/model/template';
import { isFormPath } from '../../recognize';

/** What templates are called that no configuration names, beside or above the files that follow them. */
export const templateNames: readonly string[] = ['TEMPLATE.md', 'template.md', 'PROJECT_IDEA_TEMPLATE.md'];

/** Folders above a file in which a template is looked for. */
const MOST_FOLDERS = 6;

/** Where a template may lie for a file at `path`, nearest first; paths count from the repository's root. */
export function templatePlaces(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  const places: string[] = [];
  for (let depth = folders.length; depth >= Math.max(0, folders.length - MOST_FOLDERS); depth--)
    for (const name of templateNames) places.push([...folders.slice(0, depth), name].join('/'));
  return places.filter((place) => place !== path);
}

/** A template, or why a file is none, in half a sentence. */
export type ReadTemplate = { readonly template: Template } | { readonly why: string };

/** Reads a file that a configuration names as a template: Markdown, or GitHub's issue form in YAML. Never throws. */
export function readTemplate(text: string, path: string): ReadTemplate {
  if (isFormPath(path)) return readForm(text, path);
  const template = templateOfFile(text, path);
  return template ? { template } : { why: 'it shows no labels such as "Mentors:"' };
}

/** No form has more, and none of its texts is longer. Lengths are in UTF-16 code units. */
const MOST_FIELDS = 60;
const MOST_OPTIONS = 1_000;
const LONGEST = 200;

/** GitHub's issue form: a list `body` of fields with `attributes.label` and `validations.required`. */
function readForm(text: string, path: string): ReadTemplate {
  let form: unknown;
  try {
    // Strings, lists and objects alone; an alias would let a short file mean a long one.
    form = load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0 });
  } catch {
    return { why: 'it is not valid YAML' };
  }
  const body = member(form, 'body');
  if (!Array.isArray(body)) return { why: 'it has no list "body", as an issue form has' };
  const fields = body.slice(0, MOST_FIELDS).flatMap(fieldIn);
  if (fields.length < 2) return { why: 'it has fewer than two fields with a label' };
  const writing = { shape: 'heading', before: '### ', after: '', alone: true } as const;
  return { template: templateFrom({ source: 'form', path, level: 2, writing, fields }) };
}

function fieldIn(entry: unknown): (Pick<TemplateField, 'id' | 'label'> & Partial<TemplateField>)[] {
  const attributes = member(entry, 'attributes');
  const label = member(attributes, 'label');
  if (member(entry, 'type') === 'markdown' || typeof label !== 'string' || label.trim() === '') return [];
  const options = member(attributes, 'options');
  const choices = Array.isArray(options) ? options.slice(0, MOST_OPTIONS).flatMap(optionIn) : [];
  return [
    {
      id: fieldOfTopic(labelTopic(label)),
      label: label.trim().slice(0, LONGEST),
      required: member(member(entry, 'validations'), 'required') === 'true',
      ...(choices.length > 0 ? { options: choices } : {}),
    },
  ];
}

function optionIn(option: unknown): string[] {
  const text = typeof option === 'string' ? option : member(option, 'label');
  return typeof text === 'string' && text.length <= LONGEST ? [text] : [];
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
