/** Renaming in VS Code: why a name is refused, and the command for titles, whose F2 belongs to VS Code's own Markdown. */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import {
  type HeadingParams,
  headingRequest,
  type RenameHeadingParams,
  renameHeadingRequest,
  type WireHeading,
  type WireRename,
} from '../../server/src/protocol/rename';
import { applyEdits } from './edits';

/** Tells a person, in one sentence, why something is not renamed. */
export type Refuse = (why: string) => void;

/** Asks the server; null where there is none. */
export type Ask = <T>(method: string, params: unknown, token?: vscode.CancellationToken) => Promise<T | null>;

/**
 * Shows why the server does not rename. The edit without changes ends it there: where a provider fails, VS Code asks
 * the next one, and its Markdown knows nothing of handles.
 */
export function renameMiddleware(refuse: Refuse): Pick<Middleware, 'provideRenameEdits'> {
  return {
    async provideRenameEdits(document, position, newName, token, next) {
      try {
        return await next(document, position, newName, token);
      } catch (error) {
        if (token.isCancellationRequested || error instanceof vscode.CancellationError) throw error;
        refuse(error instanceof Error ? error.message : String(error));
        return new vscode.WorkspaceEdit();
      }
    },
  };
}

/**
 * The command "Rename Proposal…": renames the proposal or project that the caret stands in, with its entry in the
 * table of contents and the names of its programs. Nobody is asked for the title where a keybinding gives one.
 */
export async function renameProposal(ask: Ask, refuse: Refuse, given?: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const place = editor && placeOf(editor);
  const heading = place && (await ask<WireHeading>(headingRequest, place));
  if (!heading) {
    refuse(vscode.l10n.t('Put the caret into a proposal or on the heading of a project to rename it.'));
    return;
  }
  const renamed = (to: string) => {
    const params: RenameHeadingParams = { ...place, from: heading.title, to };
    return ask<WireRename>(renameHeadingRequest, params);
  };
  const title = typeof given === 'string' ? given : await askForTitle(heading, renamed);
  if (title === undefined || title === heading.title) return;
  const answer = await renamed(title);
  if (answer?.is === 'refused') refuse(answer.why);
  else if (!answer || !(await applyEdits(editor.document, answer)))
    refuse(
      answer?.version === editor.document.version
        ? vscode.l10n.t('The file cannot be changed: nothing is written.')
        : vscode.l10n.t('The document has changed meanwhile: nothing is renamed.'),
    );
}

function placeOf({ document, selection }: vscode.TextEditor): HeadingParams {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}

/** Every title that is typed is tried at once: what it is refused for is seen before Enter is pressed. */
function askForTitle(
  { is, title }: WireHeading,
  renamed: (to: string) => Promise<WireRename | null>,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: is === 'proposal' ? vscode.l10n.t('Rename Proposal') : vscode.l10n.t('Rename Project'),
    prompt: vscode.l10n.t('The table of contents and the name of the program go along.'),
    value: title,
    async validateInput(to) {
      const answer = await renamed(to);
      if (answer?.is === 'refused') return { message: answer.why, severity: vscode.InputBoxValidationSeverity.Error };
      if (!answer?.warning) return null;
      return { message: answer.warning, severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
}
