import { type URI, Utils } from 'vscode-uri';
import { parsedUri, sameUri } from '../uri';

/**
 * The address of a link's file, without the anchor. A link is relative to the document; one that begins with `/` is
 * relative to the workspace folder, as GitHub resolves it against the repository. Null if there is no such folder, as around an unsaved document.
 */
export function fileLinkedFrom(uri: string, target: string, folders: readonly string[]): string | null {
  const path = decoded(target.split(/[#?]/, 1)[0] ?? '');
  if (!path.startsWith('/')) return joined(parsedUri(uri), '..', path);
  const own = folders.filter((folder) => sameUri(uri).startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  return own === undefined ? null : joined(parsedUri(own), path);
}

/** Null without a path to go on from. */
function joined(uri: URI | null, ...parts: readonly string[]): string | null {
  return uri?.path.startsWith('/') ? Utils.joinPath(uri, ...parts).toString() : null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
