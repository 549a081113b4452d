import { type Base, baseOf, GitRefused, type Revision, topLevelOf } from '../../adapters/git/git';
import type { ProposalsDocument } from '../../core/model/document';
import type { Log } from '../../host/ports';
import { likelyBases } from '../../protocol/changes';
import type { InputFile } from './input';
import { WrongUse } from './options';
import { STDIN } from './places';

/** What the files were before the change; null for those that did not exist. */
export type Before = ReadonlyMap<InputFile, ProposalsDocument | null>;

/**
 * Reads the files as they were when the branch began: at the merge base with a revision of the repository that their
 * given path belongs to. Throws a WrongUse where one of the paths belongs to none, or git does not know the revision or
 * refuses to answer.
 */
export async function beforeChange(
  name: string,
  paths: readonly string[],
  files: readonly InputFile[],
): Promise<Before> {
  const before = new Map<InputFile, ProposalsDocument | null>();
  for (const repository of repositoriesOf(name, paths)) {
    const { topLevel, given } = repository;
    const where = `where "${[...given][0]}" is`;
    try {
      const base = await baseOf(topLevel, name);
      // Before the first commit, everything is new.
      if (base.is === 'unborn') for (const file of files) if (given.has(file.given)) before.set(file, null);
      if (base.is === 'missing' || base.is === 'unrelated') throw new WrongUse(whyNone(base, name, where));
      if (base.is === 'revision') await readTexts(base.revision, repository, files, before);
    } catch (error) {
      if (!(error instanceof GitRefused)) throw error;
      throw new WrongUse(`Git cannot read "${name}" ${where}: ${error.message}.${advice(error, topLevel)}`);
    }
  }
  return before;
}

/**
 * Reads the files as they were when the person's branch began, as the editor knows it. Files for which nobody knows that
 * are missing, and `log` is told. Never throws.
 */
export async function beforeWork(paths: readonly string[], files: readonly InputFile[], log: Log): Promise<Before> {
  const before = new Map<InputFile, ProposalsDocument | null>();
  for (const path of new Set(paths)) {
    const topLevel = path === STDIN ? null : topLevelOf(path);
    const base = topLevel === null ? null : await likelyBase(topLevel, log);
    if (topLevel !== null && base) await readTexts(base, { topLevel, given: new Set([path]) }, files, before);
    else
      log(
        topLevel === null
          ? `Nobody knows what you have changed in "${path}": it is not in a repository.`
          : `Nobody knows what you have changed in "${path}". Name a revision with --changed-since.`,
      );
  }
  return before;
}

async function likelyBase(topLevel: string, log: Log): Promise<Revision | null> {
  try {
    for (const name of likelyBases) {
      const base = await baseOf(topLevel, name);
      if (base.is === 'revision') return base.revision;
    }
  } catch (error) {
    if (!(error instanceof GitRefused)) throw error;
    log(`Git cannot tell what you have changed: ${error.message}.${advice(error, topLevel)}`);
  }
  return null;
}

async function readTexts(
  revision: Revision,
  { given }: Repository,
  files: readonly InputFile[],
  before: Map<InputFile, ProposalsDocument | null>,
): Promise<void> {
  const own = files.filter((file) => given.has(file.given));
  let next = 0;
  for await (const text of revision.textsOf(own.map(({ disk }) => disk))) {
    const file = own[next++];
    if (!file) break;
    before.set(file, text === null ? null : file.readAs(text));
  }
}

function whyNone(
  { is, isShallow }: Extract<Base, { is: 'missing' | 'unrelated' }>,
  name: string,
  where: string,
): string {
  const what =
    is === 'missing'
      ? `Git has no revision "${name}" ${where}.`
      : `Git knows no commit that "${name}" and this branch have in common ${where}.`;
  const cut =
    'This clone is shallow: fetch the whole history, with "fetch-depth: 0" in GitHub Actions or "GIT_DEPTH: 0" in GitLab.';
  if (isShallow) return `${what} ${cut}`;
  if (is === 'unrelated') return what;
  const [, remote, branch] = /^(origin|upstream)\/([\w./-]+)$/.exec(name) ?? [];
  return remote && branch
    ? `${what} Get it with: git fetch ${remote} ${branch}`
    : `${what} "git branch --all" lists the branches that it has.`;
}

function advice({ message }: GitRefused, topLevel: string): string {
  if (!/dubious ownership/.test(message)) return '';
  return ` If you trust it, run: git config --global --add safe.directory '${topLevel}'`;
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
