import { lstatSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import { isBelow, isThereNow } from './regular-file';

/**
 * The root of the repository that contains a path as written, without following links: a link in a checkout belongs
 * to that checkout, wherever it leads. An absolute path; null outside of a repository.
 */
export function repositoryAround(given: string): string | null {
  let root: string | null = null;
  const full = path.resolve(given);
  for (let at = isLink(full) ? path.dirname(full) : full; ; at = path.dirname(at)) {
    // A repository behind a link of the outer one is not nested in it.
    if (isThereNow(path.join(at, '.git')) && (root === null || !isIn(at, root))) root = at;
    if (at === path.dirname(at)) return root;
  }
}

/** Whether a path is a folder or is inside it, after all links are resolved. Throws if it does not exist. */
export function isIn(folder: string, file: string): boolean {
  const [outer, inner] = [realpathSync(folder), realpathSync(file)];
  return inner === outer || isBelow(outer, inner);
}

function isLink(full: string): boolean {
  return lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
