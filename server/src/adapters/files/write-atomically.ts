import { constants, promises as fs, type Stats } from 'node:fs';
import * as path from 'node:path';
import { isBelow, notRegular, outside } from './regular-file';

// Windows has neither flag.
const { O_CREAT, O_EXCL, O_WRONLY, O_RDWR, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/** Error codes of folders in which we cannot create a file but may still write existing ones. */
const closedFolder: readonly (string | undefined)[] = ['EACCES', 'EPERM'];

/**
 * Writes a file that is there so that it is either the old or the new one at every moment: a temporary file beside it,
 * then a rename. A symbolic link stays one; permissions stay. Rejects, with half a sentence that begins with "it" or
 * what the disk says, and leaves the file as it was: for what is no regular file, does not lie below the folder
 * `inside`, or is read-only. Read-only is a file that its owner may not write, also for root.
 *
 * What a rename would break, a file with several names, of another owner or group, or in a folder where nothing can be
 * made, is written in place. Whoever pulls the plug in that moment may find the new text with the end of the old one.
 */
export async function writeAtomically(file: string, text: string, inside?: string): Promise<void> {
  const target = await fs.realpath(file);
  const stats = await fs.stat(target);
  if (!stats.isFile()) throw new Error(notRegular);
  if (inside !== undefined && !isBelow(await fs.realpath(inside), target)) throw new Error(outside);
  if ((stats.mode & 0o200) === 0 || !(await isWritable(target))) throw new Error('it is read-only');
  if (stats.nlink > 1 || !(await replace(target, text, stats))) await writeInPlace(target, text, stats);
}

/** The same for our own files, which may not exist yet and which nobody else reads. */
export async function writePrivately(file: string, text: string): Promise<void> {
  await replace(file, text, null);
}

/**
 * Puts a new file in the place of `target`. False where it would not be what `like` is: that file is as it was then.
 * The temporary file has a name that nobody knows beforehand, and is made by this very call: no link that lies ready is
 * written through.
 */
async function replace(target: string, text: string, like: Stats | null): Promise<boolean> {
  // Most runs write nothing, and it takes its time to load.
  const { randomBytes } = await import('node:crypto');
  const temporary = path.join(path.dirname(target), `.${randomBytes(12).toString('hex')}.tmp`);
  const handle = await fs.open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600).catch((error) => {
    if (like && closedFolder.includes((error as NodeJS.ErrnoException).code)) return null;
    throw error;
  });
  if (!handle) return false;
  let isDone = false;
  try {
    try {
      const { uid, gid } = await handle.stat();
      if (like && (like.uid !== uid || like.gid !== gid)) return false;
      await handle.writeFile(text);
      if (like) await handle.chmod(like.mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, target);
    isDone = true;
  } finally {
    if (!isDone) await fs.rm(temporary, { force: true });
  }
  return true;
}

async function writeInPlace(target: string, text: string, { dev, ino }: Stats): Promise<void> {
  const handle = await fs.open(target, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.dev !== dev || stats.ino !== ino) throw new Error('it is another file now');
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written);
      written += bytesWritten;
    }
    await handle.truncate(bytes.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isWritable(file: string): Promise<boolean> {
  return fs.access(file, constants.W_OK).then(
    () => true,
    () => false,
  );
}
