/** A draft without mistakes, which CNCF's form takes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

export const draftPath = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';
const draft = (title: string) => `### Jaeger

#### ${title}

- Description: They are slow.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, Kubernetes
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org, LFID: adaex)
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

/** A draft of its own in a file, with what the server knows of it. */
export async function openDraft(title: string, file = draftPath): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'The sample workspace is not open.');
  const uri = vscode.Uri.joinPath(folder.uri, file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(draft(title)));
  const document = await until('the text of the file', async () => {
    const known = await vscode.workspace.openTextDocument(uri);
    return known.getText().includes(title) && known;
  });
  return vscode.window.showTextDocument(document, { preview: false });
}
