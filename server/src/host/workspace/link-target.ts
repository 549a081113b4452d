import { URI, Utils } from 'vscode-uri';
import { sameUri } from '../uri';

/**
 * The address that a link of a document to a file means, without the anchor: relative to the document; behind a `/`,
 * relative to the workspace folder that has it, as on GitHub relative to the repository. Null where there is no such
 * folder.
 */
export function fileLinkedFrom(uri: string, target: string, folders: readonly string[]): string | null {
  const path = decoded(target.split(/[#?]/, 1)[0] ?? '');
  const document = URI.parse(uri);
  if (!path.startsWith('/')) return Utils.joinPath(Utils.dirname(document), path).toString();
  const own = folders.filter((folder) => sameUri(uri).startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  return own === undefined ? null : Utils.joinPath(URI.parse(own), path).toString();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
