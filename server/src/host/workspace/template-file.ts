import { labelTopic } from '../../core/facts/idea-labels';
import { headingOf } from '../../core/facts/proposal-form';
import { templateFrom, templateOfFile } from '../../core/model/given-template';
import { fieldOfTopic } from '../../core/model/ideas/idea-topics';
import type { Template } from '../../core/model/template';
import { isFormPath } from '../../recognize';
import { readForm } from './form-file';

/** File names of templates that need no configuration, beside or above the files that use them. */
export const templateNames: readonly string[] = ['TEMPLATE.md', 'template.md', 'PROJECT_IDEA_TEMPLATE.md'];

/** The number of parent folders to search for a template. */
const MOST_FOLDERS = 6;

/** Possible paths of the template for a file, nearest first. All paths are relative to the repository's root. */
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
  if (isFormPath(path)) return templateOfForm(text, path);
  const template = templateOfFile(text, path);
  return template ? { template } : { why: 'it shows no labels such as "Mentors:"' };
}

/** The template of a form, with its labels as headings, as in the body of an issue. */
function templateOfForm(text: string, path: string): ReadTemplate {
  const read = readForm(text, path);
  if ('why' in read) return read;
  const writing = { shape: 'heading', before: '### ', after: '', alone: true } as const;
  const fields = read.form.fields.map(({ label, required, options }) => ({
    id: fieldOfTopic(labelTopic(label)),
    label,
    required: required && headingOf(label) === null,
    ...(options.length > 0 ? { options } : {}),
  }));
  return { template: templateFrom({ source: 'form', path, form: read.form, level: 2, writing, fields }) };
}
