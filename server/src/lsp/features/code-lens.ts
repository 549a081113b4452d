import { type CodeLens, CodeLensRefreshRequest } from 'vscode-languageserver';
import { lensesOf } from '../../core/features/hints/code-lens';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';

/** Answers the code lenses of projects, if the setting is on. */
export function serveLens({ connection, client, documents, known, guard, settings }: Context): void {
  connection.onCodeLens(
    guard('lens', [], ({ textDocument: { uri } }: { textDocument: { uri: string } }): CodeLens[] => {
      const open = settings.get('codeLens') && documents.candidate(uri) ? documents.get(uri) : null;
      const file = open?.proposals.kind ? known.files().find((each) => each.uri === uri) : null;
      if (!open || !file) return [];
      return lensesOf(file).map(({ span, title }) => ({
        range: toRange(open.text, span),
        // Without a command, a code lens is plain text.
        command: { title, command: '' },
      }));
    }),
  );
  settings.onDidChange('codeLens', () => {
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
  });
}
