/** The extension in a browser: the server is a Worker. */
import * as vscode from 'vscode';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true);
  return start(context, {
    async createClient(id, name, options) {
      const { LanguageClient } = await import('vscode-languageclient/browser');
      return new LanguageClient(id, name, async () => new Worker(script), options);
    },
    testGitHub: undefined,
  });
}
