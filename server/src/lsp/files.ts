import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver';
import { configName } from '../host/config';
import type { Configs } from '../host/configs';
import type { Context } from './context';

/** The workspace is read when the first proposals document has been opened: any Markdown file may come along. */
export function wakeOnProposals({ documents, workspace }: Context): void {
  documents.texts.onDidOpen(({ document }) => {
    if (documents.candidate(document.uri)) void workspace.wake();
  });
}

/** Keeps the index true: files that change on the disk, folders that come and go. */
export async function followFiles(
  { connection, client, workspace }: Context,
  configs: Configs,
  findingsMayDiffer: () => void,
): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (configs.isConfig(uri)) void configs.changed(uri).then(findingsMayDiffer);
      else if (type === FileChangeType.Deleted) workspace.fileRemoved(uri);
      else workspace.fileChanged(uri);
    }
  });
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      workspace.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
    });
  }
  if (!client.registersFileWatchers) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.md' }, { globPattern: `**/${configName}` }],
  });
}
