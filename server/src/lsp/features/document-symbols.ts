import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol as CoreSymbol, symbolsOf } from '../../core/features/symbols/document-symbols';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';

const kinds = { project: SymbolKind.Module, proposal: SymbolKind.Class, field: SymbolKind.Field } as const;

/** Answers an editor's outline if the editor does not show Markdown headings by itself. */
export function serveSymbols({ connection, documents, guard }: Context): void {
  connection.onDocumentSymbol(
    guard('symbols', [], ({ textDocument }: { textDocument: { uri: string } }) => {
      const text = documents.candidate(textDocument.uri);
      if (!text) return [];
      const { uri } = text;
      const symbols = symbolsOf(text.getText(), () => documents.read(uri), documents.isRead(uri));
      return symbols.map((symbol) => toSymbol(text, symbol));
    }),
  );
}

function toSymbol(text: TextDocument, { kind, name, detail, span, nameSpan, children }: CoreSymbol): DocumentSymbol {
  return {
    kind: kinds[kind],
    name,
    detail,
    range: toRange(text, span),
    selectionRange: toRange(text, nameSpan),
    children: children.map((child) => toSymbol(text, child)),
  };
}
