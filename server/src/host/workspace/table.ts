import type { KnownFile } from '../../core/known/known';

/**
 * The values of some files by a key. Built when it is first needed, because most tables never are. From then on a file
 * that comes or goes costs as much as it has values.
 */
export class Table<T> {
  /** The lists are replaced, never changed, because whoever has asked may keep them. */
  private built: Map<string, readonly T[]> | null = null;

  constructor(
    private readonly files: ReadonlySet<KnownFile>,
    private readonly valuesOf: (file: KnownFile) => readonly T[],
    /** Null for a value that nobody can ask for. */
    private readonly keyOf: (value: T) => string | null,
  ) {}

  get(key: string): readonly T[] {
    return this.lists().get(key) ?? none;
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
      const others = this.get(key).filter((value) => !own.has(value));
      if (others.length > 0) this.built.set(key, others);
      else this.built.delete(key);
    }
  }

  private lists(): ReadonlyMap<string, readonly T[]> {
    if (this.built) return this.built;
    this.built = new Map();
    for (const file of this.files) this.put(file, this.built);
    return this.built;
  }

  private put(file: KnownFile, lists: Map<string, readonly T[]>): void {
    for (const [key, values] of this.grouped(file)) {
      const others = lists.get(key);
      lists.set(key, others ? [...others, ...values] : values);
    }
  }

  private grouped(file: KnownFile): ReadonlyMap<string, readonly T[]> {
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
