import { lstatSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { pathBelow, realPathOf } from '../files/real-path';
import { BatchAnswers } from './batch-answers';
import { foldersOnPath, outputOf, ProgramFailed, programOnPath } from './child-process';

/** A revision of a repository. */
export interface Revision {
  /**
   * The earlier texts of files, in the order of the request; null if there was no file. A file of a nested
   * repository is null too, and git is never started there. Throws a GitRefused.
   */
  textsOf(files: readonly string[]): AsyncGenerator<string | null, void, undefined>;
}

/** Git is unavailable or failed. The message is git's own reason. */
export class GitRefused extends Error {}

/**
 * The real path of the repository that contains a file or folder: the nearest parent with an entry `.git`, null if
 * there is none. This excludes a bare repository that somebody put among the files.
 */
export function topLevelOf(given: string): string | null {
  const real = realPathOf(given);
  let folder = statSync(real, { throwIfNoEntry: false })?.isDirectory() ? real : path.dirname(real);
  while (!lstatSync(path.join(folder, '.git'), { throwIfNoEntry: false })) {
    const parent = path.dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
  return folder;
}

/** What a change is compared with, or why there is no such thing. */
export type Base =
  | { readonly is: 'revision'; readonly revision: Revision }
  /** Git knows no revision by that name, or HEAD has no commit yet. */
  | { readonly is: 'missing'; readonly isShallow: boolean }
  /** It was asked for HEAD, and nothing has been committed yet. */
  | { readonly is: 'unborn' }
  /** Both revisions are there, and have no common ancestor as far as this clone knows. */
  | { readonly is: 'unrelated'; readonly isShallow: boolean };

/**
 * Finds the commit that a branch began with: the merge base of HEAD and a revision by any of its names. For `A...B` it
 * is the merge base of both; a side that is left out is HEAD. Throws a GitRefused.
 */
export async function baseOf(topLevel: string, name: string): Promise<Base> {
  // If `.git` is not a valid repository, git searches the parent folders.
  const found = await answer(topLevel, ['rev-parse', '--show-toplevel']);
  if (found === null || realPathOf(found) !== topLevel) throw new GitRefused('its repository lies elsewhere');
  const [one = '', other = 'HEAD'] = name.split('...', 2);
  const isRange = name.includes('...');
  const commits: string[] = [];
  for (const each of isRange ? [one || 'HEAD', other || 'HEAD'] : [name, 'HEAD']) {
    const commit = await commitOf(topLevel, each);
    if (commit === null && name === 'HEAD' && (await isUnborn(topLevel))) return { is: 'unborn' };
    if (commit === null) return { is: 'missing', isShallow: await isShallow(topLevel) };
    commits.push(commit);
  }
  const commit = await answer(topLevel, ['merge-base', ...commits]);
  if (commit === null || !isCommit(commit)) return { is: 'unrelated', isShallow: await isShallow(topLevel) };
  const names = await earlierNames(topLevel, commit);
  return { is: 'revision', revision: { textsOf: (files) => textsAt(topLevel, commit, files, names) } };
}

async function commitOf(topLevel: string, name: string): Promise<string | null> {
  const commit = await answer(topLevel, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return commit !== null && isCommit(commit) ? commit : null;
}

/** A commit that is damaged still has its name. */
async function isUnborn(topLevel: string): Promise<boolean> {
  return (await answer(topLevel, ['rev-parse', '--verify', '--quiet', 'HEAD'])) === null;
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

async function isShallow(topLevel: string): Promise<boolean> {
  return (await answer(topLevel, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/**
 * What the files that were renamed since a commit were called then, by their names in the index. We do not let git look
 * at the files themselves, because the repository's filters would run.
 */
async function earlierNames(topLevel: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const options = ['--cached', '--find-renames', '--diff-filter=R', '--name-status', '-z', '--no-ext-diff'];
  const text = (await answer(topLevel, ['diff-index', ...options, commit])) ?? '';
  const parts = text.split('\0');
  const names = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) names.set(parts[at + 2] ?? '', parts[at + 1] ?? '');
  return names;
}

async function* textsAt(
  topLevel: string,
  commit: string,
  files: readonly string[],
  earlier: ReadonlyMap<string, string>,
): AsyncGenerator<string | null, void, undefined> {
  const names = files.map((file) => {
    const below = pathBelow(topLevel, realPathOf(file));
    return below ? `${commit}:${earlier.get(below) ?? below}` : null;
  });
  const asked = names.filter((name) => name !== null);
  // Older versions do not support "-z", and only names with line breaks need it.
  const byNul = asked.some((name) => /[\r\n]/.test(name));
  const input = asked.map((name) => `${name}${byNul ? '\0' : '\n'}`);
  const answers = new BatchAnswers(git(topLevel, ['cat-file', '--batch', ...(byNul ? ['-z'] : [])], input));
  try {
    for (const name of names) yield name === null ? null : await answers.next(name);
    if (asked.length > 0) await answers.finish();
  } catch (error) {
    throw refusal(error);
  } finally {
    await answers.end();
  }
}

/** One line of git's output; null if git fails without a reason, which means that there is no such object. */
async function answer(topLevel: string, args: readonly string[]): Promise<string | null> {
  // A letter may lie in two pieces.
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of git(topLevel, args)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof ProgramFailed && error.code !== null && error.message === '') return null;
    throw refusal(error);
  }
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/**
 * The only place that starts git. The repository may be a stranger's, with any configuration, so our commands run no
 * hooks, filters, text conversions or external programs, and never fetch. We let git find its data from the folder,
 * because only then does it check who owns the repository.
 */
function git(
  topLevel: string,
  args: readonly string[],
  input: Iterable<string> = [],
): AsyncGenerator<Buffer, void, undefined> {
  const program = programOnPath('git', process.env, topLevel);
  if (program === null) throw new GitRefused('git is not installed');
  const environment = environmentFor(topLevel, process.env);
  // In a partial clone, "missing" may mean "not fetched yet", so we cannot know the earlier text.
  const isFailure = (said: string) => /lazy fetch|promisor|transport/i.test(said);
  return outputOf({ program, args: [...guards, ...args], folder: topLevel, environment, input, isFailure });
}

const guards: readonly string[] = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  ...[
    'safe.bareRepository=explicit',
    'protocol.allow=never',
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.pager=cat',
    'credential.helper=',
  ].flatMap((setting) => ['-c', setting]),
];

/** What git needs to find itself, the user's settings and the repository's owner: no token and no `GIT_…` variable. */
const inherited = [
  ...['HOME', 'XDG_CONFIG_HOME', 'USER', 'LOGNAME', 'TMPDIR', 'SUDO_UID'],
  ...['USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'USERNAME', 'APPDATA', 'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES'],
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'TEMP', 'TMP'],
];

function environmentFor(topLevel: string, ours: NodeJS.ProcessEnv): Record<string, string> {
  const kept = inherited.flatMap((name) => (ours[name] === undefined ? [] : [[name, ours[name]] as const]));
  return {
    ...Object.fromEntries(kept),
    PATH: foldersOnPath(ours, topLevel).join(path.delimiter),
    LC_ALL: 'C',
    GIT_CEILING_DIRECTORIES: path.dirname(topLevel),
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    // For versions that do not support the variable above: no protocol has an empty name, and this overrides every
    // setting.
    GIT_ALLOW_PROTOCOL: ':',
  };
}

function refusal(error: unknown): unknown {
  return error instanceof ProgramFailed ? new GitRefused(error.message.replace(/\.$/, '') || 'git failed') : error;
}
