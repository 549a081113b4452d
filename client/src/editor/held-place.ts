import * as vscode from 'vscode';
import { movedBy } from './moved-offset';

/** An edit of ours that is being made. */
let own: { readonly offset: number; readonly text: string } | null = null;

/**
 * A place in a document, whatever happens until we get to it: VS Code does not wait for us before it takes the next keys.
 * What is typed exactly there comes behind the place, and what we put there ourselves comes before it.
 */
export class HeldPlace implements vscode.Disposable {
  private readonly following: vscode.Disposable;

  constructor(
    private readonly document: vscode.TextDocument,
    private offset: number,
  ) {
    this.following = vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document) return;
      for (const change of contentChanges) {
        const isOwn = own !== null && own.offset === change.rangeOffset && own.text === change.text;
        this.offset = movedBy(this.offset, change, isOwn);
      }
    });
  }

  get position(): vscode.Position {
    return this.document.positionAt(this.offset);
  }

  dispose(): void {
    this.following.dispose();
  }
}

/**
 * Replaces a range, as a part of what has been typed before. False if keys came in between: then nothing has
 * changed, and places have moved.
 */
export async function replaceAt(editor: vscode.TextEditor, range: vscode.Range, text: string): Promise<boolean> {
  own = { offset: editor.document.offsetAt(range.start), text };
  try {
    return await editor.edit((edit) => edit.replace(range, text), { undoStopBefore: false, undoStopAfter: false });
  } finally {
    own = null;
  }
}
