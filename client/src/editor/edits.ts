import * as vscode from 'vscode';
import type { WirePlace } from '../../../server/src/protocol/place';

/** The server's edits for one version of a document. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
}

/**
 * Whether a file can only be read, as in some folders of a browser. VS Code would apply an edit to its document all the
 * same, and then could not save it. Never rejects.
 */
export async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  const { fs } = vscode.workspace;
  if (uri.scheme === 'untitled') return false;
  if (fs.isWritableFileSystem(uri.scheme) === false) return true;
  return fs.stat(uri).then(
    ({ permissions = 0 }) => (permissions & vscode.FilePermission.Readonly) !== 0,
    () => false,
  );
}

/** Applies edits only to the version that they are for, and to no file that can only be read. Returns whether they were applied. */
export async function applyEdits(document: vscode.TextDocument, { version, edits }: VersionedEdits): Promise<boolean> {
  if ((await isReadOnly(document.uri)) || document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), text);
  }
  return vscode.workspace.applyEdit(edit);
}
