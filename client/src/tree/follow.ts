import * as vscode from 'vscode';
import { isServed } from '../../../server/src/recognize';
import type { PlainTreeView } from '../ui/surfaces';
import type { Branch } from './branch';
import type { Choice } from './choice';
import type { OutlineProvider } from './provider';

/** How long the caret must rest before the view follows, in milliseconds. */
const REST = 250;

/** How often a branch is selected again that a refresh of the view has kept from being selected. */
const TRIES = 8;

/** Selects the branch at the caret, while the view is visible and following is on. */
export function followEditor(
  view: PlainTreeView<Branch>,
  provider: OutlineProvider,
  choice: Choice,
): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const follow = async (tries: number) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !view.visible || !choice.now.follow) return;
    const { document, selection } = editor;
    if (document.languageId !== 'markdown' || !isServed(document.uri.toString())) return;
    const branch = await provider.branchAt(document.uri, selection.active);
    if (!branch || isSelected(view, branch)) return;
    try {
      await view.reveal(branch, { select: true, focus: false });
    } catch {
      // The view has changed meanwhile, so the branch is not selected.
    }
    if (tries > 1) soon(tries - 1);
  };
  // A caret that rests causes no other event, so each selection is checked once it has had time to arrive.
  const soon = (tries: number) => {
    clearTimeout(resting);
    resting = setTimeout(() => void follow(tries), REST);
  };
  const start = () => soon(TRIES);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(start),
    vscode.window.onDidChangeTextEditorSelection(start),
    view.onDidChangeVisibility(start),
    choice.onDidChange(start),
    { dispose: () => clearTimeout(resting) },
  );
}

/** A field of the proposal that is selected already needs no other selection. */
function isSelected({ selection }: PlainTreeView<Branch>, { wire }: Branch): boolean {
  return selection.some(({ wire: { id } }) => id === wire.id || id.startsWith(`${wire.id}\n`));
}
