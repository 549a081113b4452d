import { lstatSync, realpathSync } from 'node:fs';
import * as path from 'node:path';
import { isBelow, isThereNow } from './regular-file';

/**
 * The repository that a path lies in as it is written, links in it not followed: a link in a checkout belongs to that
 * checkout, wherever it leads. Its root as an absolute path; null outside of a repository.
 */
export function repositoryAround(given: string): string | null {
  let root: string | null = null;
  const full = path.resolve(given);
  for (let at = isLink(full) ? path.dirname(full) : full; ; at = path.dirname(at)) {
    // What a link of the outer one leads to is no repository inside of it.
    if (isThereNow(path.join(at, '.git')) && (root === null || !isIn(at, root))) root = at;
    if (at === path.dirname(at)) return root;
  }
}

/** Whether a path is a folder or lies in it, behind all links. Throws where there is nothing. */
export function isIn(folder: string, file: string): boolean {
  const [outer, inner] = [realpathSync(folder), realpathSync(file)];
  return inner === outer || isBelow(outer, inner);
}

function isLink(full: string): boolean {
  return lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
