/** The same as `idle`, with an error that a run has to see: else "no errors" would say nothing. */
import * as vscode from 'vscode';

export function run(): Promise<never> {
  void vscode.window.showErrorMessage('An error for the test.');
  return new Promise(() => {});
}
