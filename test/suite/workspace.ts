/** What the tests do with the sample workspace: open its files, find places in them, ask for our findings. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/start';
import { extensionId } from '../extension-id';
import { until } from './until';

export const drafts = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
export const source = 'mentorship-proposals';

/** The extension, activated, as it shows itself to suites alone. Fails the test where it is not in its test mode. */
export async function testApi(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi | undefined>(extensionId);
  const api = await extension?.activate();
  assert.ok(api, 'The extension is not in its test mode.');
  return api;
}

/** Opens a file of the workspace in a tab of its own: findings of a document without a tab are let go. */
export async function open(path: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The sample workspace is not open.');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Takes back all edits of the document in the active editor and closes it. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Our findings on a document, as far as they have arrived. */
export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((each) => each.source === source);
}

export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until the document has findings of the rule, and returns them. */
export function findingsOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic[]> {
  return until(`findings of ${rule}`, () => {
    const found = findings(document).filter((each) => ruleOf(each) === rule);
    return found.length > 0 && found;
  });
}

/** The range of `text` behind the first place of `after`. Fails the test where either is absent. */
export function rangeOf(document: vscode.TextDocument, text: string, after = ''): vscode.Range {
  const start = document.getText().indexOf(text, Math.max(0, document.getText().indexOf(after)));
  assert.notEqual(start, -1, `The document has no "${text}" after "${after}".`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Writes `text` behind the first place of `anchor` and returns the place behind it. */
export async function writeBehind(
  editor: vscode.TextEditor,
  anchor: vscode.Range,
  text: string,
): Promise<vscode.Position> {
  const offset = editor.document.offsetAt(anchor.end);
  assert.ok(await editor.edit((edit) => edit.insert(anchor.end, text)));
  return editor.document.positionAt(offset + text.length);
}

/** Everything that hovers say at a place, as Markdown. */
export async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
