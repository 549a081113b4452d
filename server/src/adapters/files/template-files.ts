import * as path from 'node:path';
import type { RepositoryConfig } from '../../host/workspace/config';
import { type GivenProgram, ProgramLookup, placesFor, type Template } from '../../host/workspace/program-lookup';
import { readTemplate } from '../../host/workspace/template-file';
import { readSmallFileNow } from './small-files';

/** The templates of local repositories, each read once. */
export class TemplateFiles {
  private readonly templates = new Map<string, Template | null>();
  private readonly lookup = new ProgramLookup();

  /** `report` gets one sentence for each problem of a template that a configuration names. */
  constructor(private readonly report: (problem: string) => void) {}

  /** What is said about the file at `below`, a path with `/` from `folder`, which holds the configuration. */
  programFor(config: RepositoryConfig, folder: string, below: string): GivenProgram | null {
    const { places, isNamed } = placesFor(config, below);
    let template: Template | null = null;
    for (const place of places) template ??= this.templateAt(folder, place, isNamed);
    return this.lookup.programFor(config, below, template);
  }

  private templateAt(folder: string, place: string, isNamed: boolean): Template | null {
    const file = path.join(folder, place);
    const known = this.templates.get(file);
    if (known !== undefined) return known;
    const content = readSmallFileNow(file, folder);
    const read = content.is === 'text' ? readTemplate(content.text, place) : null;
    const template = read && 'template' in read ? read.template : null;
    this.templates.set(file, template);
    if (template !== null || !isNamed) return template;
    const why = read && 'why' in read ? read.why : content.is === 'missing' ? 'it does not exist' : 'it cannot be read';
    this.report(`cannot use the template ${path.relative('.', file)}: ${why}.`);
    return null;
  }
}
