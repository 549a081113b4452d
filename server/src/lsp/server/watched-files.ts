import { type Connection, DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import { configName } from '../../host/workspace/config';
import type { Configs } from '../../host/workspace/configs';
import { exportName } from '../../host/workspace/export-file';
import type { Exports } from '../../host/workspace/exports';
import type { Programs } from '../../host/workspace/programs';
import type { ClientFacts, Context } from './context';

/** Starts to read the workspace when the first proposals document is opened, because editors open any Markdown file. */
export function loadOnProposals({ documents, workspace }: Context): void {
  documents.texts.onDidOpen(({ document }) => {
    if (documents.candidate(document.uri)) void workspace.load();
  });
}

/** Updates the index when files or folders change. */
export async function followFiles(
  { connection, client, workspace }: Context,
  { configs, programs, exports }: { readonly configs: Configs; readonly programs: Programs; readonly exports: Exports },
  refreshDiagnostics: () => void,
): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const changedConfigs = changes.filter(({ uri }) => configs.isConfig(uri));
    for (const { uri } of changedConfigs) void configs.changed(uri).then(refreshDiagnostics);
    if (changes.some(({ uri }) => programs.isTemplate(uri))) {
      void programs.changed().then(refreshDiagnostics);
    }
    if (changes.some(({ uri }) => uri.endsWith(`/${exportName}`))) exports.changed();
    const of = (type: FileChangeType) => changes.filter((change) => change.type === type).map(({ uri }) => uri);
    workspace.filesChanged({
      made: of(FileChangeType.Created),
      written: of(FileChangeType.Changed),
      removed: of(FileChangeType.Deleted),
    });
  });
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      workspace.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
      void configs.follow().then(refreshDiagnostics);
    });
  }
  // A broken configuration is reported at once, whichever document is open.
  void configs.follow();
  if (!client.registersFileWatchers) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      // A folder that is removed or renamed is all that is told of it, not the files in it; and no pattern means
      // folders alone.
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      { globPattern: '**/*.{md,yml}', kind: WatchKind.Change },
      { globPattern: `**/{${configName},${exportName}}`, kind: WatchKind.Change },
    ],
  });
}

/** The setting `files.exclude` of a folder, if the client has settings. */
export function excludesOf(connection: Connection, client: ClientFacts): (folder: string) => Promise<unknown> {
  return async (folder) => {
    if (!client.configuration) return undefined;
    // Without an answer, nothing is excluded.
    return connection.workspace.getConfiguration({ scopeUri: folder, section: 'files.exclude' }).catch(() => undefined);
  };
}
