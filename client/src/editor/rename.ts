/** The command that renames titles, because F2 belongs to VS Code's Markdown extension. */
import * as vscode from 'vscode';
import {
  type HeadingParams,
  headingRequest,
  type RenameHeadingParams,
  renameHeadingRequest,
  type WireHeading,
  type WireRename,
} from '../../../server/src/protocol/rename';
import { l10n } from '../ui/l10n';
import { type PlainText, plainSentence } from '../ui/plain-text';
import { showInputBox } from '../ui/surfaces';
import { applyEdits } from './edits';

/** Shows in one sentence why something is not renamed. */
export type Refuse = (why: PlainText) => void;

/** Asks the server; null if it is not running. */
export type Ask = <T>(method: string, params: unknown, token?: vscode.CancellationToken) => Promise<T | null>;

/**
 * "Rename Proposal…": renames the proposal or project at the caret, with its entry in the table of contents and its
 * program names. A keybinding can give the new title.
 */
export async function renameProposal(ask: Ask, refuse: Refuse, given?: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = editor && placeOf(editor);
  const heading = place && (await ask<WireHeading>(headingRequest, place));
  if (!heading) {
    refuse(l10n.t('Place the cursor in a proposal or on a project heading to rename it.'));
    return;
  }
  const renamed = (to: string) => {
    const params: RenameHeadingParams = { ...place, from: heading.title, to };
    return ask<WireRename>(renameHeadingRequest, params);
  };
  const title = typeof given === 'string' ? given : await askForTitle(heading, renamed);
  if (title === undefined || title === heading.title) return;
  const answer = await renamed(title);
  if (answer?.is === 'refused') refuse(plainSentence(answer.why));
  else if (!answer || !(await applyEdits(editor.document, answer)))
    refuse(
      answer?.version === editor.document.version
        ? l10n.t('Cannot write to the file.')
        : l10n.t('The document has changed. Rename again.'),
    );
}

function placeOf({ document, selection }: vscode.TextEditor): HeadingParams {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}

/** Tries each title while it is typed, so that a refusal shows before Enter. */
function askForTitle(
  { is, title }: WireHeading,
  renamed: (to: string) => Promise<WireRename | null>,
): Thenable<string | undefined> {
  return showInputBox({
    title: is === 'proposal' ? l10n.t('Rename Proposal') : l10n.t('Rename Project'),
    prompt: l10n.t('This also updates the table of contents and the program name.'),
    value: title,
    async validateInput(to) {
      const answer = await renamed(to);
      if (answer?.is === 'refused')
        return { message: plainSentence(answer.why), severity: vscode.InputBoxValidationSeverity.Error };
      if (!answer?.warning) return null;
      return { message: plainSentence(answer.warning), severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
}
