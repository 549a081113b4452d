import * as vscode from 'vscode';
import { isServed } from '../../../server/src/recognize';
import type { PlainTreeView } from '../ui/surfaces';
import type { Branch } from './branch';
import type { Choice } from './choice';
import type { OutlineProvider } from './provider';

/** How long the caret has to rest before the view goes along, in milliseconds. */
const REST = 250;

/** Selects in the view what the caret stands in, while the view is shown and the person wants it to follow. */
export function followEditor(
  view: PlainTreeView<Branch>,
  provider: OutlineProvider,
  choice: Choice,
): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const follow = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !view.visible || !choice.now.follow) return;
    const { document, selection } = editor;
    if (document.languageId !== 'markdown' || !isServed(document.uri.toString())) return;
    const branch = await provider.branchAt(document.uri, selection.active);
    if (!branch || isSelected(view, branch)) return;
    try {
      await view.reveal(branch, { select: true, focus: false });
    } catch {
      // The view shows something else by now: the next rest of the caret will find it.
    }
  };
  const soon = () => {
    clearTimeout(resting);
    resting = setTimeout(() => void follow(), REST);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.window.onDidChangeTextEditorSelection(soon),
    view.onDidChangeVisibility(soon),
    choice.onDidChange(soon),
    { dispose: () => clearTimeout(resting) },
  );
}

/** Whoever has clicked on a field of a proposal is in that proposal already. */
function isSelected({ selection }: PlainTreeView<Branch>, { wire }: Branch): boolean {
  return selection.some(({ wire: { id } }) => id === wire.id || id.startsWith(`${wire.id}\n`));
}
