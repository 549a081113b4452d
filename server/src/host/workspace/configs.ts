import { joined } from '../../core/linter/options';
import type { RuleSetting, RuleSettings } from '../../core/linter/rule';
import type { Clock, Files, Log, SmallFile } from '../ports';
import { relativePath, sameUri } from '../uri';
import { type ConfigProblem, configName, noConfig, type RepositoryConfig, readConfig } from './config';

/** How long a document waits for its configuration, in milliseconds, because a file system may never answer. */
const TIMEOUT = 5_000;

export interface ConfigsOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** The normalized URIs of the workspace folders. */
  folders(): readonly string[];
  /** Called with the problems of a configuration, usually none, when it was read or its folder was removed. */
  onRead(report: ConfigReport): void;
  /** Called when a configuration arrives after its documents have stopped waiting for it. */
  onLateRead(): void;
}

/** The problems of a configuration, and the text that their spans refer to. */
export interface ConfigReport {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
  /** Problems of templates that the configuration names. They do not affect the rest. */
  readonly templates?: readonly ConfigProblem[];
}

interface Known {
  /** The last valid configuration, as long as the file exists. */
  readonly config: RepositoryConfig;
  readonly isRight: boolean;
}

/** The configurations of all workspace folders. Each is read when it is first needed, and again when it changes. */
export class Configs {
  /** Pending reads by folder. */
  private readonly reading = new Map<string, Promise<void>>();
  private readonly known = new Map<string, Known>();
  private readonly late = new Set<string>();
  /** One object for equal settings, so that cached findings stay valid. */
  private readonly merged = new WeakMap<RepositoryConfig, { personal: RuleSettings; rules: RuleSettings }>();

  constructor(private readonly options: ConfigsOptions) {}

  /** Resolves when the configuration of a document has been read, or after a timeout. Never rejects. */
  async ready(uri: string): Promise<void> {
    const folder = this.folderOf(uri);
    if (folder === null) return;
    const reading = this.reading.get(folder) ?? (this.known.has(folder) ? null : this.read(folder));
    if (!reading) return;
    await new Promise<void>((resolve) => {
      const stopWaiting = this.options.clock.after(TIMEOUT, () => {
        this.late.add(folder);
        resolve();
      });
      void reading.then(() => {
        stopWaiting();
        resolve();
      });
    });
  }

  /** The rule settings of a document. The repository's settings win. Null if the document is excluded. */
  rulesFor(uri: string, personal: RuleSettings): RuleSettings | null {
    const folder = this.folderOf(uri);
    const config = (folder !== null && this.known.get(folder)?.config) || noConfig;
    if (folder !== null && !config.covers(relativePath([folder], uri))) return null;
    const last = this.merged.get(config);
    if (last?.personal === personal) return last.rules;
    const rules = merged(personal, config.rules);
    this.merged.set(config, { personal, rules });
    return rules;
  }

  /** The current configuration of a folder. */
  configIn(folder: string): RepositoryConfig {
    return this.known.get(folder)?.config ?? noConfig;
  }

  /** Whether the configuration of a document is loaded and valid. */
  isRight(uri: string): boolean {
    const folder = this.folderOf(uri);
    return folder === null || (this.known.get(folder)?.isRight ?? false);
  }

  /** Whether a file is the configuration of a folder. */
  isConfig(uri: string): boolean {
    return this.options.folders().some((folder) => sameUri(uri) === configOf(folder));
  }

  /** Reads a configuration again after it was created, changed or deleted. Resolves when the new one applies. */
  changed(uri: string): Promise<void> {
    return this.read(sameUri(uri).slice(0, -configName.length - 1));
  }

  /** Reads the configurations of added folders and forgets those of removed ones. Never rejects. */
  async follow(): Promise<void> {
    const folders = this.options.folders();
    for (const folder of new Set([...this.reading.keys(), ...this.known.keys()])) {
      if (folders.includes(folder)) continue;
      this.reading.delete(folder);
      this.known.delete(folder);
      this.options.onRead({ uri: configOf(folder), text: '', problems: [] });
    }
    const others = folders.filter((folder) => !this.known.has(folder));
    await Promise.all(others.map((folder) => this.reading.get(folder) ?? this.read(folder)));
  }

  private folderOf(uri: string): string | null {
    const own = sameUri(uri);
    const around = this.options.folders().filter((folder) => own.startsWith(`${folder}/`));
    return around.sort((a, b) => b.length - a.length)[0] ?? null;
  }

  private read(folder: string): Promise<void> {
    const reading: Promise<void> = this.options.files.readSmall(configOf(folder), folder).then((content) => {
      // A newer read of the same file has started, and its result counts.
      if (this.reading.get(folder) !== reading) return this.reading.get(folder);
      this.reading.delete(folder);
      this.take(folder, content);
      return undefined;
    });
    this.reading.set(folder, reading);
    return reading;
  }

  private take(folder: string, content: SmallFile): void {
    if (content.is === 'no-file') this.options.log(`Ignored ${configName}: ${content.why}.`);
    const { config, problems } = configIn(content);
    if (problems.length > 0) this.options.log(`${configName}: ${problems.map(({ message }) => message).join(' ')}`);
    const isRight = problems.length === 0;
    // Folders without a configuration do not share one: each has its own merged settings.
    const before = this.known.get(folder)?.config;
    this.known.set(folder, { config: !isRight && before ? before : { ...config }, isRight });
    const text = content.is === 'text' ? content.text : '';
    this.options.onRead({ uri: configOf(folder), text, problems });
    if (this.late.delete(folder)) this.options.onLateRead();
  }
}

/** Merges rule by rule. The repository's severities and options win over the person's. */
function merged(personal: RuleSettings, repository: RuleSettings): RuleSettings {
  const entries = Object.entries(repository).map(([id, own]): [string, RuleSetting] => [
    id,
    joined(personal[id], own) ?? own,
  ]);
  return { ...personal, ...Object.fromEntries(entries) };
}

function configOf(folder: string): string {
  return `${folder}/${configName}`;
}

function configIn(content: SmallFile): ReturnType<typeof readConfig> {
  if (content.is === 'text') return readConfig(content.text);
  if (content.is !== 'unreadable') return { config: noConfig, problems: [] };
  return {
    config: noConfig,
    problems: [{ message: `The file cannot be used: ${content.why}.`, span: { start: 0, end: 0 } }],
  };
}
