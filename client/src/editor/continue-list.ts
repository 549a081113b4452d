import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import { firstMentorItemBelow, mentorItemAt } from './list-item';
import { setting } from './settings';

const context = 'mentorshipProposals.inMentorItem';

/**
 * Enter in a list of mentors begins the next entry and offers people; on an empty entry it ends the list. Behind the label
 * it goes to the entry that waits below, or begins the first one. VS Code asks a context key which command Enter runs, so
 * the key follows the caret.
 */
export function registerContinueList(register: Register): vscode.Disposable {
  let isSet = false;
  const follow = (editor: vscode.TextEditor | undefined) => {
    const is = editor !== undefined && itemAt(editor) !== null;
    if (is === isSet) return;
    isSet = is;
    void vscode.commands.executeCommand('setContext', context, is);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(follow),
    register('continueList', continueList),
  );
}

/** The entry in which the caret is the only one, and at the end of the line; or the one below the label it is at. */
function itemAt({ document, selections }: vscode.TextEditor) {
  const [selection, ...others] = selections;
  if (document.languageId !== 'markdown' || !selection?.isEmpty || others.length > 0) return null;
  const { line, character } = selection.active;
  if (document.lineAt(line).text.slice(character).trim() !== '' || setting('continueLists') === 'off') return null;
  const lineAt = (at: number) => (at < document.lineCount ? document.lineAt(at).text : '');
  const below = firstMentorItemBelow(lineAt, line);
  const item = below ?? mentorItemAt(lineAt, line);
  return item && { ...item, isBelow: below !== null };
}

async function continueList(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const item = editor && itemAt(editor);
  // The caret may have moved since the key was asked for.
  if (!editor || !item) return void (await vscode.commands.executeCommand('type', { text: '\n' }));
  const { line } = editor.selection.active;
  const { range } = editor.document.lineAt(line);
  if (item.isEmpty && item.isBelow) {
    const waiting = editor.document.lineAt(line + 1).range;
    await editor.edit((edit) => edit.replace(waiting, item.prefix));
    const end = new vscode.Position(line + 1, item.prefix.length);
    editor.selection = new vscode.Selection(end, end);
  } else {
    await editor.edit((edit) => {
      if (item.isEmpty) edit.delete(range);
      else edit.insert(range.end, `\n${item.prefix}`);
    });
  }
  if (!item.isEmpty || item.isBelow) await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
