/**
 * The floor that the bench measures against: a language server that keeps `TextDocument`s and does nothing else. What it
 * takes to answer is the price of the protocol.
 */
import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(
  ProposedFeatures.all,
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    documentSymbolProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(({ textDocument }) => {
  documents.get(textDocument.uri)?.getText();
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
});
connection.onDocumentSymbol(() => []);
documents.listen(connection);
connection.listen();
