import type { KnownFile } from '../../core/known/known';

/**
 * The values of some files by a key. Built when it is first needed, because most tables never are. From then on a file
 * that comes or goes costs as much as it has values.
 */
export class Table<T> {
  private built: Map<string, T[]> | null = null;
  /** Lists that somebody has asked for and may keep, so they are replaced instead of changed. */
  private readonly given = new WeakSet<readonly T[]>();

  constructor(
    private readonly files: ReadonlySet<KnownFile>,
    private readonly valuesOf: (file: KnownFile) => readonly T[],
    /** Null for a value that nobody can ask for. */
    private readonly keyOf: (value: T) => string | null,
  ) {}

  get(key: string): readonly T[] {
    const list = this.lists().get(key);
    if (!list) return none;
    if (list.length >= LONG) this.given.add(list);
    return list;
  }

  /** Call it after the file has come. */
  add(file: KnownFile): void {
    if (this.built) this.put(file, this.built);
  }

  /** Call it after the file has gone. */
  remove(file: KnownFile): void {
    if (!this.built) return;
    for (const [key, values] of this.grouped(file)) {
      const own = new Set(values);
      const others = (this.built.get(key) ?? []).filter((value) => !own.has(value));
      if (others.length > 0) this.built.set(key, others);
      else this.built.delete(key);
    }
  }

  private lists(): ReadonlyMap<string, T[]> {
    if (this.built) return this.built;
    this.built = new Map();
    for (const file of this.files) this.put(file, this.built);
    return this.built;
  }

  private put(file: KnownFile, lists: Map<string, T[]>): void {
    for (const [key, values] of this.grouped(file)) {
      const others = lists.get(key);
      if (others && others.length >= LONG && !this.given.has(others)) for (const value of values) others.push(value);
      else lists.set(key, others ? [...others, ...values] : values);
    }
  }

  private grouped(file: KnownFile): ReadonlyMap<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const value of this.valuesOf(file)) {
      const key = this.keyOf(value);
      if (key === null) continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
    return groups;
  }
}

const none: readonly never[] = [];

/** A shorter list is always replaced: one that grows takes more memory than it needs. */
const LONG = 64;
