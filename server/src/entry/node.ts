/** The language server as a process of its own. */
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { clientFiles } from '../adapters/files/client-files';
import { filesByScheme, noFiles } from '../adapters/files/files-by-scheme';
import { nodeFiles } from '../adapters/files/node-files';
import { githubOfClient } from '../adapters/github/client';
import { githubOverHttp } from '../adapters/github/http';
import { clientStorage } from '../adapters/storage/client';
import { fileStorage } from '../adapters/storage/file';
import { systemClock } from '../adapters/system-clock';
import { answerQuestions, readingThread } from '../adapters/threads/reading-thread';
import { serve } from '../lsp/server/server';
import { ownScript } from './own-script';
import { version } from './version';

const help = `mentorship-proposals-language-server ${version}

Speaks the Language Server Protocol; an editor starts it with one of:
  --stdio        over standard input and output
  --node-ipc     over the channel of a Node parent process
  --socket=PORT  over a socket that the editor listens on
`;

const options = process.argv.slice(2);
const isTransport = (option: string) => /^--(?:stdio|node-ipc|socket(?:=\d+)?|pipe(?:=.+)?)$/.test(option);

if (!isMainThread) answerQuestions();
else if (options.includes('--help')) process.stdout.write(help);
else if (options.includes('--version')) process.stdout.write(`${version}\n`);
else if (options.some(isTransport)) listen();
else {
  process.stderr.write('mentorship-proposals-language-server: use --stdio, --node-ipc or --socket=PORT\n');
  process.exitCode = 2;
}

function listen(): void {
  const connection = createConnection(ProposedFeatures.all);
  const ask = (method: string, params: unknown) => connection.sendRequest(method, params);
  const hear = (method: string, run: () => void) => connection.onNotification(method, run);
  serve(connection, {
    version,
    clock: systemClock,
    throwErrors: false,
    files: (offers, log) => filesByScheme({ file: nodeFiles(log) }, offers.files ? clientFiles(ask, log) : noFiles),
    github: (offers) => (offers.github ? githubOfClient(ask, hear) : githubOverHttp(process.env)),
    storage: (offers) => (offers.storage ? clientStorage(ask) : fileStorage(process.env)),
    thread: (log) => readingThread(ownScript, log),
  });
}
