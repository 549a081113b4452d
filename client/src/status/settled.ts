import * as vscode from 'vscode';
import type { Server } from '../connection/server';

/** How long to wait after a change before asking the server again, in milliseconds. */
const REST = 500;

/** Calls `show` shortly after the active document or its findings have changed, while the server runs. */
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

/** The URI of the active Markdown document. Undefined if there is none. */
export function activeUri(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri : undefined;
}
