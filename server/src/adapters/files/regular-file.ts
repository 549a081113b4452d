import {
  closeSync,
  constants,
  promises as fs,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import * as path from 'node:path';

/** The bytes of a file. `no-file` is a folder, device, pipe or socket; `why` is half a sentence that begins with "it". */
export type Bytes =
  | { readonly is: 'bytes'; readonly bytes: Buffer }
  | { readonly is: 'missing'; readonly why: string }
  | { readonly is: 'no-file'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };

type Refused = Exclude<Bytes, { is: 'bytes' }>;

export interface Bounds {
  /** The maximum size in bytes, a whole number of megabytes. */
  readonly most: number;
  /** The folder that must contain the file after all links are resolved. */
  readonly inside?: string | undefined;
  /** Whether the current user must own the file and nobody else may write to it. */
  readonly own?: boolean;
}

export const MEGABYTE = 1024 * 1024;

// Windows has neither flag.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
const READ = O_RDONLY | O_NONBLOCK;

/**
 * Reads a regular file of bounded size. Never rejects and never blocks: we do not open anything else, and we stop at
 * the bound if a file grows.
 */
export async function readRegular(file: string, { most, inside, own }: Bounds): Promise<Bytes> {
  try {
    const refused = refusal(await fs.stat(file), most);
    if (refused) return refused;
    const target = inside === undefined ? file : await fs.realpath(file);
    if (inside !== undefined && !isBelow(await fs.realpath(inside), target)) return leadsOut;
    const handle = await fs.open(target, inside === undefined ? READ : READ | O_NOFOLLOW);
    try {
      // We check again after opening, because somebody may have replaced the file since the first check.
      const stats = await handle.stat();
      const other = refusal(stats, most) ?? (own && !isOwn(stats) ? notOwn : null);
      if (other) return other;
      const room = new Room(stats.size, most);
      while (room.isLeft()) {
        const { bytesRead } = await handle.read(room.bytes, room.used, room.bytes.length - room.used, null);
        if (bytesRead === 0) break;
        room.used += bytesRead;
      }
      return room.content();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failure(error, await isThere(file));
  }
}

/** The synchronous version for the command line: several times faster for many small files. */
export function readRegularNow(file: string, { most, inside, own }: Bounds): Bytes {
  try {
    const refused = refusal(statSync(file), most);
    if (refused) return refused;
    const target = inside === undefined ? file : realpathSync(file);
    if (inside !== undefined && !isBelow(realpathSync(inside), target)) return leadsOut;
    const descriptor = openSync(target, inside === undefined ? READ : READ | O_NOFOLLOW);
    try {
      const stats = fstatSync(descriptor);
      const other = refusal(stats, most) ?? (own && !isOwn(stats) ? notOwn : null);
      if (other) return other;
      const room = new Room(stats.size, most);
      while (room.isLeft()) {
        const bytesRead = readSync(descriptor, room.bytes, room.used, room.bytes.length - room.used, null);
        if (bytesRead === 0) break;
        room.used += bytesRead;
      }
      return room.content();
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return failure(error, isThereNow(file));
  }
}

/** Whether a real path is inside a real folder. */
export function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** A path with `/` between its parts. */
export function slashes(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

export const notRegular = 'it is not a regular file';
export const outside = 'it is a link to a place outside the folder';

/** Whether the current user owns a file or folder and nobody else may write to it; unknown on Windows. */
export function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

const notOwn: Refused = { is: 'unreadable', why: 'others may write to it' };
const leadsOut: Refused = { is: 'unreadable', why: outside };

function refusal(stats: Stats, most: number): Refused | null {
  if (!stats.isFile()) return { is: 'no-file', why: notRegular };
  return stats.size > most ? tooLarge(most) : null;
}

function tooLarge(most: number): Refused {
  return { is: 'unreadable', why: `it is larger than ${most / MEGABYTE} MB` };
}

/**
 * Collects the bytes: one more than the reported size, and at most one more than the bound, to detect larger files.
 */
class Room {
  bytes: Buffer;
  used = 0;

  constructor(
    size: number,
    private readonly most: number,
  ) {
    this.bytes = Buffer.allocUnsafe(size + 1);
  }

  isLeft(): boolean {
    if (this.used < this.bytes.length) return true;
    if (this.used > this.most) return false;
    const larger = Buffer.allocUnsafe(Math.min(this.used * 2 + 4096, this.most + 1));
    this.bytes.copy(larger);
    this.bytes = larger;
    return true;
  }

  content(): Bytes {
    return this.used > this.most ? tooLarge(this.most) : { is: 'bytes', bytes: this.bytes.subarray(0, this.used) };
  }
}

function failure(error: unknown, isThere: boolean): Refused {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return { is: 'unreadable', why: reasonOf(error) };
  return isThere ? { is: 'unreadable', why: 'it is a broken link' } : { is: 'missing', why: reasonOf(error) };
}

function isThere(file: string): Promise<boolean> {
  return fs.lstat(file).then(
    () => true,
    () => false,
  );
}

/** Whether anything exists there, even a broken link. */
export function isThereNow(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

/** A reason that people understand: "no such file or directory" instead of a code and a path. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+)/.exec(text)?.[1] ?? text;
}
