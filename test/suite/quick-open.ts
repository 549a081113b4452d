import * as vscode from 'vscode';
import { until } from './until';

/**
 * Moves down the list until something has come of it: VS Code does not say when the list is there. What is moved to is
 * shown once it is rested on.
 */
export function moveUntil<T>(is: () => T | undefined | false): Promise<T> {
  return until('what is moved to', async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await new Promise((resolve) => setTimeout(resolve, 250));
    return is();
  });
}
