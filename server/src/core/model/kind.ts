import { proposalFiles } from '../../recognize';

/** accepted: a term README or list of selected projects; proposed: anything that takes proposals. */
export type DocumentKind = 'accepted' | 'proposed';

/** What the program keeps under such a path, with `/` between its parts; null where the path does not tell. */
export function kindByPath(path: string): DocumentKind | null {
  return proposalFiles.find((file) => file.path.test(path))?.kind ?? null;
}
