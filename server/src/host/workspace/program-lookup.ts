import type { GivenProgram } from '../../core/model/given-template';
import type { Template } from '../../core/model/template';
import type { RepositoryConfig } from './config';
import { templatePlaces } from './template-file';

export type { GivenProgram, Template };

/** Possible paths of a file's template, relative to the configuration's folder, nearest first. */
export interface TemplatePlaces {
  readonly places: readonly string[];
  /** Whether the configuration names the template: then a missing one is an error. */
  readonly isNamed: boolean;
}

/** `path` is relative to the configuration's folder and separated by `/`. */
export function placesFor({ programs }: RepositoryConfig, path: string): TemplatePlaces {
  const program = programs.find(({ covers }) => covers(path));
  if (!program) return { places: templatePlaces(path), isNamed: false };
  return { places: program.template === null ? [] : [program.template], isNamed: true };
}

/** Finds the program of a file. Equal answers are the same object, because documents compare by identity. */
export class ProgramLookup {
  private readonly given = new Map<string, GivenProgram>();

  /** Null if neither the configuration nor a template beside the file applies. */
  programFor({ programs }: RepositoryConfig, path: string, template: Template | null): GivenProgram | null {
    const name = programs.find(({ covers }) => covers(path))?.name ?? null;
    // A template is no proposal.
    if ((name === null && template === null) || template?.path === path) return null;
    const key = JSON.stringify([name, template?.path]);
    const last = this.given.get(key);
    if (last && last.template === template) return last;
    const given = { name, isConfigured: name !== null, template };
    this.given.set(key, given);
    return given;
  }
}
