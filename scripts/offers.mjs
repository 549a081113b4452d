/** What the language server offers, told by the server itself: its answer to `initialize`. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { node, optionsOf } from '../esbuild.mjs';
import { root } from './stages.mjs';

/** How each capability is called in a list for people; null for what is no feature of its own. */
const words = {
  textDocumentSync: null,
  workspace: null,
  positionEncoding: null,
  diagnosticProvider: 'diagnostics, pulled (pushed to clients that cannot pull)',
  codeActionProvider: 'code actions: quick fixes and fixes of the whole file',
  completionProvider: 'completion',
  hoverProvider: 'hover',
  documentSymbolProvider: 'document symbols',
  workspaceSymbolProvider: 'workspace symbols',
  definitionProvider: 'go to definition',
  referencesProvider: 'find references',
  documentLinkProvider: 'document links',
  documentHighlightProvider: 'document highlights',
  renameProvider: 'rename',
  codeLensProvider: 'code lenses',
  inlayHintProvider: 'inlay hints',
  executeCommandProvider: 'commands',
};

/** A Markdown list. Rejects when the server offers something that has no words here. */
export async function offeredList() {
  const capabilities = Object.keys(await capabilitiesOfServer());
  const unknown = capabilities.filter((capability) => words[capability] === undefined);
  if (unknown.length > 0) throw new Error(`scripts/offers.mjs has no words for ${unknown.join(', ')}.`);
  return Object.entries(words)
    .filter(([capability, text]) => text !== null && capabilities.includes(capability))
    .map(([, text]) => `- ${text}\n`)
    .join('');
}

async function capabilitiesOfServer() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mentorship-proposals-'));
  const entry = path.join(root, 'server/src/entry/node.ts');
  await build({ ...optionsOf({ ...node, entry, file: 'server.js' }, folder), absWorkingDir: root });
  const server = spawn(process.execPath, [path.join(folder, 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    connection.listen();
    const client = { textDocument: { diagnostic: {} } };
    const params = { processId: process.pid, rootUri: null, capabilities: client };
    return (await connection.sendRequest('initialize', params)).capabilities;
  } finally {
    connection.dispose();
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
