import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryAround } from '../../adapters/files/given-path';
import { nodeFiles } from '../../adapters/files/node-files';
import type { Log } from '../../host/ports';
import { ProjectLists } from '../../host/workspace/project-list';
import { Roots } from '../../host/workspace/roots';

/** The repository around a path, else the working directory for a path in it, else the folder of that path. */
export function rootAround(given: string): string {
  const own = repositoryAround(given);
  if (own !== null) return own;
  const full = path.resolve(given);
  const here = process.cwd();
  if (full === here || full.startsWith(here + path.sep)) return here;
  return existsSync(full) && statSync(full).isDirectory() ? full : path.dirname(full);
}

const read = new Map<string, Promise<ProjectLists>>();

/** The proposal form, terms, quotas and projects of the repository around a path. Each repository is read once. */
export function listsAround(given: string, log: Log): Promise<ProjectLists> {
  const root = rootAround(given);
  const known = read.get(root) ?? listsIn(root, log);
  read.set(root, known);
  return known;
}

async function listsIn(root: string, log: Log): Promise<ProjectLists> {
  const folder = pathToFileURL(root).href;
  const lists = new ProjectLists(new Roots([folder], async () => undefined), nodeFiles(log), log);
  await lists.reload();
  return lists;
}
