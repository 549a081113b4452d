import { GlobSet, LONGEST_GLOB, MOST_GLOBS } from './glob-set';

/** Whether a file or folder is excluded with everything in it; its path is relative to the listed folder. */
export type ExcludePredicate = (path: string) => boolean;

/** Whether a folder of this name usually contains generated files or dependencies and may be very large. */
export function isForeign(name: string): boolean {
  return name === '.git' || name === 'node_modules';
}

/**
 * Combines the default exclusions with the editor's setting `files.exclude`. Patterns that we cannot read or that
 * are too expensive are ignored, because a stranger's workspace may contain any settings.
 */
export function excludeFrom(setting: unknown): ExcludePredicate {
  const hidden = typeof setting === 'object' && setting !== null ? setting : {};
  const patterns = Object.entries(hidden).flatMap(([pattern, value]) =>
    // A condition (`when`) is for compiled files, which are never Markdown.
    value === true && pattern !== '' && pattern.length <= LONGEST_GLOB ? [pattern.replace(/\/$/, '')] : [],
  );
  const globs = globsOf(patterns.slice(0, MOST_GLOBS));
  return (path) => path.split('/').some(isForeign) || globs.some((each) => each.matches(path));
}

/** One set for all patterns. If together they are too expensive, only those that are cheap on their own. */
function globsOf(patterns: readonly string[]): readonly GlobSet[] {
  const all = GlobSet.of(patterns);
  if (typeof all !== 'string') return patterns.length > 0 ? [all] : [];
  const plain = GlobSet.of(patterns.filter((pattern) => !pattern.includes('{')));
  return typeof plain === 'string' ? [] : [plain];
}
