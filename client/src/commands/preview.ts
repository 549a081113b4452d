import * as vscode from 'vscode';
import type { WirePlace } from '../../../server/src/protocol/place';
import { l10n } from '../ui/l10n';
import { showWarning } from '../ui/surfaces';
import { Newest } from './newest';

/** How long an item must be active before its place is shown, in milliseconds. */
const REST = 80;

/** Shows places while a person moves in a list, and can return to the original editor. */
export class Preview {
  private readonly origin = originOf(vscode.window.activeTextEditor);
  private readonly tabsBefore = new Set(textTabs().map(keyOf));
  private readonly shown = new Set<string>();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private readonly opening = new Newest();

  /** Shows a place without taking the focus. */
  show(place: WirePlace): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.open(place, true), REST);
  }

  /** Goes to a place and keeps it open. */
  async keep(place: WirePlace): Promise<void> {
    clearTimeout(this.resting);
    this.open(place, false);
    await this.opening.done;
  }

  /** Returns to the original editor and closes the editors that were only previews. */
  async back(): Promise<void> {
    clearTimeout(this.resting);
    await this.opening.done;
    if (this.shown.size === 0) return;
    await this.showOrigin();
    const tabs = textTabs().filter((tab) => this.shown.has(uriOf(tab)) && !this.tabsBefore.has(keyOf(tab)));
    await vscode.window.tabGroups.close(
      tabs.filter(({ isDirty }) => !isDirty),
      true,
    );
  }

  private open({ uri, range: { start, end } }: WirePlace, preserveFocus: boolean): void {
    // A preview selects what it shows. Who goes there gets a caret, because a key must not replace a title.
    const last = preserveFocus ? end : start;
    const selection = new vscode.Range(start.line, start.character, last.line, last.character);
    const viewColumn = this.origin?.viewColumn ?? vscode.ViewColumn.Active;
    const target = vscode.Uri.parse(uri);
    // A large file takes a while: places that the person has passed since are not opened.
    this.opening.run(async () => {
      if (!(await isThere(target))) {
        // A deleted file needs no message during a preview.
        if (!preserveFocus) void showWarning(l10n.t('The file no longer exists.'));
        return;
      }
      this.shown.add(target.toString());
      await openEditor(target, { viewColumn, preserveFocus, selection });
    });
  }

  private async showOrigin(): Promise<void> {
    if (!this.origin) return;
    const { uri, viewColumn, isPreview, selections, top } = this.origin;
    await openEditor(uri, { viewColumn, preview: isPreview });
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.toString() !== uri.toString()) return;
    editor.selections = selections;
    if (top) editor.revealRange(top, vscode.TextEditorRevealType.AtTop);
  }
}

/**
 * Opens an editor with VS Code's own command, because a document opened by an extension stays open for minutes after
 * its editor is closed. Never rejects.
 */
async function openEditor(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.commands.executeCommand('vscode.open', uri, options);
  } catch {
    // VS Code shows the reason in the editor.
  }
}

/** Whether the document exists. An open document need not be on disk. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function originOf(editor: vscode.TextEditor | undefined) {
  if (!editor) return null;
  const { document, viewColumn, selections, visibleRanges } = editor;
  const { uri } = document;
  const tab = textTabs().find((each) => uriOf(each) === uri.toString() && each.isActive);
  return {
    uri,
    viewColumn: viewColumn ?? vscode.ViewColumn.Active,
    isPreview: tab?.isPreview ?? false,
    selections,
    top: visibleRanges[0],
  };
}

function textTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => uriOf(tab) !== '');
}

function uriOf({ input }: vscode.Tab): string {
  return input instanceof vscode.TabInputText ? input.uri.toString() : '';
}

function keyOf(tab: vscode.Tab): string {
  return `${tab.group.viewColumn} ${uriOf(tab)}`;
}
