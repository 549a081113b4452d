import * as vscode from 'vscode';
import type { WirePlace } from '../../../server/src/protocol/place';

/** The server's edits for one version of a document. */
export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly { readonly range: WirePlace['range']; readonly text: string }[];
}

/** Applies edits only to the version that they are for. Returns whether they were applied. */
export async function applyEdits(document: vscode.TextDocument, { version, edits }: VersionedEdits): Promise<boolean> {
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), text);
  }
  return vscode.workspace.applyEdit(edit);
}
