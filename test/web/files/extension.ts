/** A virtual file system with the files of the host's folder, as a browser has one instead of a disk. */
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files';

const scheme = 'vscode-test-web';

/** What the extension gives to tests. */
export interface FilesApi {
  readonly files: MemoryFiles;
}

export async function activate(context: vscode.ExtensionContext): Promise<FilesApi> {
  const response = await fetch(context.extensionUri.with({ path: '/files.json' }).toString());
  const texts: Record<string, string> = await response.json();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.path ?? '';
  // A folder that is called so can only be read. There the projects are out of order.
  const isReadonly = folder === '/read-only';
  const contents = Object.entries(texts).map(([path, text]): [string, string] => {
    return [`${folder}/${path}`, isReadonly ? text.replace('### Harbor', '### Zot') : text];
  });
  const files = new MemoryFiles(contents);
  const options = { isCaseSensitive: true, isReadonly };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, files, options));
  return { files };
}
