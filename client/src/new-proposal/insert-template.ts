/** The command "Insert Proposal Template". */
import * as vscode from 'vscode';
import {
  type InsertTemplateParams,
  insertTemplateRequest,
  type WireSnippet,
  type WireTemplate,
} from '../../../server/src/protocol/new-proposal';
import { isReadOnly } from '../editor/edits';
import type { Ask, Refuse } from '../editor/rename';
import { l10n } from '../ui/l10n';
import { plainSentence } from '../ui/plain-text';

/** The number of retries if the document changes meanwhile. */
const TRIES = 5;

/** Inserts the template's empty proposal after the proposal at the caret, with tab stops. */
export async function insertTemplate(ask: Ask, refuse: Refuse): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    refuse(l10n.t('Open a Markdown file to insert the template of a proposal.'));
    return;
  }
  const { document } = editor;
  if (await isReadOnly(document.uri)) return refuse(l10n.t('Cannot write to the file.'));
  for (let tries = 0; tries < TRIES; tries++) {
    const { line, character } = editor.selection.active;
    const params: InsertTemplateParams = { uri: document.uri.toString(), position: { line, character } };
    const answer = await ask<WireTemplate>(insertTemplateRequest, params);
    if (!answer) break;
    if (answer.is === 'refused') return refuse(plainSentence(answer.why));
    if (answer.version === document.version && (await insert(editor, answer))) return;
  }
  refuse(l10n.t('Cannot insert the template: close the code fence or comment above this place first.'));
}

async function insert(editor: vscode.TextEditor, { position, lead, snippet }: WireSnippet): Promise<boolean> {
  let place = new vscode.Position(position.line, position.character);
  if (lead !== '') {
    // One undo takes back both.
    const isDone = await editor.edit((edit) => edit.insert(place, lead), {
      undoStopBefore: true,
      undoStopAfter: false,
    });
    if (!isDone) return false;
    place = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  }
  const stops = { undoStopBefore: lead === '', undoStopAfter: true };
  return editor.insertSnippet(new vscode.SnippetString(snippet), place, stops);
}
