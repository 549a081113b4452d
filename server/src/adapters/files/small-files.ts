import { isUtf8 } from 'node:buffer';
import type { SmallFile } from '../../host/ports';
import { type Bytes, MEGABYTE, readRegular, readRegularNow } from './regular-file';

/**
 * Reads what is read by itself, unasked by any person, in the checkout of a stranger: configurations and lists. Regular
 * files of at most 1 MB that lie in the folder `inside`, in UTF-8. Never rejects.
 */
export async function readSmallFile(file: string, inside: string): Promise<SmallFile> {
  return smallFile(await readRegular(file, { most: MEGABYTE, inside }));
}

/** The synchronous version. */
export function readSmallFileNow(file: string, inside: string): SmallFile {
  return smallFile(readRegularNow(file, { most: MEGABYTE, inside }));
}

function smallFile(content: Bytes): SmallFile {
  if (content.is === 'missing') return { is: 'missing' };
  if (content.is !== 'bytes') return content;
  const { bytes } = content;
  // UTF-16 of ASCII letters is valid UTF-8 with zero bytes, so we check for those.
  if (!isUtf8(bytes) || bytes.includes(0)) return { is: 'unreadable', why: 'it is not UTF-8 text' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { is: 'text', text: bytes.toString('utf8', bom ? 3 : 0) };
}
