/** The extension in a host that runs Node: the server is a process of its own. */
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  return start(context, {
    createClient: (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    testGitHub: process.env.MENTORSHIP_PROPOSALS_GITHUB_API,
  });
}
