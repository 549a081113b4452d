import type { GivenProgram } from '../../core/model/given-template';
import type { Template } from '../../core/model/template';
import type { RepositoryConfig } from './config';
import { type ConfiguredAsks, withAsks } from './config-fields';
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

interface Answer {
  readonly template: Template | null;
  readonly asks: ConfiguredAsks | undefined;
  readonly given: GivenProgram;
}

/** Finds the program of a file. Equal answers are the same object, because documents compare by identity. */
export class ProgramLookup {
  private readonly given = new Map<string, Answer>();

  /** Null if neither the configuration nor a template beside the file applies. */
  programFor({ programs }: RepositoryConfig, path: string, template: Template | null): GivenProgram | null {
    const program = programs.find(({ covers }) => covers(path));
    const name = program?.name ?? null;
    // A template is no proposal.
    if ((name === null && template === null) || template?.path === path) return null;
    const key = JSON.stringify([name, template?.path]);
    const last = this.given.get(key);
    if (last && last.template === template && last.asks === program?.asks) return last.given;
    const asked = template && program ? withAsks(template, program.asks) : template;
    const given = { name, isConfigured: name !== null, template: asked };
    this.given.set(key, { template, asks: program?.asks, given });
    return given;
  }
}
