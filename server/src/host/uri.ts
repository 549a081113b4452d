import { URI } from 'vscode-uri';

/** Addresses that are compared at every keystroke. Long ones, and more than these, are no files of a person. */
const parsed = new Map<string, URI>();
const MOST = 1_000;
const LONG = 1_000;

/** A client's address, which can be any text. Null for one that is no URI. */
export function parsedUri(uri: string): URI | null {
  const known = parsed.get(uri);
  if (known) return known;
  try {
    const result = URI.parse(uri);
    if (parsed.size >= MOST) parsed.clear();
    if (uri.length <= LONG) parsed.set(uri, result);
    return result;
  } catch {
    return null;
  }
}

/** Normalizes a URI, so that different spellings of one address compare equal. A text that is no URI stays as it is. */
export function sameUri(uri: string): string {
  return (parsedUri(uri)?.toString() ?? uri).replace(/\/$/, '');
}

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
