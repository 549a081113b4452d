import { realpathSync } from 'node:fs';
import * as path from 'node:path';

/** Where a file really lies, behind all links and as the disk spells it; the path itself where nothing is there. */
export function realPathOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return path.resolve(file);
  }
}

/** The way from a folder to what is the folder or lies in it, with `/` between the parts; null for what lies elsewhere. */
export function pathBelow(folder: string, file: string): string | null {
  const relative = path.relative(folder, file);
  if (path.isAbsolute(relative) || relative.split(path.sep)[0] === '..') return null;
  return relative.replaceAll(path.sep, '/');
}
