import { isWithin, sameUri } from '../uri';
import { Directory } from './file-index';
import type { Summary } from './summary';

/**
 * The files of the workspace as they are on disk, and a directory of those that are not hidden. A file that comes, goes
 * or changes costs what is in it, however many others there are. Open files are kept but hidden.
 */
export class FileCache {
  private readonly summaries = new Map<string, Summary>();
  private hidden: ReadonlySet<string> = new Set();
  private changes = 0;
  /** Of the files that are not hidden. */
  readonly directory = new Directory();

  constructor() {
    this.directory.prepare();
  }

  get size(): number {
    return this.summaries.size;
  }

  /** A number that changes with the directory. */
  get revision(): number {
    return this.changes;
  }

  /** Keys are normalized URIs. */
  get(key: string): Summary | null {
    return this.summaries.get(key) ?? null;
  }

  /** The files at these URIs, or in folders at these URIs. */
  within(keys: ReadonlySet<string>): string[] {
    return [...this.summaries.keys()].filter((key) => isWithin(key, keys));
  }

  put(key: string, summary: Summary): void {
    this.show(key, false);
    this.summaries.set(key, summary);
    if (!this.hidden.has(key)) this.show(key, true);
  }

  delete(key: string): void {
    this.show(key, false);
    this.summaries.delete(key);
  }

  /** Hides exactly these files. Returns whether that changes anything. */
  hide(uris: readonly string[]): boolean {
    const before = this.changes;
    const hidden = new Set(uris.map(sameUri));
    for (const key of new Set([...hidden, ...this.hidden])) {
      if (hidden.has(key) !== this.hidden.has(key)) this.show(key, !hidden.has(key));
    }
    this.hidden = hidden;
    return this.changes !== before;
  }

  private show(key: string, isShown: boolean): void {
    const file = this.summaries.get(key)?.file;
    if (!file || this.directory.has(file) === isShown) return;
    this.changes++;
    if (isShown) this.directory.add(file);
    else this.directory.remove(file);
  }
}
