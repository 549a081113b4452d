import type { GivenProgram } from '../../core/model/given-template';
import type { Template } from '../../core/model/template';
import type { Files, Log } from '../ports';
import { relativePath, sameUri } from '../uri';
import type { ConfigProblem, RepositoryConfig } from './config';
import type { ConfigReport } from './configs';
import { ProgramLookup, placesFor } from './program-lookup';
import { readTemplate, templateNames } from './template-file';

export interface ProgramsOptions {
  readonly files: Files;
  readonly log: Log;
  /** The normalized URI of the innermost workspace folder that contains a file. Null if there is none. */
  around(uri: string): string | null;
  /** The configuration of a folder, once it has been read. */
  configIn(folder: string): RepositoryConfig;
  /** Called when a document may have another template. */
  onChange(): void;
  /** Called with the problems of a configuration and of the templates that it names. */
  onChecked(report: ConfigReport): void;
}

/** The programs of files, from configurations and from templates beside the files. */
export class Programs {
  /** Templates by URI. Null for a file that is no template. */
  private readonly templates = new Map<string, Template | null>();
  private readonly reading = new Map<string, Promise<void>>();
  private readonly lookup = new ProgramLookup();
  /** Why files that a configuration names are no templates, by URI. */
  private readonly reasons = new Map<string, string>();
  /** The last report of each configuration. */
  private readonly reports = new Map<string, ConfigReport>();

  constructor(private readonly options: ProgramsOptions) {}

  /** Resolves when the template of a file has been read. Never rejects. */
  async ready(uri: string): Promise<void> {
    const folder = this.options.around(uri);
    if (folder === null) return;
    const before = this.programFor(uri);
    for (const place of placesFor(this.options.configIn(folder), relativePath([folder], uri)).places) {
      await this.read(`${folder}/${place}`, folder, place);
      if (this.templates.get(`${folder}/${place}`)) break;
    }
    if (this.programFor(uri) !== before) this.options.onChange();
  }

  /** The program of a file, as far as it is loaded. Null if there is none. */
  programFor(uri: string): GivenProgram | null {
    const folder = this.options.around(uri);
    if (folder === null) return null;
    const config = this.options.configIn(folder);
    const path = relativePath([folder], uri);
    const found = placesFor(config, path).places.map((place) => this.templates.get(`${folder}/${place}`));
    return this.lookup.programFor(config, path, found.find((template) => template) ?? null);
  }

  /** Whether a file is a template that documents may depend on. */
  isTemplate(uri: string): boolean {
    return this.templates.has(sameUri(uri)) || templateNames.some((name) => uri.endsWith(`/${name}`));
  }

  /** A configuration has been read. Never rejects. */
  async follow(report: ConfigReport): Promise<void> {
    this.reports.set(report.uri, report);
    this.forget();
    await this.check(report);
  }

  /** Templates have changed: they are read again. Never rejects. */
  async changed(): Promise<void> {
    this.forget();
    await Promise.all([...this.reports.values()].map((report) => this.check(report)));
  }

  private forget(): void {
    this.templates.clear();
    this.reading.clear();
    this.reasons.clear();
  }

  /** Reads the templates that a configuration names and reports those that cannot be used. */
  private async check(report: ConfigReport): Promise<void> {
    const folder = this.options.around(report.uri);
    const programs = folder === null ? [] : this.options.configIn(folder).programs;
    const templates: ConfigProblem[] = [];
    for (const { template, templateSpan: span } of programs) {
      if (folder === null || template === null) continue;
      await this.read(`${folder}/${template}`, folder, template);
      const why = this.reasons.get(`${folder}/${template}`);
      if (why !== undefined) templates.push({ message: `This template cannot be used: ${why}.`, span });
    }
    // A newer version of the configuration has been read meanwhile.
    if (this.reports.get(report.uri) === report) this.options.onChecked({ ...report, templates });
  }

  private read(uri: string, folder: string, path: string): Promise<void> {
    const reading =
      this.reading.get(uri) ??
      this.options.files.readSmall(uri, folder).then((content) => {
        const read = content.is === 'text' ? readTemplate(content.text, path) : null;
        if (read && 'template' in read) this.templates.set(uri, read.template);
        else {
          this.templates.set(uri, null);
          const isMissing = content.is === 'missing';
          const why = read && 'why' in read ? read.why : 'why' in content ? content.why : 'it does not exist';
          this.reasons.set(uri, why);
          if (!isMissing) this.options.log(`Cannot use ${path} as a template: ${why}.`);
        }
      });
    this.reading.set(uri, reading);
    return reading;
  }
}
