/** The extension in a browser: the server is a Worker. */
import * as vscode from 'vscode';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true);
  return start(context, {
    async createClient(id, name, options) {
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
        'vscode-languageclient/browser'
      );
      // VS Code replaces the class `Worker`, so the library would not recognize ours.
      const transports = async () => {
        const worker = new Worker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(id, name, transports, options);
    },
    testGitHub: undefined,
  });
}
