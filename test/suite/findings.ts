/**
 * Prints what the extension finds in the workspace, one finding a line, and fails where it finds nothing. It is a
 * suite because that is how code gets into the extension host; `npm start -- --check` runs it.
 */
import * as vscode from 'vscode';
import { until } from './until';
import { findings, open, ruleOf } from './workspace';

const QUIET_MS = 1_000;

export async function run(): Promise<void> {
  console.log('# suite started');
  const documents: vscode.TextDocument[] = [];
  for (const file of await vscode.workspace.findFiles('**/*.md')) {
    documents.push((await open(vscode.workspace.asRelativePath(file))).document);
  }
  for (const line of await settledLines(documents)) console.log(line);
  console.log('# suite ended');
}

/** VS Code does not say when the last finding has arrived: the list counts as whole when it has stopped to change. */
function settledLines(documents: vscode.TextDocument[]): Promise<string[]> {
  let last = '';
  let since = Date.now();
  return until('findings', () => {
    const lines = documents.flatMap((document) => findings(document).map((finding) => lineOf(document, finding)));
    if (lines.join() !== last) since = Date.now();
    last = lines.join();
    return lines.length > 0 && Date.now() - since >= QUIET_MS && lines.sort();
  });
}

function lineOf(document: vscode.TextDocument, finding: vscode.Diagnostic): string {
  const { line, character } = finding.range.start;
  const severity = vscode.DiagnosticSeverity[finding.severity]?.toLowerCase();
  const place = `${vscode.workspace.asRelativePath(document.uri)}:${line + 1}:${character + 1}`;
  return `${place} ${severity} ${ruleOf(finding)} ${finding.message}`;
}
