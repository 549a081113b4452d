import type { WireFile } from '../../../server/src/protocol/files';

/** What identifies a version of a file. */
export interface Stamp {
  /** Milliseconds since 1970; 0 where the file system does not know. */
  readonly mtime: number;
  readonly size: number;
}

/** The storage between sessions. Neither function rejects. */
export interface MemoryStore {
  read(): Promise<string | null>;
  write(text: string): Promise<unknown>;
}

interface Kept extends Stamp {
  readonly text: string;
}

/** The total size of all texts, in characters: twice the real repository. */
const MOST = 3_500_000;

/** How long to wait after a new text before all are written, in milliseconds. */
const PAUSE = 5_000;

/**
 * Caches texts of remote files between sessions. A file with the same time and size is not fetched again. The least
 * recently used texts are removed first. Data of other versions and broken data are ignored.
 */
export class FileMemory {
  private texts: Promise<Map<string, Kept>> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  private now = Symbol('account');
  private readonly underWay = new Map<string, Promise<WireFile>>();

  constructor(
    private readonly store: MemoryStore,
    private readonly most = MOST,
  ) {}

  /** Changes when everything is forgotten, so that older requests are not stored. */
  get era(): symbol {
    return this.now;
  }

  /** Null if this version is not cached. */
  async get(uri: string, { mtime, size }: Stamp): Promise<string | null> {
    const texts = await this.load();
    const kept = texts.get(uri);
    if (!kept || kept.mtime !== mtime || kept.size !== size) return null;
    texts.delete(uri);
    texts.set(uri, kept);
    return kept.text;
  }

  /** Reads a version of a file once, for all who ask for it at the same time. `name` says which file, and read in what way. */
  once(name: string, { mtime, size }: Stamp, read: () => Promise<WireFile>): Promise<WireFile> {
    const key = `${mtime} ${size} ${name}`;
    const same = mtime > 0 ? this.underWay.get(key) : undefined;
    if (same) return same;
    const reading = read().finally(() => this.underWay.delete(key));
    this.underWay.set(key, reading);
    return reading;
  }

  /** Caches a text that was requested in `era`. */
  async put(uri: string, { mtime, size }: Stamp, text: string, era = this.now): Promise<void> {
    // Without a time, we could not detect changes.
    if (mtime <= 0) return;
    const texts = await this.load();
    if (era !== this.now) return;
    texts.delete(uri);
    texts.set(uri, { mtime, size, text });
    this.timer ??= setTimeout(() => void this.save(), PAUSE);
  }

  /** Writes the cache now. Resolves when it is written. */
  async save(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const { now } = this;
    const texts = await this.load();
    if (now !== this.now) return;
    let length = 0;
    for (const [uri, { text }] of [...texts].reverse()) {
      length += uri.length + text.length;
      if (length > this.most) texts.delete(uri);
    }
    const text = JSON.stringify({ version: 1, files: [...texts] });
    // One by one, so that the last one wins.
    this.writing = this.writing.then(() => this.store.write(text));
    await this.writing;
  }

  /**
   * Removes all texts, also from the storage, because they may be from repositories that only the previous account can
   * see. Resolves when that is written.
   */
  async forget(): Promise<void> {
    this.now = Symbol('account');
    this.texts = Promise.resolve(new Map());
    await this.save();
  }

  dispose(): void {
    if (this.timer) void this.save();
  }

  private load(): Promise<Map<string, Kept>> {
    this.texts ??= this.store.read().then(keptIn);
    return this.texts;
  }
}

function keptIn(text: string | null): Map<string, Kept> {
  try {
    const { version, files } = JSON.parse(text ?? '');
    if (version === 1 && Array.isArray(files) && files.every(isEntry)) return new Map(files);
  } catch {
    // The data is invalid or incomplete.
  }
  return new Map();
}

function isEntry(entry: unknown): entry is [string, Kept] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { mtime, size, text } = (entry[1] ?? {}) as Record<string, unknown>;
  return typeof mtime === 'number' && typeof size === 'number' && typeof text === 'string';
}
