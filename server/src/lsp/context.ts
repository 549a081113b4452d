import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Known } from '../core/known/known';
import type { RuleSettings } from '../core/rules/rule';
import type { Learner } from '../host/learner';
import type { Clock, Log } from '../host/ports';
import type { Workspace } from '../host/workspace';
import type { Documents } from './documents';
import type { Guard } from './guard';

/** What the client on the other side can do, as far as it matters to us. */
export interface ClientFacts {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersFileWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly versionedEdits: boolean;
  readonly snippetEdits: boolean;
}

/** Everything that the answers to requests are made of. One for each connection. */
export interface Context {
  readonly connection: Connection;
  readonly client: ClientFacts;
  readonly documents: Documents;
  readonly workspace: Workspace;
  readonly learner: Learner;
  readonly known: Known;
  readonly rules: () => RuleSettings;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly log: Log;
}

export function clientFacts({ textDocument, workspace }: ClientCapabilities): ClientFacts {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
  };
}
