/** The extension in a browser: the server is a Worker. */
import * as vscode from 'vscode';
import type { Message } from 'vscode-languageclient';
import { start, type TestApi } from './start';

export function activate(context: vscode.ExtensionContext): TestApi | undefined {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true);
  return start(context, {
    async createClient(id, name, options) {
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
        'vscode-languageclient/browser'
      );
      /** Sends what a pipe would carry: a Worker gets VS Code's positions without their numbers, and its settings not at all. */
      class PlainWriter extends BrowserMessageWriter {
        override write(message: Message): Promise<void> {
          return super.write(JSON.parse(JSON.stringify(message)));
        }
      }
      // VS Code replaces the class `Worker`, so the library would not recognize ours.
      const transports = async () => {
        const worker = new Worker(script);
        return { reader: new BrowserMessageReader(worker), writer: new PlainWriter(worker) };
      };
      return new LanguageClient(id, name, transports, options);
    },
    // A browser has no environment that could tell.
    testGitHub: context.extension.packageJSON.testGitHub,
  });
}
