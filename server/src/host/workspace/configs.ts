import { joined } from '../../core/linter/options';
import type { RuleSetting, RuleSettings } from '../../core/linter/rule';
import type { Clock, Files, Log, SmallFile } from '../ports';
import { relativePath, sameUri } from '../uri';
import { type ConfigProblem, configName, noConfig, type RepositoryConfig, readConfig } from './config';

/** How long a document waits for its configuration, in milliseconds: a file system may never answer. */
const TIMEOUT = 5_000;

export interface ConfigsOptions {
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  /** The addresses of the workspace folders, in the one spelling. */
  folders(): readonly string[];
  /** Called whenever a configuration has been read, or its folder has gone, with what is wrong with it: mostly nothing. */
  onRead(report: ConfigReport): void;
  /** Called where a configuration has been read that somebody has stopped to wait for. */
  onLateRead(): void;
}

/** What is wrong with the configuration at an address, and the text that the spans count in. */
export interface ConfigReport {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
  /** Templates that the configuration names and that cannot be used: nothing else changes. */
  readonly templates?: readonly ConfigProblem[];
}

interface Known {
  /** The last one that was right, as long as the file is there. */
  readonly config: RepositoryConfig;
  readonly isRight: boolean;
}

/** The configurations of all workspace folders. Each is read when it is needed first, and again when it changes. */
export class Configs {
  /** What is being read at this moment, by folder. */
  private readonly reading = new Map<string, Promise<void>>();
  private readonly known = new Map<string, Known>();
  private readonly late = new Set<string>();
  /** One object for equal settings: what has been found under them stays found. */
  private readonly merged = new WeakMap<RepositoryConfig, { personal: RuleSettings; rules: RuleSettings }>();

  constructor(private readonly options: ConfigsOptions) {}

  /** Done when the configuration that holds for a document has been read, or after some seconds. Never rejects. */
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

  /** Null where the document is not looked at, otherwise how grave the rules are: the repository's word wins. */
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

  /** What holds for the files of a folder now. */
  configIn(folder: string): RepositoryConfig {
    return this.known.get(folder)?.config ?? noConfig;
  }

  /** Whether it is known what the repository wants for a document: not while its configuration is broken or unread. */
  isRight(uri: string): boolean {
    const folder = this.folderOf(uri);
    return folder === null || (this.known.get(folder)?.isRight ?? false);
  }

  /** Whether a file is the configuration of a folder. */
  isConfig(uri: string): boolean {
    return this.options.folders().some((folder) => sameUri(uri) === configOf(folder));
  }

  /** The configuration has been made, written or removed. Done when the new one holds. */
  changed(uri: string): Promise<void> {
    return this.read(sameUri(uri).slice(0, -configName.length - 1));
  }

  /** Reads those of folders that have come, and forgets those of folders that have gone. Never rejects. */
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
      // A newer read of the same file has begun meanwhile: its word counts.
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

/** Rule by rule: what the repository says of a severity or an option wins, and the rest is the person's. */
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
