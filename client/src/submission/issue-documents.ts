import * as vscode from 'vscode';
import type { FiledIssue } from './filed-issues';

const scheme = 'mentorship-proposals-issue';

/** As many texts are kept for editors that show them. */
const MOST = 20;

/** The bodies of issues as documents that cannot be edited, to be compared. */
export class IssueDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  private count = 0;

  dispose(): void {
    this.registration.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** Shows what becomes of the body of an issue, in the editor for differences. */
  async compare({ repository, number }: FiledIssue, present: string, draft: string, title: string): Promise<void> {
    this.count++;
    const add = (side: string, text: string) => {
      const path = `/${repository}/${number}/${side}.md`;
      const uri = vscode.Uri.from({ scheme, path, query: String(this.count) });
      this.texts.set(uri.toString(), text);
      return uri;
    };
    const [left, right] = [add('issue', present), add('draft', draft)];
    for (const old of [...this.texts.keys()].slice(0, -MOST)) this.texts.delete(old);
    await vscode.commands.executeCommand('vscode.diff', left, right, title);
  }
}
