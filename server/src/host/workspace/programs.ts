import type { GivenProgram } from '../../core/model/given-template';
import type { Template } from '../../core/model/template';
import type { Files, Log } from '../ports';
import { relativePath, sameUri } from '../uri';
import type { RepositoryConfig } from './config';
import { ProgramLookup, placesFor } from './program-lookup';
import { readTemplate, templateNames } from './template-file';

export interface ProgramsOptions {
  readonly files: Files;
  readonly log: Log;
  /** The innermost workspace folder around an address, in the one spelling; null outside of all. */
  around(uri: string): string | null;
  /** The configuration of a folder, once it has been read. */
  configIn(folder: string): RepositoryConfig;
  /** Called where a document may have another template from now on. */
  onChange(): void;
}

/** What the configurations of a workspace, and templates beside its files, say about the files. */
export class Programs {
  /** Templates by the address of their file; null for what is none. */
  private readonly templates = new Map<string, Template | null>();
  private readonly reading = new Map<string, Promise<void>>();
  private readonly lookup = new ProgramLookup();

  constructor(private readonly options: ProgramsOptions) {}

  /** Done when the template that holds for a file has been read. Never rejects. */
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

  /** What is known of a file at this moment; null for nothing. */
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

  /** Files or configurations have changed: everything is looked at again when it is needed next. */
  changed(): void {
    this.templates.clear();
    this.reading.clear();
  }

  private read(uri: string, folder: string, path: string): Promise<void> {
    const reading =
      this.reading.get(uri) ??
      this.options.files.readSmall(uri, folder).then((content) => {
        if (content.is === 'unreadable' || content.is === 'no-file')
          this.options.log(`Cannot use ${path}: ${content.why}.`);
        const read = content.is === 'text' ? readTemplate(content.text, path) : null;
        if (read && 'why' in read) this.options.log(`Cannot use ${path} as a template: ${read.why}.`);
        this.templates.set(uri, read && 'template' in read ? read.template : null);
      });
    this.reading.set(uri, reading);
    return reading;
  }
}
