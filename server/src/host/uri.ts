import { URI } from 'vscode-uri';

/** The one spelling of a URI that two writers of the same address agree on. */
export function sameUri(uri: string): string {
  return URI.parse(uri).toString().replace(/\/$/, '');
}

/** The path of `uri` below the innermost of `folders` (spelt by `sameUri`), else its whole path; parts joined by `/`. */
export function relativePath(folders: readonly string[], uri: string): string {
  const { path } = URI.parse(uri);
  let longest = '';
  for (const folder of folders) {
    if (sameUri(uri).startsWith(`${folder}/`) && folder.length > longest.length) longest = folder;
  }
  if (!longest) return path;
  return path.slice(URI.parse(longest).path.length).replace(/^\//, '');
}

/** Whether an address is one of these, or lies below one; all of them as `sameUri` spells them. */
export function isWithin(key: string, folders: ReadonlySet<string>): boolean {
  if (folders.has(key)) return true;
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (folders.has(key.slice(0, end))) return true;
  }
  return false;
}
