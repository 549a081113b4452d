import type { GivenProgram } from '../../core/model/given-template';
import type { Template } from '../../core/model/template';
import type { RepositoryConfig } from './config';
import { templatePlaces } from './template-file';

export type { GivenProgram, Template };

/** Where a template for a file may lie, from the folder of the configuration, nearest first. */
export interface TemplatePlaces {
  readonly places: readonly string[];
  /** Whether the configuration names it: then it has to be there. */
  readonly isNamed: boolean;
}

/** `path` counts from the folder of the configuration, with `/` between its parts. */
export function placesFor({ programs }: RepositoryConfig, path: string): TemplatePlaces {
  const program = programs.find(({ covers }) => covers(path));
  if (!program) return { places: templatePlaces(path), isNamed: false };
  return { places: program.template === null ? [] : [program.template], isNamed: true };
}

/** Says which program takes the proposals of a file, with one object for equal answers: documents compare them. */
export class ProgramLookup {
  private readonly given = new Map<string, GivenProgram>();

  /** Null where neither the configuration nor a template beside the file says anything. */
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
