import { execFile } from 'node:child_process';
import * as path from 'node:path';
import { promisify } from 'node:util';

const MAX_BYTES = 64 * 1024 * 1024;

/** A revision of the repository around one folder. */
export interface Revision {
  /** The text of a file at that revision, null where it did not exist. */
  textOf(file: string): Promise<string | null>;
}

/** Finds a revision by any of its names; null where the folder is in no repository or has no such revision. */
export async function revisionAt(folder: string, name: string): Promise<Revision | null> {
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  if (commit === null) return null;
  return {
    textOf: (file) => git(path.dirname(file), ['show', `${commit.trim()}:./${path.basename(file)}`]),
  };
}

/** What git prints; null where it fails. */
async function git(folder: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: MAX_BYTES });
    return stdout;
  } catch {
    // Git says "not there" and "no repository" by failing, which is all that its callers ask.
    return null;
  }
}
