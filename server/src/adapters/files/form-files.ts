import * as path from 'node:path';
import { formFrom, formPaths, type ProposalForm } from '../../host/workspace/form-file';
import { type ProjectList, projectsFrom, projectsPath, termLabelsIn } from '../../host/workspace/project-list';
import { readSmallFileNow } from './small-files';

/** CNCF's projects as the repository in `folder` lists them. Null if it has no list. For `report`, see `formIn`. */
export function projectsIn(folder: string, report: (problem: string) => void): ProjectList | null {
  const content = readSmallFileNow(path.join(folder, projectsPath), folder);
  return content.is === 'text' ? projectsFrom(content.text, (problem) => report(`cannot use ${problem}`)) : null;
}

/**
 * CNCF's proposal form as the repository in `folder` keeps it, otherwise the bundled copy. `report` gets one sentence if
 * the repository's form cannot be used.
 */
export function formIn(folder: string, report: (problem: string) => void): ProposalForm {
  const textAt = (place: string) => {
    const content = readSmallFileNow(path.join(folder, place), folder);
    return content.is === 'text' ? content.text : null;
  };
  const terms = textAt(formPaths.terms);
  const texts = { form: textAt(formPaths.form), quotas: textAt(formPaths.quotas) };
  return formFrom(texts, terms === null ? [] : termLabelsIn(terms), (problem) => report(`cannot use ${problem}`));
}
