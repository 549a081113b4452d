import { isUtf8 } from 'node:buffer';
import { promises as fs } from 'node:fs';
import * as path from 'node:path';
import { URI } from 'vscode-uri';
import type { FileContent, FileEntry, Files, Log } from '../../host/ports';
import { parsedUri } from '../../host/uri';
import { type ExcludePredicate, isForeign } from '../../host/workspace/exclude';
import { isProposalsPath, issueFormFolder } from '../../recognize';
import { formFilesIn } from './form-names';
import {
  type Bytes,
  isBelow,
  MEGABYTE,
  notRegular,
  outside,
  readRegular,
  readRegularNow,
  reasonOf,
  slashes,
} from './regular-file';
import { readSmallFile } from './small-files';

export { reasonOf };

/** The largest document that is read, in bytes: a thousand times the largest real one. */
const LARGEST = 64 * MEGABYTE;

/**
 * A file as it lies on the disk. `exact` tells that writing the text back would give the same bytes; `why` is half a
 * sentence that begins with "it".
 */
export type DiskFile =
  | { readonly is: 'text'; readonly text: string; readonly bom: boolean; readonly exact: boolean }
  | { readonly is: 'binary'; readonly why: string }
  | { readonly is: 'unreadable'; readonly why: string };

/** Reads files of the local disk, for URIs of the scheme `file`. */
export function nodeFiles(log: Log): Files {
  return {
    async list(folder, exclude) {
      const root = pathOf(folder);
      if (root === null) return [];
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
    async listForms(folder) {
      const root = pathOf(folder);
      if (root === null) return [];
      const below = formFilesIn(root).map((name) => `${issueFormFolder}/${name}`);
      return below.map((relative) => ({ uri: URI.file(path.join(root, relative)).toString(), path: relative }));
    },
    async read(uri, inside): Promise<FileContent> {
      const [file, folder] = [pathOf(uri), pathOf(inside)];
      if (file === null || folder === null) return { is: 'unreadable', why: noAddress };
      return decode(await readRegular(file, { most: LARGEST, inside: folder }));
    },
    async readSmall(uri, inside) {
      const [file, folder] = [pathOf(uri), pathOf(inside)];
      return file === null || folder === null ? { is: 'missing' } : readSmallFile(file, folder);
    },
  };
}

const noAddress = 'it has an address that is none';

/** Null for what is no URI. */
function pathOf(uri: string): string | null {
  return parsedUri(uri)?.fsPath ?? null;
}

/**
 * What a walk tells of, by its path below the root with `/` between the parts: files, and what it cannot look into, which
 * is a folder, or what has the name of a proposals file and is none in this folder.
 */
export interface Walker {
  file(relative: string): void;
  unreadable(relative: string, why: string): void;
  /** The exclusions; by default only dependency folders. */
  readonly exclude?: ExcludePredicate;
  /** Whether to pass over a file or a folder with everything in it. */
  ignores?(relative: string, isFolder: boolean): boolean;
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
      if (walker.ignores?.(below, entry.isDirectory())) continue;
      if (entry.isDirectory()) await visit(below);
      if (!entry.name.toLowerCase().endsWith('.md')) continue;
      const full = path.join(root, below);
      const why = entry.isFile() ? null : entry.isSymbolicLink() ? await whyNotFollowed(real, full) : notRegular;
      if (why === null) walker.file(below);
      // A person must know that a file with this name was skipped.
      else if (!entry.isDirectory() && isProposalsPath(slashes(path.resolve(full)))) walker.unreadable(below, why);
    }
  };
  await visit('');
}

/**
 * Never rejects. A file with a NUL byte at its beginning is binary; other bytes that are no UTF-8 are replaced. What is
 * no regular file, or larger than any document, is unreadable. UTF-16 is binary, too.
 */
export async function readFile(file: string): Promise<DiskFile> {
  return decode(await readRegular(file, { most: LARGEST }));
}

/** The same at once, for a process that has nothing else to do meanwhile. `inside` is a folder that it has to lie in. */
export function readFileNow(file: string, inside?: string): DiskFile {
  return decode(readRegularNow(file, { most: LARGEST, inside }));
}

/** All of standard input, like a file. Never rejects. */
export async function readStdin(): Promise<DiskFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > LARGEST) return { is: 'unreadable', why: `it is larger than ${LARGEST / MEGABYTE} MB` };
    }
  } catch (error) {
    return { is: 'unreadable', why: reasonOf(error) };
  }
  return decode({ is: 'bytes', bytes: Buffer.concat(chunks) });
}

function decode(content: Bytes): DiskFile {
  if (content.is !== 'bytes') return { is: 'unreadable', why: content.why };
  const { bytes } = content;
  if (isUtf16(bytes)) return { is: 'binary', why: 'it is written in UTF-16' };
  if (bytes.subarray(0, 8192).includes(0)) return { is: 'binary', why: 'it is no text: there is a NUL byte in it' };
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  // We replace invalid UTF-8, because a person can still read the rest.
  return { is: 'text', text: bytes.toString('utf8', bom ? 3 : 0), bom, exact: isUtf8(bytes) };
}

/** By its byte order mark: no UTF-8 begins so, and UTF-16 of other letters than ours has no NUL bytes in it. */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Half a sentence; null where a link leads to a file below the folder with the path `real`. */
async function whyNotFollowed(real: string, link: string): Promise<string | null> {
  try {
    const target = await fs.realpath(link);
    if (!isBelow(real, target)) return outside;
    return (await fs.stat(target)).isFile() ? null : notRegular;
  } catch {
    return 'it is a link that leads to nothing';
  }
}

/** Whether to ignore this error of listing a folder: it is a file, or it was removed in the meantime. */
function isNoFolder(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
