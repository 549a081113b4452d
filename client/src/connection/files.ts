/** VS Code's file system for the server, which cannot see virtual workspaces itself. */
import * as vscode from 'vscode';
import type { WireFile } from '../../../server/src/protocol/files';
import { isIssueForm, isMarkdown, issueFormFolder } from '../../../server/src/recognize';
import type { FileMemory } from './file-cache';

/** The URIs of the issue forms of a folder, or of its Markdown files, without those that the person's settings hide. */
export async function listFiles(params: unknown): Promise<string[]> {
  const { folder, forms } = (params ?? {}) as Record<string, unknown>;
  if (typeof folder !== 'string') return [];
  const root = vscode.Uri.parse(folder);
  if (forms === true) return formsIn(root);
  const files = isSearchable(root) ? await search(root) : await searchedOrWalked(root);
  return files.map((uri) => uri.toString());
}

async function formsIn(root: vscode.Uri): Promise<string[]> {
  const folder = vscode.Uri.joinPath(root, issueFormFolder);
  const entries = await vscode.workspace.fs.readDirectory(folder).then(
    (read) => read,
    () => [],
  );
  const names = entries.filter(([name, type]) => type === vscode.FileType.File && isIssueForm(name));
  return names.map(([name]) => vscode.Uri.joinPath(folder, name).toString()).sort();
}

/** Whether VS Code can search there. Not every virtual file system has a provider for that. */
function isSearchable({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === 'vscode-remote';
}

/** How long a search of a virtual file system is waited for before its folders are read, too, in milliseconds. */
const HEAD_START = 500;

/** The files by VS Code's search, or by reading the folders. Without a provider a search finds nothing, if it answers at all. */
async function searchedOrWalked(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const calling = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<readonly vscode.Uri[]>((resolve, reject) => {
      const walk = () => void walked(root, calling.token).then(resolve, reject);
      timer = setTimeout(walk, HEAD_START);
      search(root, calling.token).then(
        (files) => {
          if (files.length > 0) resolve(files);
        },
        () => {},
      );
    });
  } finally {
    clearTimeout(timer);
    calling.cancel();
    calling.dispose();
  }
}

function search(root: vscode.Uri, token?: vscode.CancellationToken): Thenable<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(root, '**/*.md');
  return vscode.workspace.findFiles(pattern, '**/{.git,node_modules}/**', undefined, token);
}

/** How many folders are read at most, level by level. */
const MOST_FOLDERS = 2_000;

/** The files by reading the folders. Links are not followed, and folders that cannot be read are passed over. */
async function walked(root: vscode.Uri, token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [root];
  for (let next = 0; next < Math.min(folders.length, MOST_FOLDERS); next++) {
    if (token.isCancellationRequested) break;
    const folder = folders[next] as vscode.Uri;
    const entries = await vscode.workspace.fs.readDirectory(folder).then(
      (read) => read,
      () => [],
    );
    for (const [name, type] of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) folders.push(uri);
      else if (type === vscode.FileType.File && isMarkdown(name)) files.push(uri);
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
    return await memory.once(`${small === true} ${uri}`, stat, async () => {
      const bytes = await vscode.workspace.fs.readFile(file);
      // Not every file system reports the size.
      if (bytes.length > mostOf(small === true)) return tooLarge(small === true);
      if (bytes.subarray(0, 8192).includes(0)) return { is: 'binary' };
      const text = new TextDecoder('utf-8', { fatal: small === true }).decode(bytes);
      await memory.put(uri, stat, text, era);
      return { is: 'text', text };
    });
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
