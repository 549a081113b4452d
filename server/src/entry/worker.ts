/** The language server in a Worker of a browser: files and GitHub are the client's there. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientFiles } from '../adapters/files/client-files';
import { noFiles } from '../adapters/files/files-by-scheme';
import { githubOfClient } from '../adapters/github/client';
import { clientStorage } from '../adapters/storage/client';
import { systemClock } from '../adapters/system-clock';
import { serve } from '../lsp/server/server';
import { version } from './version';

const worker = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
const ask = (method: string, params: unknown) => connection.sendRequest(method, params);
const hear = (method: string, run: () => void) => connection.onNotification(method, run);

serve(connection, {
  version,
  clock: systemClock,
  throwErrors: false,
  files: (offers, log) => (offers.files ? clientFiles(ask, log) : noFiles),
  github: () => githubOfClient(ask, hear),
  storage: (offers) => (offers.storage ? clientStorage(ask) : null),
});

// A Worker does not end by itself, and a restart makes another one.
connection.onExit(() => worker.close());
