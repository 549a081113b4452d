import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Storage } from '../../host/ports';
import { MEGABYTE, readRegular } from '../files/regular-file';
import { writePrivately } from '../files/write-atomically';

/** The largest file that is kept, in bytes: the same as in an editor. */
const LARGEST = 4 * MEGABYTE;

/** Files in the person's folder for what can be had again. What cannot be read or written is done without. */
export function fileStorage(environment: NodeJS.ProcessEnv): Storage {
  const folder = path.join(cacheFolder(environment), 'mentorship-proposals');
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  return {
    async read(name) {
      const content = await readRegular(fileOf(name), { most: LARGEST, inside: folder });
      return content.is === 'bytes' ? content.bytes.toString('utf8') : null;
    },
    async write(name, text) {
      if (Buffer.byteLength(text) > LARGEST) return;
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        await writePrivately(fileOf(name), text);
      } catch {
        // A home that cannot be written to costs the next run some requests, and nobody a line in a log.
      }
    },
  };
}

function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : path.join(homedir(), '.cache');
}
