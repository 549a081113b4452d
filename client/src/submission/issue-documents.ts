import * as vscode from 'vscode';
import type { PlainText } from '../ui/plain-text';
import type { FiledIssue } from './filed-issues';

const scheme = 'mentorship-proposals-issue';

/** As many texts are kept for editors that show them. */
const MOST = 20;

/** An issue in review as a draft. */
export interface ReadIssue {
  readonly repository: string;
  readonly number: number;
  readonly text: string;
  readonly findings: readonly vscode.Diagnostic[];
}

/** What an issue says in the place of a document. */
export interface IssueSide {
  /** `owner/repo#123`. */
  readonly name: string;
  readonly text: string;
  readonly title: PlainText;
  /** What is shown first. */
  readonly selection: vscode.Range;
}

/** Issues as documents that cannot be edited: to be compared, or read as drafts. */
export class IssueDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly findings = vscode.languages.createDiagnosticCollection('mentorshipProposals.issues');
  private readonly parts = vscode.Disposable.from(
    this.changed,
    this.findings,
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.findings.delete(uri)),
  );
  private count = 0;

  /** VS Code reads a document again that has changed. */
  get onDidChange(): vscode.Event<vscode.Uri> {
    return this.changed.event;
  }

  dispose(): void {
    this.parts.dispose();
  }

  /** Shows an issue as a draft with its findings. */
  async read({ repository, number, text, findings }: ReadIssue): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${repository}/issue-${number}.md` });
    this.keep(uri, text);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    this.findings.set(uri, findings);
    await vscode.window.showTextDocument(document);
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
      this.keep(uri, text);
      return uri;
    };
    const [left, right] = [add('issue', present), add('draft', draft)];
    await vscode.commands.executeCommand('vscode.diff', left, right, title);
  }

  /** Shows on the left what an issue says, and on the right a document that can be edited. */
  async putBeside(document: vscode.TextDocument, { name, text, title, selection }: IssueSide): Promise<void> {
    this.count++;
    const uri = vscode.Uri.from({ scheme, path: `/${name.replace('#', '/')}/issue.md`, query: String(this.count) });
    this.keep(uri, text);
    await vscode.commands.executeCommand('vscode.diff', uri, document.uri, title, { selection, preview: true });
  }

  /** The oldest texts go first. */
  private keep(uri: vscode.Uri, text: string): void {
    this.texts.delete(uri.toString());
    this.texts.set(uri.toString(), text);
    for (const old of [...this.texts.keys()].slice(0, -MOST)) this.texts.delete(old);
  }
}
