import { opendirSync } from 'node:fs';
import * as path from 'node:path';
import { isIssueForm, issueFormFolder } from '../../recognize';

/** No more names of the folder are looked at. */
const MOST_NAMES = 1_000;

/** The names of the issue forms of a repository, in order. None where there is no such folder. */
export function formFilesIn(root: string): readonly string[] {
  const names: string[] = [];
  try {
    const folder = opendirSync(path.join(root, issueFormFolder));
    try {
      for (let i = 0; i < MOST_NAMES; i++) {
        const entry = folder.readSync();
        if (!entry) break;
        if (isIssueForm(entry.name)) names.push(entry.name);
      }
    } finally {
      folder.closeSync();
    }
  } catch {
    return [];
  }
  return names.sort();
}
