import { isUtf8 } from 'node:buffer';
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import type { FileContent, FileEntry, Files, Log } from '../../host/ports';
import { type ExcludePredicate, isForeign } from '../../host/workspace/exclude';
import { type Bytes, isBelow, MEGABYTE, readRegular, readRegularNow, reasonOf } from './regular-file';
import { readSmallFile } from './small-files';

export { reasonOf };

/** The largest document that is read, in bytes: a thousand times the largest real one. */
const LARGEST = 64 * MEGABYTE;

/** A file as it lies on the disk. `exact` tells that writing the text back would give the same bytes. */
export type DiskFile =
  | { readonly is: 'text'; readonly text: string; readonly bom: boolean; readonly exact: boolean }
  | { readonly is: 'binary' }
  | { readonly is: 'unreadable'; readonly why: string };

/** The host's files on the disk of this machine, for URIs of the scheme `file`. */
export function nodeFiles(log: Log): Files {
  return {
    async list(folder, exclude) {
      const root = URI.parse(folder).fsPath;
      const entries: FileEntry[] = [];
      await walk(root, {
        file: (relative) => {
          entries.push({ uri: URI.file(path.join(root, relative)).toString(), path: relative });
        },
        unreadable: (relative, why) => log(`${relative || root} could not be read: ${why}`),
        exclude,
      });
      return entries;
    },
    async read(uri, inside): Promise<FileContent> {
      const folder = inside === undefined ? undefined : URI.parse(inside).fsPath;
      return decode(await readRegular(URI.parse(uri).fsPath, { most: LARGEST, inside: folder }));
    },
    readSmall: (uri, inside) => readSmallFile(URI.parse(uri).fsPath, URI.parse(inside).fsPath),
  };
}

/** What a walk tells of: files and unreadable folders by their path below the root, with `/` between the parts. */
export interface Walker {
  file(relative: string): void;
  unreadable(relative: string, why: string): void;
  /** What is left out; without it, foreign folders alone. */
  readonly exclude?: ExcludePredicate;
}

/**
 * Finds the Markdown files below `root`, in the order of their names. Rejects only where the walker does.
 *
 * Foreign folders are never entered. A symbolic link to a file counts where it leads to a place below
 * `root`; one to a folder is not followed, so that a walk cannot go in circles.
 */
export async function walk(root: string, walker: Walker): Promise<void> {
  const real = await fs.realpath(root).catch(() => root);
  const visit = async (relative: string): Promise<void> => {
    const entries = await fs.readdir(path.join(root, relative), { withFileTypes: true }).catch((error: unknown) => {
      if (!isNoFolder(error)) walker.unreadable(relative, reasonOf(error));
      return [];
    });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const below = relative ? `${relative}/${entry.name}` : entry.name;
      if (isForeign(entry.name) || walker.exclude?.(below)) continue;
      if (entry.isDirectory()) await visit(below);
      if (!entry.name.toLowerCase().endsWith('.md')) continue;
      if (entry.isFile() || (entry.isSymbolicLink() && (await leadsInside(real, path.join(root, below))))) {
        walker.file(below);
      }
    }
  };
  await visit('');
}

/**
 * Never rejects. A file with a NUL byte at its beginning is binary; other bytes that are no UTF-8 are replaced. What is
 * no regular file, or larger than any document, is unreadable.
 */
export async function readFile(file: string): Promise<DiskFile> {
  return decode(await readRegular(file, { most: LARGEST }));
}

/** The same at once, for a process that has nothing else to do meanwhile. */
export function readFileNow(file: string): DiskFile {
  return decode(readRegularNow(file, { most: LARGEST }));
}

function decode(content: Bytes): DiskFile {
  if (content.is !== 'bytes') return { is: 'unreadable', why: content.why };
  const { bytes } = content;
  if (bytes.subarray(0, 8192).includes(0)) return { is: 'binary' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // Where some byte is no UTF-8, a person reads around it, and so do we.
  return { is: 'text', text: bytes.toString('utf8', bom ? 3 : 0), bom, exact: isUtf8(bytes) };
}

async function leadsInside(real: string, link: string): Promise<boolean> {
  try {
    const target = await fs.realpath(link);
    return isBelow(real, target) && (await fs.stat(target)).isFile();
  } catch {
    // A link that leads nowhere is no file.
    return false;
  }
}

/** Whether the list of a folder's files may fail without a word: it is a file, or has gone meanwhile. */
function isNoFolder(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
