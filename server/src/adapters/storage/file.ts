import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Storage } from '../../host/ports';
import { isOwn, MEGABYTE, readRegular } from '../files/regular-file';
import { writePrivately } from '../files/write-atomically';

/** The largest file that is kept, in bytes: the same as in an editor. */
const LARGEST = 4 * MEGABYTE;

/**
 * Files in the person's folder for what can be had again. What cannot be read or written is done without, and so is what
 * somebody else owns or may write: it would tell findings, and addresses to change to, in GitHub's name.
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
        // One that was there keeps its owner and its mode.
        if (!(await isOwnFolder(folder))) return;
        await writePrivately(fileOf(name), text);
      } catch {
        // A home that cannot be written to costs the next run some requests, and nobody a line in a log.
      }
    },
  };
}

/** Whether it is a folder, and no link to one, that nobody but this person may write to. */
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
