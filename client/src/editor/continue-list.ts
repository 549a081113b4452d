import * as vscode from 'vscode';
import type { Register } from '../commands/error-boundary';
import { mentorItemAt } from './list-item';
import { setting } from './settings';

const context = 'mentorshipProposals.inMentorItem';

/**
 * Enter in a list of mentors begins the next entry and offers people; on an empty entry it ends the list. VS Code asks a
 * context key which command Enter runs, so the key follows the caret.
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

/** The entry in which the caret is the only one, and at the end of the line. */
function itemAt({ document, selections }: vscode.TextEditor) {
  const [selection, ...others] = selections;
  if (document.languageId !== 'markdown' || !selection?.isEmpty || others.length > 0) return null;
  const { line, character } = selection.active;
  if (document.lineAt(line).text.slice(character).trim() !== '' || setting('continueLists') === 'off') return null;
  return mentorItemAt((at) => document.lineAt(at).text, line);
}

async function continueList(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const item = editor && itemAt(editor);
  // The caret may have moved since the key was asked for.
  if (!editor || !item) return void (await vscode.commands.executeCommand('type', { text: '\n' }));
  const { range } = editor.document.lineAt(editor.selection.active.line);
  await editor.edit((edit) => {
    if (item.isEmpty) edit.delete(range);
    else edit.insert(range.end, `\n${item.prefix}`);
  });
  if (!item.isEmpty) await vscode.commands.executeCommand('editor.action.triggerSuggest');
}
