import * as vscode from 'vscode';
import { HeldPlace, replaceAt } from './held-place';
import { firstMentorItemBelow, type ListItem, mentorItemAt } from './list-item';
import { setting } from './settings';

/** How often an edit is tried again because somebody types faster than VS Code tells us. */
const TRIES = 50;

/**
 * Enter in a list of mentors begins the next entry and offers people; on an empty entry it ends the list. Behind the label
 * it goes to the entry that waits below, or begins the first one.
 *
 * Enter itself is VS Code's: it takes the next keys before we could answer, and they have to come behind the new line. So
 * we add to that line what belongs there, wherever the caret is by then.
 */
export function registerContinueList(log: vscode.LogOutputChannel): vscode.Disposable {
  // One Enter after another, because the second one may end the list that the first one has continued.
  let turn: Promise<void> = Promise.resolve();
  return vscode.workspace.onDidChangeTextDocument((event) => {
    const enter = enterOf(event);
    if (!enter) return;
    turn = turn
      .then(() => continueAfter(enter))
      .catch((error) => log.error(`A list could not be continued: ${error}`))
      .finally(() => enter.dispose());
  });
}

/** A line break that a person has typed at the end of a line. */
interface Enter extends vscode.Disposable {
  readonly editor: vscode.TextEditor;
  readonly before: HeldPlace;
  /** Behind the break and the indentation that VS Code gives the new line. */
  readonly behind: HeldPlace;
}

function enterOf({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Enter | null {
  const editor = vscode.window.activeTextEditor;
  const [change, ...others] = contentChanges;
  if (!change || reason !== undefined || editor?.document !== document) return null;
  if (document.languageId !== 'markdown' || editor.selections.length > 1 || setting('continueLists') === 'off')
    return null;
  if (change.rangeLength > 0 || !/^\r?\n[ \t]*$/.test(change.text)) return null;
  // Of a line that has nothing but blanks, VS Code takes these away.
  const isOfBlanks = others.every(
    (each) => each.text === '' && each.rangeOffset + each.rangeLength === change.rangeOffset,
  );
  if (others.length > 1 || !isOfBlanks) return null;
  const start = change.rangeOffset - (others[0]?.rangeLength ?? 0);
  const end = document.positionAt(start + change.text.length);
  if (document.lineAt(end).text.slice(end.character).trim() !== '') return null;
  const before = new HeldPlace(document, start);
  const behind = new HeldPlace(document, start + change.text.length);
  return { editor, before, behind, dispose: () => vscode.Disposable.from(before, behind).dispose() };
}

async function continueAfter({ editor, before, behind }: Enter): Promise<void> {
  for (let time = 0; time < TRIES; time++) {
    const [from, to] = [before.position, behind.position];
    if (to.line !== from.line + 1) return;
    const item = itemBefore(editor.document, from);
    if (!item) return;
    if (!(await finish(editor, from, to, item))) continue;
    const isOver = item.isEmpty && !item.isBelow;
    // Who has typed on gets suggestions anyway.
    const isThere = editor === vscode.window.activeTextEditor && editor.selection.active.isEqual(behind.position);
    if (!isOver && isThere) await vscode.commands.executeCommand('editor.action.triggerSuggest');
    return;
  }
}

interface ItemBefore extends ListItem {
  /** Whether it is the entry below the label that ends before the break. */
  readonly isBelow: boolean;
}

/** The entry that ended where the line was broken, or the first one below the label there. */
function itemBefore(document: vscode.TextDocument, { line, character }: vscode.Position): ItemBefore | null {
  const lineAt = (at: number) => {
    // The new line was not there.
    const own = at > line ? at + 1 : at;
    const text = own < document.lineCount ? document.lineAt(own).text : '';
    return at === line ? text.slice(0, character) : text;
  };
  const below = firstMentorItemBelow(lineAt, line);
  const item = below ?? mentorItemAt(lineAt, line);
  return item && { ...item, isBelow: below !== null };
}

/** Makes of the new line what it should be. False if keys came in between, and nothing has changed. */
async function finish(
  editor: vscode.TextEditor,
  from: vscode.Position,
  to: vscode.Position,
  { prefix, isEmpty, isBelow }: ItemBefore,
): Promise<boolean> {
  const { document } = editor;
  const newLine = document.lineAt(to).range;
  if (!isEmpty) return replaceAt(editor, new vscode.Range(newLine.start, to), prefix);
  if (!isBelow) return replaceAt(editor, new vscode.Range(from.with({ character: 0 }), to), '');
  // What has been typed since belongs to the entry that waits.
  const waiting = document.lineAt(to.line + 1).range;
  const entry = prefix + document.getText(new vscode.Range(to, newLine.end));
  if (!(await replaceAt(editor, new vscode.Range(newLine.start, waiting.end), entry))) return false;
  const end = newLine.start.translate(0, entry.length);
  editor.selection = new vscode.Selection(end, end);
  return true;
}
