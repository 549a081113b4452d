import {
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ClientOffers } from '../../protocol/offers';
import { codeActionKinds } from '../features/code-actions';
import { completionOptions } from '../features/completion';
import { renameProvider } from '../features/rename';

/** What the server tells a client about itself. */
export function initializeResult(
  version: string,
  { capabilities }: InitializeParams,
  offers: ClientOffers,
): InitializeResult {
  return {
    serverInfo: { name: 'mentorship-proposals', version },
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: {},
      codeLensProvider: {},
      inlayHintProvider: true,
      documentSymbolProvider: offers.headings !== true,
      completionProvider: completionOptions,
      codeActionProvider: { codeActionKinds },
      renameProvider: renameProvider(capabilities.textDocument?.rename?.prepareSupport),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

/** The URIs of the workspace folders. */
export function foldersIn({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
