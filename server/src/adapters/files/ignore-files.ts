import * as path from 'node:path';
import { GitIgnore } from '../../host/workspace/gitignore';
import { readSmallFileNow } from './small-files';

/**
 * What the `.gitignore` files of a repository say, and its `.git/info/exclude`. Each is read once, when it is first
 * needed. Unlike Git, it does not know which files are tracked all the same.
 */
export class IgnoreFiles {
  private readonly read = new Map<string, GitIgnore | null>();

  /** `top` is the folder of the repository. */
  constructor(private readonly top: string) {}

  /** Whether a file or folder is ignored, or one that contains it; its path is relative to the repository. */
  ignores(below: string, isFolder: boolean): boolean {
    const parts = below.split('/').filter((part) => part !== '' && part !== '.');
    return parts.some((_, at) => this.ignoresItself(parts.slice(0, at + 1), isFolder || at + 1 < parts.length));
  }

  /** The nearest file that says something counts. */
  private ignoresItself(parts: readonly string[], isFolder: boolean): boolean {
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const list = this.listIn(path.join(...parts.slice(0, depth), '.gitignore'));
      const said = list?.ignores(parts.slice(depth).join('/'), isFolder);
      if (said !== undefined) return said;
    }
    return this.listIn('.git/info/exclude')?.ignores(parts.join('/'), isFolder) ?? false;
  }

  private listIn(name: string): GitIgnore | null {
    const known = this.read.get(name);
    if (known !== undefined) return known;
    const content = readSmallFileNow(path.join(this.top, name), this.top);
    const list = content.is === 'text' ? new GitIgnore(content.text) : null;
    this.read.set(name, list);
    return list;
  }
}
