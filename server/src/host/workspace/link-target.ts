import { URI, Utils } from 'vscode-uri';
import { sameUri } from '../uri';

/**
 * The address of a link's file, without the anchor. A link is relative to the document; one that begins with `/` is
 * relative to the workspace folder, as GitHub resolves it against the repository. Null if there is no such folder.
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
