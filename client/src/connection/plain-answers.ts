/**
 * What VS Code shows of the server's answers by itself: reasons in a box at the caret, and names in lists that draw icons.
 * Hovers are markdown and made safe where they are written (`core/features/markdown`).
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { Refuse } from '../editor/rename';
import { plainSentence, plainText } from '../ui/plain-text';

type Answers = Pick<
  Middleware,
  'prepareRename' | 'provideRenameEdits' | 'provideCompletionItem' | 'provideWorkspaceSymbols' | 'provideCodeLenses'
>;

export function plainAnswers(refuse: Refuse): Answers {
  return {
    async prepareRename(document, position, token, next) {
      try {
        return await next(document, position, token);
      } catch (error) {
        throw new Error(plainSentence(messageOf(error)));
      }
    },
    /**
     * Shows why the server does not rename. The edit without changes ends it there: where a provider fails, VS Code asks
     * the next one, and its Markdown knows nothing of handles.
     */
    async provideRenameEdits(document, position, newName, token, next) {
      try {
        return await next(document, position, newName, token);
      } catch (error) {
        if (token.isCancellationRequested || error instanceof vscode.CancellationError) throw error;
        refuse(plainSentence(messageOf(error)));
        return new vscode.WorkspaceEdit();
      }
    },
    async provideCompletionItem(document, position, context, token, next) {
      const answer = await next(document, position, context, token);
      for (const item of (Array.isArray(answer) ? answer : answer?.items) ?? []) makePlain(item);
      return answer;
    },
    async provideWorkspaceSymbols(query, token, next) {
      const symbols = await next(query, token);
      for (const symbol of symbols ?? []) {
        symbol.name = plainText(symbol.name);
        symbol.containerName = plainText(symbol.containerName);
      }
      return symbols;
    },
    async provideCodeLenses(document, token, next) {
      const lenses = await next(document, token);
      for (const { command } of lenses ?? []) if (command) command.title = plainText(command.title);
      return lenses;
    },
  };
}

/** Only what is seen: what is found and inserted stays as it is written. */
function makePlain(item: vscode.CompletionItem): void {
  const { label } = item;
  const written = typeof label === 'string' ? label : label.label;
  item.filterText ??= written;
  item.insertText ??= written;
  if (item.detail !== undefined) item.detail = plainSentence(item.detail);
  if (typeof label === 'string') item.label = plainText(label);
  else {
    const { detail, description } = label;
    item.label = {
      label: plainText(label.label),
      ...(detail === undefined ? {} : { detail: withLead(detail) }),
      ...(description === undefined ? {} : { description: plainText(description) }),
    };
  }
}

/** The detail of a label stands right behind it, with a space of its own. */
function withLead(detail: string): string {
  return `${/^\s/.test(detail) ? ' ' : ''}${plainText(detail)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
