import { lstatSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { isIn, repositoryAround } from '../../adapters/files/given-path';
import { reasonOf } from '../../adapters/files/node-files';
import { slashes } from '../../adapters/files/regular-file';
import { GlobSet } from '../../host/workspace/glob-set';
import { WrongUse } from './options';

/** A path of the command line that can be looked at, or the folder that holds what a glob matches. */
export interface Place {
  /** As the person wrote it; the folder of a glob. */
  readonly given: string;
  /** What people read: the path, or the globs below it. */
  readonly shown: string;
  readonly isFolder: boolean;
  /** The repository that it is written in; null outside of any. */
  readonly repository: string | null;
  /** Which files in the folder are meant, by their paths below it; null for all. */
  readonly globs: GlobSet | null;
  /** Which of its files the person has named by globs. */
  readonly named: GlobSet | null;
}

/** The path that is standard input. */
export const STDIN = '-';

/**
 * What the paths of a command line are. `failed` is told of each that cannot be looked at. Throws a WrongUse if none of
 * them exists.
 */
export function placesOf(paths: readonly string[], failed: (shown: string, what: string) => void): readonly Place[] {
  const wanted = wantedIn(paths);
  const missing = wanted.filter(({ given }) => isMissing(given));
  const [first] = missing;
  if (first && missing.length === wanted.length) throw new WrongUse(`"${first.shown}" does not exist.`);
  return wanted.flatMap(({ given, shown: written, globs, named }) => {
    const shown = globs ? written : slashes(path.normalize(given));
    try {
      if (given === STDIN) return [{ given, shown: 'standard input', isFolder: false, repository: null, globs, named }];
      const isFolder = statSync(given).isDirectory();
      const repository = repositoryAround(given);
      if (repository === null || isIn(repository, given))
        return [{ given, shown: `"${written}"`, isFolder, repository, globs, named }];
      failed(shown, 'is not followed: it leads out of the repository.');
    } catch (error) {
      if (isMissing(given)) failed(shown, 'does not exist.');
      else failed(shown, `could not be read: ${isLink(given) ? 'it is a broken link' : reasonOf(error)}.`);
    }
    return [];
  });
}

/**
 * Each folder once, with all globs that begin there, and these first: what they match is named, even if a folder around it
 * was given, too. A path that exists is no glob, whatever its letters.
 */
function wantedIn(paths: readonly string[]): readonly Pick<Place, 'given' | 'shown' | 'globs' | 'named'>[] {
  const plain = new Set(paths.filter((each) => !isGlob(each)));
  const byFolder = new Map<string, { readonly shown: string; readonly glob: string }[]>();
  for (const each of paths) {
    if (plain.has(each)) continue;
    const parts = each.split('/');
    const first = parts.findIndex((part) => magic.test(part));
    const folder = parts.slice(0, first).join('/') || (each.startsWith('/') ? '/' : '.');
    const known = byFolder.get(folder) ?? [];
    byFolder.set(folder, [...known, { shown: each, glob: parts.slice(first).join('/') }]);
  }
  const globbed = [...byFolder].map(([given, own]) => {
    const globs = GlobSet.of(own.map(({ glob }) => glob));
    const shown = own.map((each) => each.shown).join('", "');
    if (typeof globs === 'string') throw new WrongUse(`"${shown.slice(0, 100)}" ${globs}.`);
    // The whole folder may be asked for beside them.
    return plain.delete(given)
      ? { given, shown: given, globs: null, named: globs }
      : { given, shown, globs, named: globs };
  });
  return [...globbed, ...[...plain].map((given) => ({ given, shown: given, globs: null, named: null }))];
}

const magic = /[*?[{]/;

function isGlob(given: string): boolean {
  return magic.test(given) && isMissing(given);
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
