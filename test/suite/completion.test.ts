/**
 * Completion as a person meets it in a real VS Code: keys are typed, the list comes by itself, one entry is taken. Where
 * quick suggestions are off, as in Markdown, VS Code asks nobody at the end of a word: the blank before it counts.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, open, rangeOf, revert, writeBehind } from './workspace';

const ada = 'Ada Example (@ada-example, ada@example.org)';
const incomplete = 'Sample traces for workshops';

suite('Completion', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;

  setup(async () => {
    editor = await open(drafts);
    document = editor.document;
  });
  teardown(revert);

  for (const [keys, entry] of [
    [' @gra', 'Grace Sample (@grace-sample, grace@example.org)'],
    [' linu', 'Linus Specimen (@linus-specimen, linus@example.org)'],
    [' plac', 'Mary Placeholder (@mary-placeholder, mary@example.org)'],
  ] as const) {
    test(`typing "-${keys}" below other mentors and accepting writes the whole entry`, async () => {
      await writeAndGo(rangeOf(document, ada, incomplete), '\n  -');
      await acceptTyped(keys);
      assert.equal(currentLine(), `  - ${entry}`);
    });
  }

  test('Enter begins the next mentor and offers people, and ends the list on an empty entry', async () => {
    const end = rangeOf(document, ada, incomplete).end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the next entry', () => currentLine() === '  - ');
    await acceptTyped('gra');
    assert.equal(currentLine(), '  - Grace Sample (@grace-sample, grace@example.org)');
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the next entry', () => currentLine() === '  - ');
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the end of the list', () => currentLine() === '');
    // One step takes back what one key has done.
    await vscode.commands.executeCommand('undo');
    assert.equal(currentLine(), '  - ');
  });

  test('in the middle of a word the rest of the entry is replaced', async () => {
    const caret = await writeBehind(editor, rangeOf(document, ada, incomplete), '\n  - @grumble - primary');
    editor.selection = caretAt(caret.translate(0, -'umble - primary'.length));
    await acceptTyped('a');
    assert.equal(currentLine(), '  - Grace Sample (@grace-sample, grace@example.org) - primary');
  });

  test('a label is completed with its colon', async () => {
    await writeAndGo(rangeOf(document, ada, incomplete), '\n-');
    await acceptTyped(' up');
    assert.equal(currentLine(), '- Upstream Issue: ');
  });

  test('a project heading is completed', async () => {
    await writeAndGo(endOf(document), '\n\n###');
    await acceptTyped(' ant');
    assert.equal(currentLine(), '### Antrea');
  });

  test('a new proposal comes with its stops', async () => {
    await writeAndGo(endOf(document), '\n\n');
    await acceptTyped('####');
    const [selected] = editor.selections;
    assert.equal(document.getText(selected), 'Mentorship project title');
    const inserted = document.getText(new vscode.Range(selected?.start.line ?? 0, 0, document.lineCount, 0));
    assert.match(
      inserted,
      /^#### Mentorship project title\n\n[\s\S]*- Description: \n[\s\S]*- Mentor\(s\):\n {2}- \n- Upstream Issue: https:\/\/github\.com\//,
    );
  });

  async function writeAndGo(place: vscode.Range, text: string): Promise<void> {
    editor.selection = caretAt(await writeBehind(editor, place, text));
  }

  /**
   * Types letter by letter and accepts what the list shows first. VS Code does not say when the list is there, and to
   * accept what is not there yet calls it off: so all is typed anew, and each time there is more patience.
   */
  async function acceptTyped(keys: string): Promise<void> {
    const run = vscode.commands.executeCommand;
    await run('workbench.action.focusActiveEditorGroup');
    let patience = 150;
    await until('the completion to be accepted', async () => {
      for (const text of keys) await run('type', { text });
      const typed = currentLine();
      patience *= 2;
      await new Promise((resolve) => setTimeout(resolve, patience));
      await run('acceptSelectedSuggestion');
      if (currentLine() !== typed) return true;
      for (const _ of keys) await run('deleteLeft');
      return false;
    });
  }

  function currentLine(): string {
    return document.lineAt(editor.selection.active.line).text;
  }
});

function caretAt(place: vscode.Position): vscode.Selection {
  return new vscode.Selection(place, place);
}

function endOf(document: vscode.TextDocument): vscode.Range {
  const text = document.getText();
  const end = document.positionAt(text.trimEnd().length);
  return new vscode.Range(end, end);
}
