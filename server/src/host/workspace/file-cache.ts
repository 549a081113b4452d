import { People } from '../../core/known/people';
import { isWithin, sameUri } from '../uri';
import { Directory } from './file-index';
import type { Summary } from './summary';

/** The size of a group of files, small enough to rebuild its tables within a keystroke. */
const GROUP = 32;

interface Group {
  readonly summaries: Map<string, Summary>;
  /** Null if it has to be rebuilt. */
  directory: Directory | null;
}

/**
 * The files of the workspace as they are on disk, in groups with a directory each, so that a changed file costs only
 * the tables of its group. Open files are kept but hidden.
 */
export class FileCache {
  private readonly groups: Group[] = [];
  private readonly groupOf = new Map<string, Group>();
  private hidden: ReadonlySet<string> = new Set();
  private shown: readonly Directory[] | null = null;
  private joined: People | null = null;

  get size(): number {
    return this.groupOf.size;
  }

  /** Keys are normalized URIs. */
  get(key: string): Summary | null {
    return this.groupOf.get(key)?.summaries.get(key) ?? null;
  }

  /** The files at these URIs, or in folders at these URIs. */
  within(keys: ReadonlySet<string>): string[] {
    return [...this.groupOf.keys()].filter((key) => isWithin(key, keys));
  }

  put(key: string, summary: Summary): void {
    const group = this.groupOf.get(key) ?? this.groupWithRoom();
    group.summaries.set(key, summary);
    this.groupOf.set(key, group);
    this.changed(group);
  }

  delete(key: string): void {
    const group = this.groupOf.get(key);
    if (!group) return;
    group.summaries.delete(key);
    this.groupOf.delete(key);
    this.changed(group);
  }

  /** Hides exactly these files. Returns whether that changes anything. */
  hide(uris: readonly string[]): boolean {
    const hidden = new Set(uris.map(sameUri));
    let differs = false;
    for (const key of new Set([...hidden, ...this.hidden])) {
      const group = hidden.has(key) === this.hidden.has(key) ? null : this.groupOf.get(key);
      if (!group) continue;
      this.changed(group);
      differs = true;
    }
    this.hidden = hidden;
    return differs;
  }

  /** The directories of the files that are not hidden. The same array until something changes. */
  directories(): readonly Directory[] {
    this.shown ??= this.groups.filter(({ summaries }) => summaries.size > 0).map((group) => this.directoryOf(group));
    return this.shown;
  }

  /** Everyone who is named in a file that is not hidden. */
  people(): People {
    this.joined ??= People.of(this.directories().flatMap((directory) => directory.mentors()));
    return this.joined;
  }

  /** Builds the tables in advance, in parts of a few milliseconds. Stops early if something changes in between. */
  *prepare(): Generator<void, void> {
    const directories = this.directories();
    const isUnchanged = () => this.shown === directories;
    for (const directory of directories) {
      directory.prepare();
      yield;
      if (!isUnchanged()) return;
    }
    const parts = People.inParts(directories.map((directory) => directory.mentors()));
    for (let part = parts.next(); ; part = parts.next()) {
      if (!isUnchanged()) return;
      if (part.done) {
        this.joined ??= part.value;
        break;
      }
      yield;
    }
    const { joined } = this;
    for (const _ of joined.prepare()) {
      yield;
      if (!isUnchanged()) return;
    }
  }

  private directoryOf(group: Group): Directory {
    group.directory ??= new Directory(
      [...group.summaries].filter(([key]) => !this.hidden.has(key)).map(([, { file }]) => file),
    );
    return group.directory;
  }

  private groupWithRoom(): Group {
    const found = this.groups.find(({ summaries }) => summaries.size < GROUP);
    if (found) return found;
    const group: Group = { summaries: new Map(), directory: null };
    this.groups.push(group);
    return group;
  }

  private changed(group: Group): void {
    group.directory = null;
    this.shown = null;
    this.joined = null;
  }
}
