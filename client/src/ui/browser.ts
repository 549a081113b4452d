import * as vscode from 'vscode';

/** Whether the extension runs in a browser, without Node. Windows in a browser may also have a remote that runs it. */
export function isBrowser(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined;
}
