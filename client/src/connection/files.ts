/** VS Code's file system for the server, which cannot see virtual workspaces itself. */
import * as vscode from 'vscode';
import type { WireFile } from '../../../server/src/protocol/files';
import type { FileMemory } from './file-cache';

/** The URIs of the Markdown files in a folder, without those that the person's settings hide. */
export async function listFiles(params: unknown): Promise<string[]> {
  const { folder } = (params ?? {}) as Record<string, unknown>;
  if (typeof folder !== 'string') return [];
  const root = vscode.Uri.parse(folder);
  const found = await searched(root);
  // Without a provider a search finds nothing, if it answers at all.
  const files = found.length > 0 || isSearchable(root) ? found : await walked(root);
  return files.map((uri) => uri.toString());
}

/** How long a search of a virtual file system may take, in milliseconds. */
const SEARCH_TIME = 3_000;

/** Whether VS Code can search there. Not every virtual file system has a provider for that. */
function isSearchable({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** The files by VS Code's search. None if it does not answer in time, because it waits for a provider. */
async function searched(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(root, '**/*.md');
  const calling = new vscode.CancellationTokenSource();
  const search = vscode.workspace.findFiles(pattern, '**/{.git,node_modules}/**', undefined, calling.token);
  if (isSearchable(root)) return search;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), SEARCH_TIME);
  });
  const files = await Promise.race([search, late]);
  clearTimeout(timer);
  if (files === null) calling.cancel();
  calling.dispose();
  return files ?? [];
}

/** How many folders are read at most, level by level. */
const MOST_FOLDERS = 2_000;

/** The files by reading the folders. Links are not followed, and folders that cannot be read are passed over. */
async function walked(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [root];
  for (let next = 0; next < Math.min(folders.length, MOST_FOLDERS); next++) {
    const folder = folders[next] as vscode.Uri;
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (read) => read,
      () => [],
    );
    for (const [name, type] of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) folders.push(uri);
      else if (type === vscode.FileType.File && /\.md$/i.test(name)) files.push(uri);
    }
  }
  return files;
}

/** The largest document and the largest small file, in bytes, as in the adapter for the disk. */
const LARGEST = 64 * 1024 * 1024;
const LARGEST_SMALL = 1024 * 1024;

/**
 * Reads a regular file of limited size. A file with a NUL byte at its start is binary. A file with the same time and
 * size as before comes from the cache. Never rejects.
 */
export async function readFile(params: unknown, memory: FileMemory): Promise<WireFile> {
  const { uri, small } = (params ?? {}) as Record<string, unknown>;
  if (typeof uri !== 'string') return { is: 'unreadable', why: 'The request names no file.' };
  try {
    const file = vscode.Uri.parse(uri);
    const { era } = memory;
    const stat = await vscode.workspace.fs.stat(file);
    const refused = refusal(stat, small === true);
    if (refused) return refused;
    const kept = await memory.get(uri, stat);
    if (kept !== null) return { is: 'text', text: kept };
    const bytes = await vscode.workspace.fs.readFile(file);
    // Not every file system reports the size.
    if (bytes.length > mostOf(small === true)) return tooLarge(small === true);
    if (bytes.subarray(0, 8192).includes(0)) return { is: 'binary' };
    const text = new TextDecoder('utf-8', { fatal: small === true }).decode(bytes);
    await memory.put(uri, stat, text, era);
    return { is: 'text', text };
  } catch (error) {
    if (small !== true) return { is: 'unreadable', why: reasonOf(error) };
    if (error instanceof TypeError) return { is: 'unreadable', why: 'it is not UTF-8 text' };
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isMissing ? { is: 'missing' } : { is: 'unreadable', why: reasonOf(error) };
  }
}

function refusal({ type, size }: vscode.FileStat, small: boolean): WireFile | null {
  if ((type & vscode.FileType.File) === 0) {
    const why = 'it is not a regular file';
    return small ? { is: 'no-file', why } : { is: 'unreadable', why };
  }
  // Only the file system knows the target of a link.
  if (small && (type & vscode.FileType.SymbolicLink) !== 0) return { is: 'unreadable', why: 'it is a link' };
  return size > mostOf(small) ? tooLarge(small) : null;
}

function mostOf(small: boolean): number {
  return small ? LARGEST_SMALL : LARGEST;
}

function tooLarge(small: boolean): WireFile {
  return { is: 'unreadable', why: `it is larger than ${mostOf(small) / 1024 / 1024} MB` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
