/** The extension in a browser: the server is a Worker. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true);
  return start(context, {
    createClient: (id, name, options) => new LanguageClient(id, name, async () => new Worker(script), options),
    testGitHub: undefined,
  });
}
