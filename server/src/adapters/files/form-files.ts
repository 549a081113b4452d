import * as path from 'node:path';
import { formFrom, formPaths, type ProposalForm } from '../../host/workspace/form-file';
import { type FormLabels, issueFormIn, MOST_ISSUE_FORMS } from '../../host/workspace/issue-forms';
import { type ProjectList, projectsFrom, projectsPath, termLabelsIn } from '../../host/workspace/project-list';
import { issueFormFolder } from '../../recognize';
import { formFilesIn } from './form-names';
import { readSmallFileNow } from './small-files';

/** The issue forms of the repository in `folder`. What cannot be read is left out. */
export function issueFormsIn(folder: string): readonly FormLabels[] {
  return formFilesIn(folder)
    .slice(0, MOST_ISSUE_FORMS)
    .flatMap((name) => {
      const content = readSmallFileNow(path.join(folder, issueFormFolder, name), folder);
      return (content.is === 'text' ? issueFormIn(content.text, name) : null) ?? [];
    });
}

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
