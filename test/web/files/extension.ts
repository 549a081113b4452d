/** A virtual file system with the sample workspace, as a browser has one instead of a disk. */
import * as vscode from 'vscode';

/** The files by path, put in by the build. */
declare const SAMPLE: Readonly<Record<string, string>>;

const scheme = 'vscode-test-web';

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>(
    Object.entries(SAMPLE).map(([path, text]) => [`/mentoring/${path}`, new TextEncoder().encode(text)]),
  );
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.files.get(path);
    if (!file && !this.isFolder(path)) throw vscode.FileSystemError.FileNotFound(path);
    const type = file ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const below = [...this.files.keys()].filter((each) => each.startsWith(`${path}/`));
    const names = new Map(
      below.map((each) => each.slice(path.length + 1).split('/')).map(([name = '', ...rest]) => [name, rest]),
    );
    return [...names].map(([name, rest]) => [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.files.set(uri.path, content);
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  createDirectory(): void {}

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  private isFolder(path: string): boolean {
    return [...this.files.keys()].some((each) => each.startsWith(`${path}/`)) || path === '/';
  }
}

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, new MemoryFiles()));
}
