/** What the tests of a browser do with the virtual file system and with what the browser keeps. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from '../extension-id';
import type { FilesApi } from './files/extension';
import type { MemoryFiles } from './files/memory-files';

/** The file system, which tells what has been read. */
export async function filesOfTests(): Promise<MemoryFiles> {
  const extension = vscode.extensions.getExtension<FilesApi>('mentorship-proposals-tests.memory-files');
  assert.ok(extension);
  return (await extension.activate()).files;
}

/** A folder of a term with so many files of proposals, each of which is another. */
export async function newTerm(term: string, count: number): Promise<{ folder: vscode.Uri; files: vscode.Uri[] }> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(root);
  const folder = vscode.Uri.joinPath(root, 'programs/lfx-mentorship', term);
  const files = Array.from({ length: count }, (_, k) => vscode.Uri.joinPath(folder, `${k}/project_ideas.md`));
  for (const [k, file] of files.entries()) {
    const text = `### Jaeger\n\n#### One of many ${k}\n\n- Description: It is small.\n`;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  }
  return { folder, files };
}

/** What the extension keeps in the browser under a name; empty where there is nothing yet. */
export async function kept(name: string): Promise<string> {
  const folder = `vscode-userdata:/User/globalStorage/${extensionId}`;
  const file = vscode.Uri.parse(`${folder}/${name}.json`);
  return vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
