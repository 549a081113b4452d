import { GitRefused, type Revision, revisionIn, topLevelOf } from '../../adapters/git/git';
import { readDocument } from '../../core/model/document';
import { Changes } from '../../host/report/changed-findings';
import { WrongUse } from './arguments';
import type { Target } from './targets';

/**
 * What has changed in each file since a revision of the repository that its given path belongs to. Throws a WrongUse
 * where one of the paths belongs to none, or git does not know the revision or refuses to answer.
 */
export async function changesSince(
  name: string,
  paths: readonly string[],
  targets: readonly Target[],
): Promise<ReadonlyMap<Target, Changes>> {
  const changes = new Map<Target, Changes>();
  for (const { topLevel, given } of repositoriesOf(name, paths)) {
    const own = targets.filter(({ file }) => given.has(file.given));
    const where = `where "${[...given][0]}" is`;
    try {
      const revision: Revision | null = await revisionIn(topLevel, name);
      if (!revision) throw new WrongUse(`Git has no revision "${name}" ${where}.`);
      let next = 0;
      for await (const before of revision.textsOf(own.map(({ file }) => file.disk))) {
        const target = own[next++];
        if (!target) break;
        const { path } = target.file.document;
        changes.set(target, new Changes(before === null ? null : readDocument(before, path)));
      }
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      throw new WrongUse(`Git cannot read "${name}" ${where}: ${error.message}.`);
    }
  }
  return changes;
}

interface Repository {
  readonly topLevel: string;
  /** The paths of the command line that belong to it. */
  readonly given: Set<string>;
}

function repositoriesOf(name: string, paths: readonly string[]): Iterable<Repository> {
  const repositories = new Map<string, Repository>();
  for (const path of paths) {
    const topLevel = topLevelOf(path);
    if (topLevel === null) throw new WrongUse(`Git has no revision "${name}": "${path}" is not in a repository.`);
    const known = repositories.get(topLevel);
    if (known) known.given.add(path);
    else repositories.set(topLevel, { topLevel, given: new Set([path]) });
  }
  return repositories.values();
}
