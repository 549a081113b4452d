import type { Diagnostic } from 'vscode-languageserver/node';
import type { Editor, Opened } from './client';

export interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

/** Asks for the findings of a document. */
export function pull(editor: Editor, { uri }: Pick<Opened, 'uri'>, previousResultId?: string): Promise<Report> {
  const params = { textDocument: { uri }, previousResultId };
  return editor.connection.sendRequest<Report>('textDocument/diagnostic', params);
}

/** Done when the server next wants to be asked again for everything. */
export function refreshed(editor: Editor): Promise<void> {
  return new Promise((resolve) => {
    const listening = editor.connection.onRequest('workspace/diagnostic/refresh', () => {
      listening.dispose();
      resolve();
      return null;
    });
  });
}

/** The rules of the findings, with the severities of LSP. */
export async function found(editor: Editor, opened: Pick<Opened, 'uri'>): Promise<string[]> {
  const { items = [] } = await pull(editor, opened);
  return items.map(({ code, severity }) => `${code} ${severity}`);
}
