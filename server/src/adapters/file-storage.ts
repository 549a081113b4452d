import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import * as path from 'node:path';
import type { Storage } from '../host/ports';

/** Files in the person's folder for what can be had again. What cannot be read or written is done without. */
export function fileStorage(environment: NodeJS.ProcessEnv): Storage {
  const folder = path.join(cacheFolder(environment), 'mentorship-proposals');
  const fileOf = (name: string) => path.join(folder, `${name}.json`);
  return {
    read: (name) => fs.readFile(fileOf(name), 'utf8').catch(() => null),
    async write(name, text) {
      const temporary = path.join(folder, `.${name}.${process.pid}.tmp`);
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        await fs.writeFile(temporary, text, { mode: 0o600 });
        await fs.rename(temporary, fileOf(name));
      } catch {
        // A home that cannot be written to costs the next run some requests, and nobody a line in a log.
        await fs.rm(temporary, { force: true }).catch(() => {});
      }
    },
  };
}

function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string {
  if (XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return process.platform === 'darwin' ? path.join(homedir(), 'Library/Caches') : path.join(homedir(), '.cache');
}
