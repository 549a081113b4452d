import { promises as fs } from 'node:fs';
import * as path from 'node:path';

/**
 * Writes a file so that it is either the old or the new one at every moment: a temporary file beside it, then a
 * rename. A symbolic link stays one, and the permissions stay as they are. Rejects where the disk does.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const target = await fs.realpath(file);
  const { mode } = await fs.stat(target);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await fs.writeFile(temporary, text, { mode, flush: true });
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}
