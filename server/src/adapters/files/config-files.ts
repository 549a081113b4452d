import { realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { configName, noConfig, type RepositoryConfig, readConfig } from '../../host/workspace/config';
import type { ProposalForm } from '../../host/workspace/form-file';
import type { FormLabels } from '../../host/workspace/issue-forms';
import type { GivenProgram } from '../../host/workspace/program-lookup';
import type { ProjectList } from '../../host/workspace/project-list';
import { formIn, issueFormsIn, projectsIn } from './form-files';
import { isBelow, isThereNow, slashes } from './regular-file';
import { readSmallFileNow } from './small-files';
import { TemplateFiles } from './template-files';

/** A configuration and its folder. */
export interface LocatedConfig {
  readonly config: RepositoryConfig;
  /** As the path that was asked about has it, where it leads there; null where there is no configuration. */
  readonly folder: string | null;
  /** A file's path with `/` from the configuration's folder; without one, from the top of what is searched for it. */
  below(file: string): string;
  /** Whether a file, by its absolute path in the folder that was asked about, is looked at; whatever links lead there. */
  covers(file: string): boolean;
}

interface Found {
  readonly config: RepositoryConfig;
  /** The real path of its folder. */
  readonly folder: string;
}

/**
 * Finds the configuration that holds for a file: the nearest one upwards, but none from outside of the repository that
 * the person has named a file or folder of. Each is read once, and not used where there is a problem.
 */
export class ConfigFiles {
  private readonly reported: string[] = [];
  private readonly skipped: string[] = [];
  private readonly read = new Map<string, Found | null>();
  private readonly tops = new Map<string, string>();
  private readonly configs = new Map<string, LocatedConfig>();
  private readonly forms = new Map<string, ProposalForm>();
  private readonly projects = new Map<string, ProjectList | null>();
  private readonly templates = new TemplateFiles((problem) => this.reported.push(problem));

  /**
   * What is wrong with the configurations that have been read, in a sentence each, which begins with the file's path
   * from the current folder. As long as there are any, nobody can tell what is to be checked, or left alone.
   */
  get problems(): readonly string[] {
    return this.reported;
  }

  /** What lies under the name of a configuration and is no file at all, in sentences of the same kind: it counts as none. */
  get remarks(): readonly string[] {
    return this.skipped;
  }

  /**
   * The configuration for the files of `folder`, which is `given`, or lies below it, or holds it: `given` is the file or
   * folder that a person has named. It is looked for up to the root of the repository that `given` lies in; outside of a
   * repository, up to `given` itself, or the folder of that file.
   */
  around(folder: string, given: string): LocatedConfig {
    const top = this.topOf(given);
    const key = `${top}\0${path.resolve(folder)}`;
    const known = this.configs.get(key);
    if (known) return known;
    const configs = locatedConfig(path.resolve(folder), this.nearest(real(folder), top), top);
    this.configs.set(key, configs);
    return configs;
  }

  /** What the configuration or a template beside the file says about it; both paths are absolute. */
  programFor(file: string, given: string): GivenProgram | null {
    const { config, folder, below } = this.around(path.dirname(file), given);
    return this.templates.programFor(config, folder ?? this.topOf(given), below(file));
  }

  /** CNCF's proposal form, as the repository around `given` keeps it or as the bundled copy. */
  formFor(given: string): ProposalForm {
    const top = this.topOf(given);
    const form = this.forms.get(top) ?? formIn(top, (problem) => this.skipped.push(problem));
    this.forms.set(top, form);
    return form;
  }

  /** The issue forms of the repository around `given`. */
  issueFormsFor(given: string): readonly FormLabels[] {
    return issueFormsIn(this.topOf(given));
  }

  /** CNCF's projects, as the repository around `given` lists them. Null for the bundled ones. */
  projectsFor(given: string): ProjectList | null {
    const top = this.topOf(given);
    const known = this.projects.get(top);
    if (known !== undefined) return known;
    const projects = projectsIn(top, (problem) => this.skipped.push(problem));
    this.projects.set(top, projects);
    return projects;
  }

  /** Both are real paths. */
  private nearest(folder: string, top: string): Found | null {
    for (let at = folder; at === top || isBelow(top, at); at = path.dirname(at)) {
      const found = this.readIn(at, top);
      if (found || at === path.dirname(at)) return found;
    }
    return null;
  }

  private readIn(folder: string, top: string): Found | null {
    const file = path.join(folder, configName);
    const known = this.read.get(file);
    if (known !== undefined) return known;
    const found = this.configAt(file, folder, top);
    this.read.set(file, found);
    return found;
  }

  private configAt(file: string, folder: string, top: string): Found | null {
    const content = readSmallFileNow(file, top);
    if (content.is === 'missing') return null;
    const shown = path.relative('.', file);
    if (content.is === 'no-file') {
      this.skipped.push(`ignored ${shown}: ${content.why}.`);
      return null;
    }
    if (content.is === 'unreadable') {
      this.reported.push(`cannot use ${shown}: ${content.why}.`);
      return { config: noConfig, folder };
    }
    const { config, problems } = readConfig(content.text);
    for (const { message, span } of problems)
      this.reported.push(`${shown}:${placeIn(content.text, span.start)}: ${message}`);
    return { config, folder };
  }

  private topOf(given: string): string {
    const resolved = path.resolve(given);
    const known = this.tops.get(resolved);
    if (known !== undefined) return known;
    const start = folderOf(real(resolved));
    let top = start;
    for (let at = start; ; at = path.dirname(at)) {
      // If `.git` is a link, it counts whatever its target is: we neither follow nor read it.
      const isRoot = isThereNow(path.join(at, '.git'));
      if (isRoot) top = at;
      if (isRoot || at === path.dirname(at)) break;
    }
    this.tops.set(resolved, top);
    return top;
  }
}

function locatedConfig(folder: string, found: Found | null, top: string): LocatedConfig {
  if (!found) {
    const below = (file: string) => slashes(path.relative(top, real(file)));
    return { config: noConfig, folder: null, below, covers: () => true };
  }
  const way = path.relative(found.folder, real(folder));
  const asGiven = path.resolve(folder, ...way.split(path.sep).map((part) => (part ? '..' : '.')));
  const below = (file: string) => slashes(path.join(way, path.relative(folder, path.resolve(file))));
  return {
    config: found.config,
    folder: real(asGiven) === found.folder ? asGiven : found.folder,
    below,
    covers: (file) => found.config.covers(below(file)),
  };
}

/** The path with all links resolved; unchanged if it does not exist. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function folderOf(file: string): string {
  return isThereNow(file) && statSync(file).isDirectory() ? file : path.dirname(file);
}

/** Line and column, from 1. */
function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}
