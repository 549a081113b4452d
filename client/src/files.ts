/** VS Code's file system for the server, which cannot see virtual workspaces itself. */
import * as vscode from 'vscode';
import type { WireFile } from '../../server/src/protocol/files';
import type { FileMemory } from './file-memory';

/** The URIs of the Markdown files in a folder, without those that the person's settings hide. */
export async function listFiles(params: unknown): Promise<string[]> {
  const { folder } = (params ?? {}) as Record<string, unknown>;
  if (typeof folder !== 'string') return [];
  const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder), '**/*.md');
  const files = await vscode.workspace.findFiles(pattern, '**/{.git,node_modules}/**');
  return files.map((uri) => uri.toString());
}

/**
 * Never rejects. A file with a NUL byte at its beginning is binary. What has been fetched before, and has the same time
 * and size now, comes out of `memory`.
 */
export async function readFile(params: unknown, memory: FileMemory): Promise<WireFile> {
  const { uri } = (params ?? {}) as Record<string, unknown>;
  if (typeof uri !== 'string') return { is: 'unreadable', why: 'The request names no file.' };
  try {
    const file = vscode.Uri.parse(uri);
    const stamp = await vscode.workspace.fs.stat(file);
    const kept = await memory.get(uri, stamp);
    if (kept !== null) return { is: 'text', text: kept };
    const bytes = await vscode.workspace.fs.readFile(file);
    if (bytes.subarray(0, 8192).includes(0)) return { is: 'binary' };
    const text = new TextDecoder().decode(bytes);
    await memory.put(uri, stamp, text);
    return { is: 'text', text };
  } catch (error) {
    return { is: 'unreadable', why: error instanceof Error ? error.message : String(error) };
  }
}
