import { GlobSet, LONGEST_GLOB, MOST_GLOBS } from './glob-set';

/** Longer lists are cut: no person has written them. */
const MOST_PATTERNS = 2_000;

/** Patterns in a row that say the same about what they match. */
interface Group {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  readonly set: GlobSet;
}

/** The patterns of a `.gitignore`. Those that are too expensive are left out, because a stranger may have written them. */
export class GitIgnore {
  private readonly groups: readonly Group[];

  constructor(text: string) {
    this.groups = groupsOf(text.split(/\r?\n/).slice(0, MOST_PATTERNS));
  }

  /**
   * What the last pattern that matches says about a path, relative to the file's folder and with `/` between its parts.
   * Undefined if none matches.
   */
  ignores(path: string, isFolder: boolean): boolean | undefined {
    return this.groups.findLast(({ foldersOnly, set }) => (isFolder || !foldersOnly) && set.matches(path))?.ignores;
  }
}

function groupsOf(lines: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  let globs: string[] = [];
  let kind = { ignores: true, foldersOnly: false };
  const close = () => {
    const set = globs.length > 0 ? GlobSet.of(globs) : '';
    if (typeof set !== 'string') groups.push({ ...kind, set });
    globs = [];
  };
  for (const line of lines) {
    const pattern = patternIn(line);
    if (!pattern) continue;
    const isOther = pattern.ignores !== kind.ignores || pattern.foldersOnly !== kind.foldersOnly;
    if (isOther || globs.length >= MOST_GLOBS) close();
    kind = pattern;
    globs.push(pattern.glob);
  }
  close();
  return groups;
}

/** Null for a comment, a blank line, and what is too long to be meant. */
function patternIn(line: string): { ignores: boolean; foldersOnly: boolean; glob: string } | null {
  if (line.startsWith('#') || line.length > LONGEST_GLOB / 2) return null;
  let text = line.replace(/(?<![\\ ]) {1,500}$/, '');
  const ignores = !text.startsWith('!');
  if (!ignores) text = text.slice(1);
  const foldersOnly = text.endsWith('/');
  if (foldersOnly) text = text.slice(0, -1);
  if (text === '' || text === '/') return null;
  const isAnchored = text.includes('/');
  if (text.startsWith('/')) text = text.slice(1);
  return { ignores, foldersOnly, glob: globOf(isAnchored ? text : `**/${text}`) };
}

/** Git knows no braces, and two stars mean something only as a whole segment. */
function globOf(pattern: string): string {
  const parts = pattern.split('/').map((part) => (part === '**' ? part : part.replace(/\*{2,}/g, '*')));
  // What ends with "/**" is everything in a folder, and not the folder.
  if (parts.length > 1 && parts.at(-1) === '**') parts[parts.length - 1] = '*';
  return parts.join('/').replace(/[{}]/g, '\\$&');
}
