import { proposalFiles } from '../../recognize';

/**
 * accepted: a term README or list of selected projects; proposed: any file that accepts proposals; index: a list page
 * whose entries link to the issues or files that describe the ideas.
 */
export type DocumentKind = 'accepted' | 'proposed' | 'index';

/** The kind of file at a path with `/` as separator. Null if the path does not determine it. */
export function kindByPath(path: string): DocumentKind | null {
  return proposalFiles.find((file) => file.path.test(path))?.kind ?? null;
}
