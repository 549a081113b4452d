import * as path from 'node:path';
import { configName, noConfig, type RepositoryConfig, readConfig } from '../host/config';
import type { Log } from '../host/ports';
import { readFileNow } from './node-files';

/** A configuration, and the folder that it lies in. */
export interface PlacedConfig {
  readonly config: RepositoryConfig;
  /** Null where there is none. */
  readonly folder: string | null;
}

/** Finds the configuration that holds for a file: the nearest one upwards. Each is read once. */
export class ConfigFiles {
  private readonly byFolder = new Map<string, PlacedConfig>();

  constructor(private readonly log: Log) {}

  /** `folder` is an absolute path. */
  around(folder: string): PlacedConfig {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const parent = path.dirname(folder);
    const found = this.read(folder) ?? (parent === folder ? { config: noConfig, folder: null } : this.around(parent));
    this.byFolder.set(folder, found);
    return found;
  }

  private read(folder: string): PlacedConfig | null {
    const file = path.join(folder, configName);
    const content = readFileNow(file);
    if (content.is !== 'text') return null;
    const { config, problems } = readConfig(content.text);
    for (const problem of problems) this.log(`${path.relative('.', file)}: ${problem}`);
    return { config, folder };
  }
}
