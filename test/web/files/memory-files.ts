import * as vscode from 'vscode';

/** Not now: what is asked of it after a reload has the same time as before. */
const WRITTEN = Date.UTC(2026, 0, 1);

interface Entry {
  readonly type: vscode.FileType;
  readonly ctime: number;
  readonly mtime: number;
  readonly content: Uint8Array;
}

/** Files by their absolute paths. Folders are there by themselves. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly entries = new Map<string, Entry>([['/', folder(WRITTEN)]]);
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  /** The paths of all files and folders that have been read, in order. */
  readonly reads: string[] = [];
  /** What listing a folder waits for, as on a slow network. */
  ready: Promise<void> = Promise.resolve();

  constructor(files: readonly (readonly [string, string])[]) {
    for (const [path, text] of files) this.put(path, new TextEncoder().encode(text), WRITTEN);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const { type, ctime, mtime, content } = this.at(path);
    return { type, ctime, mtime, size: content.length };
  }

  async readDirectory({ path }: vscode.Uri): Promise<[string, vscode.FileType][]> {
    if (this.at(path).type !== vscode.FileType.Directory) throw vscode.FileSystemError.FileNotADirectory(path);
    this.reads.push(path);
    await this.ready;
    const names = [...this.entries].filter(([each]) => each !== '/' && parentOf(each) === path);
    return names.map(([each, { type }]) => [each.slice(each.lastIndexOf('/') + 1), type]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const { type, content } = this.at(path);
    if (type !== vscode.FileType.File) throw vscode.FileSystemError.FileIsADirectory(path);
    this.reads.push(path);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const isNew = !this.entries.has(uri.path);
    this.put(uri.path, content, Date.now());
    this.tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
  }

  createDirectory(uri: vscode.Uri): void {
    this.putFolders(uri.path, Date.now());
    this.tell(vscode.FileChangeType.Created, uri);
  }

  delete(uri: vscode.Uri): void {
    this.at(uri.path);
    for (const path of this.within(uri.path)) this.entries.delete(path);
    this.tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.at(from.path);
    this.putFolders(parentOf(to.path), Date.now());
    for (const path of this.within(from.path)) {
      this.entries.set(to.path + path.slice(from.path.length), this.at(path));
      this.entries.delete(path);
    }
    this.tell(vscode.FileChangeType.Deleted, from);
    this.tell(vscode.FileChangeType.Created, to);
  }

  private at(path: string): Entry {
    const entry = this.entries.get(path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(path);
    return entry;
  }

  private within(path: string): string[] {
    return [...this.entries.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
  }

  private put(path: string, content: Uint8Array, now: number): void {
    this.putFolders(parentOf(path), now);
    const { ctime = now } = this.entries.get(path) ?? {};
    // Two versions of a file never have the same time.
    const mtime = Math.max(now, (this.entries.get(path)?.mtime ?? 0) + 1);
    this.entries.set(path, { type: vscode.FileType.File, ctime, mtime, content });
  }

  private putFolders(path: string, now: number): void {
    if (this.entries.has(path)) return;
    this.putFolders(parentOf(path), now);
    this.entries.set(path, folder(now));
  }

  /** Like a file system that watches: of a folder it tells, and not of what is in it. */
  private tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
    this.changes.fire([{ type, uri }]);
  }
}

function folder(now: number): Entry {
  return { type: vscode.FileType.Directory, ctime: now, mtime: now, content: new Uint8Array() };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
