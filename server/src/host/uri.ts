import { URI } from 'vscode-uri';

/** A client's address, which can be any text. Null for one that is no URI. */
export function parsedUri(uri: string): URI | null {
  try {
    return URI.parse(uri);
  } catch {
    return null;
  }
}

/** Normalizes a URI, so that different spellings of one address compare equal. A text that is no URI stays as it is. */
export function sameUri(uri: string): string {
  const known = normalized.get(uri);
  if (known !== undefined) return known;
  const result = (parsedUri(uri)?.toString() ?? uri).replace(/\/$/, '');
  if (uri.length > LONG) return result;
  if (normalized.size >= MOST) normalized.clear();
  normalized.set(uri, result);
  return result;
}

/** Addresses that are compared at every keystroke, normalized. Long ones and more than these are no files of a person. */
const normalized = new Map<string, string>();
const MOST = 1_000;
const LONG = 1_000;

/**
 * The path of `uri` relative to the innermost of `folders` (normalized by `sameUri`), else its whole path; separated
 * by `/`. A text that is no URI is its own path.
 */
export function relativePath(folders: readonly string[], uri: string): string {
  const path = parsedUri(uri)?.path ?? uri;
  let longest = '';
  for (const folder of folders) {
    if (sameUri(uri).startsWith(`${folder}/`) && folder.length > longest.length) longest = folder;
  }
  if (!longest) return path;
  return path.slice(parsedUri(longest)?.path.length ?? 0).replace(/^\//, '');
}

/** Whether an address is one of these or is inside one; all are normalized by `sameUri`. */
export function isWithin(key: string, folders: ReadonlySet<string>): boolean {
  if (folders.has(key)) return true;
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
    if (folders.has(key.slice(0, end))) return true;
  }
  return false;
}
