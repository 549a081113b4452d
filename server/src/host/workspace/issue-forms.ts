/** The issue forms that a repository keeps, which tell what the headings of its issues ask for. */
import { type FormLabels, formLabels } from '../../core/from-issue/form-labels';
import type { Files } from '../ports';
import { readForm } from './form-file';

export type { FormLabels };

/** No more are read of a folder. */
export const MOST_ISSUE_FORMS = 40;

/** The labels of a form. Null for a text that is none. */
export function issueFormIn(text: string, path: string): FormLabels | null {
  const read = readForm(text, path);
  return 'form' in read ? formLabels(read.form) : null;
}

/** The forms in the workspace folders. What cannot be read is left out. Never rejects. */
export async function issueFormsOf(files: Files, folders: readonly string[]): Promise<readonly FormLabels[]> {
  const forms: FormLabels[] = [];
  for (const folder of folders) {
    const found = (await files.listForms(folder)).slice(0, MOST_ISSUE_FORMS);
    const texts = await Promise.all(found.map(({ uri }) => files.readSmall(uri, folder)));
    texts.forEach((content, i) => {
      const form = content.is === 'text' ? issueFormIn(content.text, found[i]?.path ?? '') : null;
      if (form) forms.push(form);
    });
  }
  return forms;
}
