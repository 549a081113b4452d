import { GlobSet, LONGEST_GLOB, MOST_GLOBS } from './glob-set';

/** Whether a file or folder, and all that lies in it, is none of ours; its path counts from the folder that is listed. */
export type ExcludePredicate = (path: string) => boolean;

/** Whether a name is that of a folder that holds other people's files, or none of ours, and may be very large. */
export function isForeign(name: string): boolean {
  return name === '.git' || name === 'node_modules';
}

/**
 * What foreign folders and the editor's setting `files.exclude` hide; of the setting, what is not understood, or too
 * much, is left out: a workspace that a stranger has made may bring settings along.
 */
export function excludeFrom(setting: unknown): ExcludePredicate {
  const hidden = typeof setting === 'object' && setting !== null ? setting : {};
  const patterns = Object.entries(hidden).flatMap(([pattern, value]) =>
    // A condition on files beside it, the other value that there is, is made for compiled files: no Markdown is one.
    value === true && pattern !== '' && pattern.length <= LONGEST_GLOB ? [pattern.replace(/\/$/, '')] : [],
  );
  const globs = globsOf(patterns.slice(0, MOST_GLOBS));
  return (path) => path.split('/').some(isForeign) || globs.some((each) => each.matches(path));
}

/** One set for all of them; where they mean too much together, those that mean little alone. */
function globsOf(patterns: readonly string[]): readonly GlobSet[] {
  const all = GlobSet.of(patterns);
  if (typeof all !== 'string') return patterns.length > 0 ? [all] : [];
  const plain = GlobSet.of(patterns.filter((pattern) => !pattern.includes('{')));
  return typeof plain === 'string' ? [] : [plain];
}
