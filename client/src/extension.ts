/** The extension in a host that runs Node: the server is a process of its own. */
import * as vscode from 'vscode';
import { serverProcess } from './connection/server-process';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return start(context, {
    async createClient(id, name, options) {
      const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
      const isDeveloped = context.extensionMode === vscode.ExtensionMode.Development;
      return new LanguageClient(id, name, serverProcess(module, TransportKind.ipc, isDeveloped), options);
    },
    testGitHub: process.env.MENTORSHIP_PROPOSALS_GITHUB_API,
  });
}
