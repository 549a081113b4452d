/** A place for what the server keeps from run to run: files of the extension's own, which a browser has as well. */
import * as vscode from 'vscode';

const MAX_LENGTH = 4 * 1024 * 1024;

/** The same in bytes: a character has three at most. */
const MAX_BYTES = 3 * MAX_LENGTH;

export class ServerStorage {
  constructor(private readonly folder: vscode.Uri) {}

  /** Null where nothing was kept. Never rejects; `params` is a stranger's data. */
  async read(params: unknown): Promise<string | null> {
    const file = this.fileIn(params);
    if (!file) return null;
    try {
      const { type, size } = await vscode.workspace.fs.stat(file);
      if (type !== vscode.FileType.File || size > MAX_BYTES) return null;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      // There is none yet.
      return null;
    }
  }

  /** Never rejects: what cannot be kept is asked for again some day. */
  async write(params: unknown): Promise<null> {
    const { text } = (params ?? {}) as Record<string, unknown>;
    const file = this.fileIn(params);
    if (!file || typeof text !== 'string' || text.length > MAX_LENGTH) return null;
    try {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    } catch {
      // A full or a read-only disk is no reason to bother anybody.
    }
    return null;
  }

  private fileIn(params: unknown): vscode.Uri | null {
    const { name } = (params ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string' || !/^[a-z-]{1,40}$/.test(name)) return null;
    return vscode.Uri.joinPath(this.folder, `${name}.json`);
  }
}
