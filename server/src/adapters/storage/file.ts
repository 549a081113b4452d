import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Storage } from '../../host/ports';
import { isOwn, MEGABYTE, readRegular } from '../files/regular-file';
import { writePrivately } from '../files/write-atomically';

/** The maximum size of a stored file in bytes, as in an editor. */
const LARGEST = 4 * MEGABYTE;

/**
 * A cache in the user's folder. We ignore files that we cannot read or write, and files that somebody else owns or
 * may write, because those could put false answers and addresses in GitHub's name.
 */
export function fileStorage(environment: NodeJS.ProcessEnv): Storage {
  const folder = path.join(cacheFolder(environment), 'mentorship-proposals');
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  return {
    async read(name) {
      if (!(await isOwnFolder(folder))) return null;
      const content = await readRegular(fileOf(name), { most: LARGEST, inside: folder, own: true });
      return content.is === 'bytes' ? content.bytes.toString('utf8') : null;
    },
    async write(name, text) {
      if (Buffer.byteLength(text) > LARGEST) return;
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        // An existing folder keeps its owner and its mode.
        if (!(await isOwnFolder(folder))) return;
        await writePrivately(fileOf(name), text);
      } catch {
        // A read-only home costs the next run only some requests, so we do not log it.
      }
    },
  };
}

/** Whether it is a folder, not a link, that only the current user may write to. */
async function isOwnFolder(folder: string): Promise<boolean> {
  try {
    const stats = await fs.lstat(folder);
    return stats.isDirectory() && isOwn(stats);
  } catch {
    return false;
  }
}

function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : path.join(homedir(), '.cache');
}
