import * as vscode from 'vscode';
import { submissionRequest, type WireField, type WireSubmission } from '../../../server/src/protocol/submission';
import type { Ask } from '../editor/rename';
import { l10n } from '../ui/l10n';
import { plainText } from '../ui/plain-text';
import { createPagePanel } from '../ui/surfaces';
import { type DraftPlace, placeIn, placeOf } from './draft-place';
import type { FromPage, ToPage } from './page-messages';
import { type PageAction, pageViewOf } from './page-view';

/** The kind of the panel, by which VS Code restores it. */
export const previewType = 'mentorshipProposals.submission';

export interface PreviewHost {
  readonly extensionUri: vscode.Uri;
  readonly ask: Ask;
  /** What can be done with a draft now, in the order of the page. */
  actions(submission: WireSubmission): readonly PageAction[];
  act(id: string, place: DraftPlace): unknown;
}

/** The panel that shows what the draft at the caret becomes. There is at most one. */
export class Preview {
  private panel: vscode.WebviewPanel | null = null;
  private place: DraftPlace | null = null;
  private targets: readonly WireField['range'][] = [];
  private state: 'idle' | 'asking' | 'again' = 'idle';
  private readonly shownEmitter = new vscode.EventEmitter<ToPage>();
  private readonly listeners: readonly vscode.Disposable[];

  /** What the page has been told to show. */
  readonly onShown = this.shownEmitter.event;

  constructor(private readonly host: PreviewHost) {
    this.listeners = [
      this.shownEmitter,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === this.place?.uri) void this.refresh();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.uri.toString() === this.place?.uri) void this.refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
    ];
  }

  dispose(): void {
    this.panel?.dispose();
    for (const listener of this.listeners) listener.dispose();
  }

  /** Shows the draft at a place beside the editor, which keeps the focus. */
  show(place: DraftPlace): void {
    this.place = place;
    if (this.panel) this.panel.reveal(undefined, true);
    else {
      this.adopt(createPagePanel(previewType, l10n.t('Submission'), optionsOf(this.host)));
    }
    void this.refresh();
  }

  /** Takes a panel that VS Code has restored. `state` is what its page had kept, which may be anything. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    if (this.panel) {
      panel.dispose();
      return;
    }
    this.place = placeIn(state) ?? placeOf(vscode.window.activeTextEditor);
    panel.webview.options = optionsOf(this.host);
    this.adopt(panel);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    panel.onDidDispose(() => {
      this.panel = null;
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.heard(message));
    panel.webview.html = htmlOf(panel.webview, this.host.extensionUri);
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    const place = this.panel ? placeOf(editor) : null;
    if (!place) return;
    const { uri, position } = place;
    // A caret that moves within its line is in the same draft.
    if (uri === this.place?.uri && position.line === this.place.position.line) return;
    this.place = place;
    void this.refresh();
  }

  /** One question at a time; what has changed meanwhile is asked for afterwards. */
  private async refresh(): Promise<void> {
    if (!this.panel) return;
    if (this.state !== 'idle') {
      this.state = 'again';
      return;
    }
    this.state = 'asking';
    await this.ask();
    const again = (this.state as 'asking' | 'again') === 'again';
    this.state = 'idle';
    if (again) await this.refresh();
  }

  private async ask(): Promise<void> {
    const { place } = this;
    const submission = place
      ? await this.host.ask<WireSubmission | null>(submissionRequest, place).catch(() => null)
      : null;
    if (!this.panel) return;
    if (!submission) {
      this.tell({
        is: 'nothing',
        sentence: l10n.t('Place the cursor in a draft that is filed with an issue form.'),
        place,
      });
      return;
    }
    const { view, targets } = pageViewOf(submission, this.host.actions(submission));
    this.targets = targets;
    this.tell({ is: 'view', view, place });
  }

  private tell(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
    this.shownEmitter.fire(message);
  }

  private heard(message: unknown): void {
    const { is, target, id } = (message ?? {}) as Partial<Record<keyof (FromPage & object) | 'target' | 'id', unknown>>;
    if (is === 'ready') void this.refresh();
    if (is === 'reveal' && typeof target === 'number') void this.reveal(this.targets[target]);
    if (is === 'act' && typeof id === 'string' && this.place) this.host.act(id, this.place);
  }

  /** Goes to a place in the draft, in the editor that shows it. */
  private async reveal(range: WireField['range'] | undefined): Promise<void> {
    if (!range || !this.place) return;
    const uri = vscode.Uri.parse(this.place.uri, true);
    const own = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const { start, end } = range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    await vscode.window.showTextDocument(uri, {
      selection: new vscode.Range(selection.end, selection.end),
      ...(own?.viewColumn === undefined ? { viewColumn: vscode.ViewColumn.One } : { viewColumn: own.viewColumn }),
    });
  }
}

function optionsOf({ extensionUri }: PreviewHost): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

/** The page without anything in it. Only our script runs, and nothing is loaded from elsewhere. */
function htmlOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${plainText(vscode.env.language).replace(/[^\w-]/g, '')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('submission.css')}">
</head>
<body><main id="page"></main><script src="${file('submission.js')}"></script></body>
</html>`;
}
