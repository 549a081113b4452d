import * as vscode from 'vscode';
import type { Server } from '../connection/server';

/** How long changes have to rest before the server is asked again, in milliseconds. */
const REST = 500;

/** Calls `show` shortly after the active document, or what is known of it, has changed, while the server runs. */
export function whenSettled(
  server: Pick<Server, 'isRunning' | 'onDidChangeOutline'>,
  show: () => Promise<void>,
): { readonly soon: () => void } & vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(resting);
    if (server.isRunning) resting = setTimeout(() => void show(), REST);
  };
  const parts = vscode.Disposable.from(
    server.onDidChangeOutline(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    new vscode.Disposable(() => clearTimeout(resting)),
  );
  return { soon, dispose: () => void parts.dispose() };
}

/** The address of the Markdown document that a person looks at; undefined for none. */
export function activeUri(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri : undefined;
}
