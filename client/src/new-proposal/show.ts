/** Shows a proposal that has just been written. */
import * as vscode from 'vscode';
import type { WirePosition } from '../../../server/src/protocol/place';

/** Shows a text as an unsaved document. */
export async function showDraft(text: string, caret: WirePosition): Promise<void> {
  await showAt(await vscode.workspace.openTextDocument({ language: 'markdown', content: text }), caret);
}

/** Shows a document with the caret at a place. It is there with opening, because keys may come at once. */
export async function showAt(document: vscode.TextDocument, { line, character }: WirePosition): Promise<void> {
  const caret = new vscode.Position(line, character);
  const selection = new vscode.Range(caret, caret);
  const editor = await vscode.window.showTextDocument(document, { preview: false, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
