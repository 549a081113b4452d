import * as path from 'node:path';
import { bundledForm, type ProposalForm } from '../../core/facts/proposal-form';
import { formPaths, readForm, withLists } from '../../host/workspace/form-file';
import { termLabelsIn } from '../../host/workspace/project-list';
import { readSmallFileNow } from './small-files';

/**
 * CNCF's proposal form as the repository in `folder` keeps it, otherwise the bundled copy. `report` gets one sentence if
 * the repository's form cannot be used.
 */
export function formIn(folder: string, report: (problem: string) => void): ProposalForm {
  const textAt = (place: string) => {
    const content = readSmallFileNow(path.join(folder, place), folder);
    return content.is === 'text' ? content.text : null;
  };
  const text = textAt(formPaths.form);
  const read = text === null ? { form: bundledForm } : readForm(text, formPaths.form);
  if ('why' in read) report(`cannot use ${formPaths.form}: ${read.why}. The copy of ${bundledForm.asOf} applies.`);
  const terms = textAt(formPaths.terms);
  return withLists(
    'form' in read ? read.form : bundledForm,
    terms === null ? [] : termLabelsIn(terms),
    textAt(formPaths.quotas),
  );
}
