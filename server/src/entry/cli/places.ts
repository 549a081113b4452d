import { lstatSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { isIn, repositoryAround } from '../../adapters/files/given-path';
import { reasonOf } from '../../adapters/files/node-files';
import { slashes } from '../../adapters/files/regular-file';
import { WrongUse } from './options';

/** A path of the command line that can be looked at. */
export interface Place {
  /** As the person wrote it. */
  readonly given: string;
  readonly isFolder: boolean;
  /** The repository that it is written in; null outside of any. */
  readonly repository: string | null;
}

/** The path that is standard input. */
export const STDIN = '-';

/**
 * What the paths of a command line are. `failed` is told of each that cannot be looked at. Throws a WrongUse if none of
 * them exists.
 */
export function placesOf(paths: readonly string[], failed: (shown: string, what: string) => void): readonly Place[] {
  const missing = paths.filter(isMissing);
  const [first] = missing;
  if (first !== undefined && missing.length === paths.length) throw new WrongUse(`"${first}" does not exist.`);
  return paths.flatMap((given) => {
    const shown = slashes(path.normalize(given));
    try {
      if (given === STDIN) return [{ given, isFolder: false, repository: null }];
      const isFolder = statSync(given).isDirectory();
      const repository = repositoryAround(given);
      if (repository === null || isIn(repository, given)) return [{ given, isFolder, repository }];
      failed(shown, 'is not followed: it leads out of the repository.');
    } catch (error) {
      if (isMissing(given)) failed(shown, 'does not exist.');
      else failed(shown, `could not be read: ${isLink(given) ? 'it is a broken link' : reasonOf(error)}.`);
    }
    return [];
  });
}

function isMissing(given: string): boolean {
  try {
    return given !== STDIN && lstatSync(given, { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    // "a.md/b" below a file is nowhere; below a folder that cannot be entered, nobody knows.
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}

function isLink(given: string): boolean {
  try {
    return lstatSync(given).isSymbolicLink();
  } catch {
    return false;
  }
}
