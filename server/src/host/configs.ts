import type { RuleSettings } from '../core/rules/rule';
import { relativePath, sameUri } from './address';
import { configName, noConfig, type RepositoryConfig, readConfig } from './config';
import type { Files, Log } from './ports';

/** The configurations of all workspace folders. Each is read when it is needed first, and again when it changes. */
export class Configs {
  private readonly reading = new Map<string, Promise<void>>();
  private readonly configs = new Map<string, RepositoryConfig>();
  /** One object for equal settings: what has been found under them stays found. */
  private readonly merged = new WeakMap<RepositoryConfig, { personal: RuleSettings; rules: RuleSettings }>();

  constructor(
    private readonly folders: () => readonly string[],
    private readonly files: Files,
    private readonly log: Log,
  ) {}

  /** Done when the configuration that holds for a document has been read. Never rejects. */
  async ready(uri: string): Promise<void> {
    const folder = this.folderOf(uri);
    if (folder !== null) await (this.reading.get(folder) ?? this.read(folder));
  }

  /** Null where the document is not looked at, otherwise how grave the rules are: the repository's word wins. */
  rulesFor(uri: string, personal: RuleSettings): RuleSettings | null {
    const folder = this.folderOf(uri);
    const config = (folder !== null && this.configs.get(folder)) || noConfig;
    if (folder !== null && !config.covers(relativePath([folder], uri))) return null;
    const last = this.merged.get(config);
    if (last?.personal === personal) return last.rules;
    const rules = { ...personal, ...config.rules };
    this.merged.set(config, { personal, rules });
    return rules;
  }

  /** Whether a file is the configuration of a folder. */
  isConfig(uri: string): boolean {
    return this.folders().some((folder) => sameUri(uri) === `${folder}/${configName}`);
  }

  /** The configuration has been made, written or removed. Done when the new one holds. */
  changed(uri: string): Promise<void> {
    return this.read(sameUri(uri).slice(0, -configName.length - 1));
  }

  private folderOf(uri: string): string | null {
    const own = sameUri(uri);
    const around = this.folders().filter((folder) => own.startsWith(`${folder}/`));
    return around.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  private read(folder: string): Promise<void> {
    const reading: Promise<void> = this.files.read(`${folder}/${configName}`).then((content) => {
      // A newer read of the same file has begun meanwhile: its word counts.
      if (this.reading.get(folder) !== reading) return this.reading.get(folder);
      const { config, problems } =
        content.is === 'text' ? readConfig(content.text) : { config: noConfig, problems: [] };
      if (problems.length > 0) this.log(`${configName}: ${problems.join(' ')}`);
      // Folders without a configuration do not share one: each has its own merged settings.
      this.configs.set(folder, { ...config });
      return undefined;
    });
    this.reading.set(folder, reading);
    return reading;
  }
}
