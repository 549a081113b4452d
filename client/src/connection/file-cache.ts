/** What tells one version of a file from another, as the file system has it. */
export interface Stamp {
  /** Milliseconds since 1970; 0 where the file system does not know. */
  readonly mtime: number;
  readonly size: number;
}

/** Where the memory lies between two runs. Neither function rejects. */
export interface MemoryStore {
  read(): Promise<string | null>;
  write(text: string): Promise<unknown>;
}

interface Kept extends Stamp {
  readonly text: string;
}

/** All texts together, in characters: twice the real repository. The store takes as much. */
const MOST = 3_500_000;

/** How long after the last new text all of them are written, in milliseconds. */
const PAUSE = 5_000;

/**
 * Texts of files that came over a network, kept from run to run: a file with the same time and size is not fetched
 * again. The longest unused go first. What was kept by another version, or is broken, counts for nothing.
 */
export class FileMemory {
  private texts: Promise<Map<string, Kept>> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private writing: Promise<unknown> = Promise.resolve();
  private now = Symbol('account');

  constructor(
    private readonly store: MemoryStore,
    private readonly most = MOST,
  ) {}

  /** Another one each time that everything is forgotten: what was asked for before comes too late to be kept. */
  get era(): symbol {
    return this.now;
  }

  /** Null where that version is not kept. */
  async get(uri: string, { mtime, size }: Stamp): Promise<string | null> {
    const texts = await this.load();
    const kept = texts.get(uri);
    if (!kept || kept.mtime !== mtime || kept.size !== size) return null;
    texts.delete(uri);
    texts.set(uri, kept);
    return kept.text;
  }

  /** Keeps a text that was asked for in `era`. */
  async put(uri: string, { mtime, size }: Stamp, text: string, era = this.now): Promise<void> {
    // Without a time, a file that has changed could not be told from what it was.
    if (mtime <= 0) return;
    const texts = await this.load();
    if (era !== this.now) return;
    texts.delete(uri);
    texts.set(uri, { mtime, size, text });
    this.timer ??= setTimeout(() => void this.save(), PAUSE);
  }

  /** Writes what is kept, at once. Done when it is written. */
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
    // One after the other: the last one holds.
    this.writing = this.writing.then(() => this.store.write(text));
    await this.writing;
  }

  /**
   * Forgets all texts, in the store as well: they may be of repositories that only somebody who has gone could see. Done
   * when that is written.
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
    // It was written by somebody else, or by half.
  }
  return new Map();
}

function isEntry(entry: unknown): entry is [string, Kept] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { mtime, size, text } = (entry[1] ?? {}) as Record<string, unknown>;
  return typeof mtime === 'number' && typeof size === 'number' && typeof text === 'string';
}
