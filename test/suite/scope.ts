/** What the tests of one's own changes share. */
import * as vscode from 'vscode';
import { findings } from './workspace';

/** Changes the setting of the sample's workspace. */
export async function setScope(scope: string): Promise<void> {
  await vscode.workspace.getConfiguration('mentorshipProposals').update('scope', scope, false);
}

/** The findings that are more than hints. */
export function grave(document: vscode.TextDocument): vscode.Diagnostic[] {
  return findings(document).filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
}

/** Whether all that is wrong stands in the proposal whose heading is in that line. */
export function onlyIn(document: vscode.TextDocument, heading: number): boolean {
  const lines = document.getText().split('\n');
  const next = lines.findIndex((line, number) => number > heading && line.startsWith('#'));
  const end = next === -1 ? lines.length : next;
  return grave(document).every(({ range: { start } }) => heading <= start.line && start.line < end);
}
