import { URI } from 'vscode-uri';

/** Normalizes a URI, so that different spellings of one address compare equal. */
export function sameUri(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}

/**
 * The path of `uri` relative to the innermost of `folders` (normalized by `sameUri`), else its whole path; separated
 * by `/`.
 */
export function relativePath(folders: readonly string[], uri: string): string {
  const { path } = URI.parse(uri);
  let longest = '';
  for (const folder of folders) {
    if (sameUri(uri).startsWith(`${folder}/`) && folder.length > longest.length) longest = folder;
  }
  if (!longest) return path;
  return path.slice(URI.parse(longest).path.length).replace(/^\//, '');
}

/** Whether an address is one of these or is inside one; all are normalized by `sameUri`. */
export function isWithin(key: string, folders: ReadonlySet<string>): boolean {
  if (folders.has(key)) return true;
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (folders.has(key.slice(0, end))) return true;
  }
  return false;
}
