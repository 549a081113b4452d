import { lstatSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { configName, noConfig, type RepositoryConfig, readConfig } from '../host/config';
import { readFileNow } from './node-files';

/** A configuration, and the folder that it lies in. */
export interface PlacedConfig {
  readonly config: RepositoryConfig;
  /** Null where there is none. */
  readonly folder: string | null;
}

/**
 * Finds the configuration that holds for a file: the nearest one upwards, but none from above the repository that the
 * folder or file given lies in, and outside of one none from above what was given. Each is read once.
 */
export class ConfigFiles {
  /** One sentence each, with the file's path in front. Where there are any, nothing may be checked or written. */
  readonly problems: string[] = [];
  private readonly byFolder = new Map<string, PlacedConfig | null>();

  /** Both are absolute paths. */
  around(folder: string, given: string): PlacedConfig {
    const root = rootOf(given);
    for (let at = folder; ; at = path.dirname(at)) {
      const found = this.in(at);
      if (found) return found;
      if (at === root || at === path.dirname(at)) return { config: noConfig, folder: null };
    }
  }

  private in(folder: string): PlacedConfig | null {
    const known = this.byFolder.get(folder);
    if (known !== undefined) return known;
    const found = this.read(folder);
    this.byFolder.set(folder, found);
    return found;
  }

  private read(folder: string): PlacedConfig | null {
    const file = path.join(folder, configName);
    if (!lstatSync(file, { throwIfNoEntry: false })) return null;
    const shown = path.relative('.', file);
    const content = readFileNow(file);
    if (content.is !== 'text') {
      this.problems.push(
        `${shown}: ${content.is === 'unreadable' ? `It could not be read: ${content.why}.` : 'It is no text.'}`,
      );
      return null;
    }
    const { config, problems } = readConfig(content.text);
    for (const problem of problems) this.problems.push(`${shown}: ${problem}`);
    return { config, folder };
  }
}

function rootOf(given: string): string {
  const folder = statSync(given).isDirectory() ? given : path.dirname(given);
  for (let at = folder; ; at = path.dirname(at)) {
    if (lstatSync(path.join(at, '.git'), { throwIfNoEntry: false })) return at;
    if (at === path.dirname(at)) return folder;
  }
}
