import * as vscode from 'vscode';
import type { WirePlace } from '../../../server/src/protocol/place';
import { l10n } from '../ui/l10n';
import { showWarning } from '../ui/surfaces';

/** How long a person has to rest on a place before it is shown, in milliseconds: nobody reads what they pass by. */
const REST = 80;

/** Shows places while a person moves among them, and knows the way back to where they were. */
export class Preview {
  private readonly origin = originOf(vscode.window.activeTextEditor);
  private readonly tabsBefore = new Set(textTabs().map(keyOf));
  private readonly shown = new Set<string>();
  private resting: ReturnType<typeof setTimeout> | undefined;
  private opening: Promise<unknown> = Promise.resolve();

  /** Shows a place; the keys stay where they are. */
  show(place: WirePlace): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.open(place, true), REST);
  }

  /** Goes to a place for good. */
  async keep(place: WirePlace): Promise<void> {
    clearTimeout(this.resting);
    this.open(place, false);
    await this.opening;
  }

  /** Goes back to where the person was, and closes what was only shown. */
  async back(): Promise<void> {
    clearTimeout(this.resting);
    await this.opening;
    if (this.shown.size === 0) return;
    await this.showOrigin();
    const tabs = textTabs().filter((tab) => this.shown.has(uriOf(tab)) && !this.tabsBefore.has(keyOf(tab)));
    await vscode.window.tabGroups.close(
      tabs.filter(({ isDirty }) => !isDirty),
      true,
    );
  }

  private open({ uri, range: { start, end } }: WirePlace, preserveFocus: boolean): void {
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const viewColumn = this.origin?.viewColumn ?? vscode.ViewColumn.Active;
    const target = vscode.Uri.parse(uri);
    // One after the other: the last one asked for is the one that stays.
    this.opening = this.opening.then(async () => {
      if (!(await isThere(target))) {
        // Whoever only passes by a file that has gone meanwhile need not be told.
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
 * Opens an editor by VS Code's own command: a document that an extension has opened stays open for minutes after its
 * editor has been closed, and counts as open for us and for everybody else. Never rejects.
 */
async function openEditor(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    await vscode.commands.executeCommand('vscode.open', uri, options);
  } catch {
    // VS Code says in the editor's place why it cannot be shown.
  }
}

/** Whether there is something to show: a document that is open need not be on a disk. */
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
