/** `vscode-markdown-languageservice` with one open document and all kinds of validation, as VS Code sets them. */
import { createLanguageService, githubSlugifier, LogLevel } from 'vscode-markdown-languageservice';
import { tokensOf } from './tokens.mjs';
import { validation } from './validation.mjs';

const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const nothingHappens = () => ({ dispose() {} });

/** How many findings and symbols a `TextDocument` has; `changed` has to be called after each change of it. */
export function attach(document) {
  const listeners = [];
  const service = createLanguageService({
    workspace: {
      workspaceFolders: [],
      onDidChangeMarkdownDocument(listener, self) {
        listeners.push(listener.bind(self));
        return { dispose() {} };
      },
      onDidCreateMarkdownDocument: nothingHappens,
      onDidDeleteMarkdownDocument: nothingHappens,
      getAllMarkdownDocuments: async () => [document],
      hasMarkdownDocument: (uri) => uri.toString() === document.uri,
      openMarkdownDocument: async (uri) => (uri.toString() === document.uri ? document : undefined),
      stat: async () => undefined,
      readDirectory: async () => [],
    },
    parser: { slugifier: githubSlugifier, tokenize: async (each) => tokensOf(each.getText()) },
    logger: { level: LogLevel.Off, log() {} },
  });
  return {
    changed: () => {
      for (const listener of listeners) listener(document);
    },
    findings: async () => (await service.computeDiagnostics(document, validation, never)).length,
    symbols: async () => (await service.getDocumentSymbols(document, { includeLinkDefinitions: true }, never)).length,
  };
}
