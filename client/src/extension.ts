/** The extension in a host that runs Node: the server is a process of its own. */
import * as vscode from 'vscode';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return start(context, {
    async createClient(id, name, options) {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const run = { module, transport: TransportKind.ipc };
      const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
      return new LanguageClient(id, name, { run, debug }, options);
    },
    testGitHub: process.env.MENTORSHIP_PROPOSALS_GITHUB_API,
  });
}
