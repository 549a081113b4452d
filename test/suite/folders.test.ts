/** Folders that come, move and go on the disk of a real VS Code, which tells of the folder and not of its files. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';
import { drafts, open, revert } from './workspace';

const title = 'Wandering queries of a folder';
const text = `## Proposed Project ideas\n\n### Jaeger\n\n#### ${title}\n\n- Description: Slow.\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1\n`;

suite('Folders', () => {
  teardown(revert);

  test('a folder that is renamed and removed takes its proposals with it', async () => {
    const { document } = await open(drafts);
    const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
    assert.ok(root);
    const at = (name: string) => vscode.Uri.joinPath(root, 'programs/lfx-mentorship', name);
    const path = '03-Sep-Nov/project_ideas.md';
    const { fs } = vscode.workspace;
    await fs.writeFile(at(`2029/${path}`), new TextEncoder().encode(text));
    await until('the proposal of the new folder', async () => (await places()).includes(`/2029/${path}`));
    await fs.rename(at('2029'), at('2031'));
    await until('the proposal of the renamed folder', async () => (await places()).join() === `/2031/${path}`);
    await fs.delete(at('2031'), { recursive: true });
    await until('no proposal of the folder', async () => (await places()).length === 0);
  });
});

/** Where symbols with the title stand, from the year on; VS Code's own Markdown has headings among them, too. */
async function places(): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    title,
  );
  const named = found.filter(({ name }) => name === title);
  return named.map(({ location }) => /\/20\d\d\/.*/.exec(location.uri.path)?.[0] ?? '');
}
