import { realpathSync } from 'node:fs';
import * as path from 'node:path';

/** The real path of a file, with links resolved and in the disk's spelling; unchanged if it does not exist. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/** The relative path from a folder to itself or to something inside it, separated by `/`; null for paths outside. */
export function pathBelow(folder: string, file: string): string | null {
  const relative = path.relative(folder, file);
  if (path.isAbsolute(relative) || relative.split(path.sep)[0] === '..') return null;
  return relative.replaceAll(path.sep, '/');
}
