import * as vscode from 'vscode';
import type { SubmissionParams } from '../../../server/src/protocol/submission';
import { isServed } from '../../../server/src/recognize';

/** A place in a draft, as the server asks for it. */
export type DraftPlace = SubmissionParams;

/** The place that a command got, otherwise the caret. Null where there is no document that may hold drafts. */
export function draftPlace(given: unknown): DraftPlace | null {
  return placeIn(given) ?? placeOf(vscode.window.activeTextEditor);
}

/** The caret of an editor. Null if the server does not serve its document. */
export function placeOf(editor: vscode.TextEditor | undefined): DraftPlace | null {
  if (!editor) return null;
  const { document, selection } = editor;
  const uri = document.uri.toString();
  if (document.languageId !== 'markdown' || !isServed(uri)) return null;
  const { line, character } = selection.active;
  return { uri, position: { line, character } };
}

/** A place that somebody else says: a command's argument, or the state of a page. Null for anything else. */
export function placeIn(given: unknown): DraftPlace | null {
  const { uri, position } = (given ?? {}) as { readonly uri?: unknown; readonly position?: unknown };
  const { line, character } = (position ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  if (typeof uri !== 'string' || !isCount(line) || !isCount(character)) return null;
  return isServed(uri) ? { uri, position: { line, character } } : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
