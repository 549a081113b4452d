import * as vscode from 'vscode';
import type { CaretParams } from '../../../server/src/protocol/caret';
import { isServed } from '../../../server/src/recognize';

/** How long the caret must rest before the server is notified, in milliseconds. */
const REST = 150;

/** Calls `say` with the caret's position in served documents, after it has come to rest. */
export function followCaret(say: (params: CaretParams) => void): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const moved = (editor: vscode.TextEditor | undefined) => {
    if (!editor) return;
    const { document, selection } = editor;
    const uri = document.uri.toString();
    if (document.languageId !== 'markdown' || !isServed(uri)) return;
    const { line, character } = selection.active;
    clearTimeout(resting);
    resting = setTimeout(() => say({ uri, position: { line, character } }), REST);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => moved(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(moved),
    { dispose: () => clearTimeout(resting) },
  );
}
