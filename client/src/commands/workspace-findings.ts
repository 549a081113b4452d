import * as vscode from 'vscode';
import type { WireDiagnostic } from '../../../server/src/protocol/commands';
import type { WirePlace } from '../../../server/src/protocol/place';

/** The current findings of a file. Null if it was deleted. */
export type Look = (uri: vscode.Uri) => Promise<readonly WireDiagnostic[] | null>;

/** What a repository says of its rules. */
const configName = '.mentorship-proposals.json';

/** How long to wait after a change before a file is checked again, in milliseconds. */
const REST = 300;

/**
 * The findings of closed files in Problems. Open files have their own findings. A file's findings are removed when it
 * is opened, and computed again when it is closed or changes on disk, until all are cleared.
 */
export class WorkspaceFindings {
  private readonly collection = vscode.languages.createDiagnosticCollection('mentorshipProposals.workspace');
  /** All checked files, including open ones. */
  private readonly files = new Map<string, vscode.Uri>();
  /** The open files among them. */
  private readonly letGo = new Set<string>();
  private readonly resting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly parts: vscode.Disposable;
  private watcher: vscode.FileSystemWatcher | null = null;

  constructor(private readonly look: Look) {
    const follow = () => this.followEditor();
    this.parts = vscode.Disposable.from(
      this.collection,
      vscode.workspace.onDidOpenTextDocument(follow),
      vscode.workspace.onDidCloseTextDocument(follow),
      vscode.window.tabGroups.onDidChangeTabs(follow),
      vscode.window.onDidChangeVisibleTextEditors(follow),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('mentorshipProposals.rules')) this.lookAgainAtAll();
      }),
    );
  }

  dispose(): void {
    this.stop();
    this.parts.dispose();
  }

  clear(): void {
    this.stop();
    this.collection.clear();
    setHasFindings(false);
  }

  /** Shows the findings of a file until it is opened. */
  put(uri: vscode.Uri, found: readonly WireDiagnostic[]): void {
    this.files.set(uri.toString(), uri);
    this.watcher ??= this.watch();
    this.collection.set(uri, found.map(diagnosticOf));
    this.followEditor();
    setHasFindings(true);
  }

  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{*.md,${configName}}`);
    const changed = (uri: vscode.Uri) => (uri.path.endsWith(configName) ? this.lookAgainAtAll() : this.lookAgain(uri));
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
    return watcher;
  }

  private stop(): void {
    for (const rest of this.resting.values()) clearTimeout(rest);
    this.resting.clear();
    this.files.clear();
    this.letGo.clear();
    this.watcher?.dispose();
    this.watcher = null;
  }

  private followEditor(): void {
    if (this.files.size === 0) return;
    const open = openFiles();
    for (const [key, uri] of this.files) {
      const wasOpen = this.letGo.has(key);
      if (open.has(key) && !wasOpen) {
        this.letGo.add(key);
        this.collection.delete(uri);
      } else if (wasOpen && !open.has(key)) {
        this.letGo.delete(key);
        this.lookAgain(uri);
      }
    }
  }

  private lookAgainAtAll(): void {
    for (const uri of this.files.values()) this.lookAgain(uri);
  }

  private lookAgain(uri: vscode.Uri): void {
    const key = uri.toString();
    const isOurs = () => this.files.has(key) && !this.letGo.has(key);
    if (!isOurs()) return;
    clearTimeout(this.resting.get(key));
    const again = async () => {
      this.resting.delete(key);
      if (!isOurs()) return;
      const found = await this.look(uri).catch(() => null);
      if (isOurs()) this.collection.set(uri, (found ?? []).map(diagnosticOf));
    };
    this.resting.set(
      key,
      setTimeout(() => void again(), REST),
    );
  }
}

/** The context key of the command that clears them. */
function setHasFindings(has: boolean): void {
  void vscode.commands.executeCommand('setContext', 'mentorshipProposals.hasWorkspaceFindings', has);
}

/**
 * Files with a loaded tab, which the language client asks about. It does not ask about documents without a tab, or
 * about tabs of an earlier session that are not loaded yet.
 */
export function openFiles(): ReadonlySet<string> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  for (const { input } of tabs) {
    if (input instanceof vscode.TabInputText) shown.add(input.uri.toString());
    if (input instanceof vscode.TabInputTextDiff) shown.add(input.modified.toString());
  }
  const loaded = vscode.workspace.textDocuments.map(({ uri }) => uri.toString());
  return new Set(loaded.filter((uri) => shown.has(uri)));
}

function diagnosticOf(found: WireDiagnostic): vscode.Diagnostic {
  const { range, message, severity = 1, source, code, codeDescription, tags, relatedInformation } = found;
  const diagnostic = new vscode.Diagnostic(rangeOf(range), message, severities[severity]);
  if (source !== undefined) diagnostic.source = source;
  if (code !== undefined)
    diagnostic.code = codeDescription ? { value: code, target: vscode.Uri.parse(codeDescription.href) } : code;
  if (tags?.includes(1)) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (relatedInformation)
    diagnostic.relatedInformation = relatedInformation.map(({ location, message: text }) => {
      const place = new vscode.Location(vscode.Uri.parse(location.uri), rangeOf(location.range));
      return new vscode.DiagnosticRelatedInformation(place, text);
    });
  return diagnostic;
}

const severities = {
  1: vscode.DiagnosticSeverity.Error,
  2: vscode.DiagnosticSeverity.Warning,
  3: vscode.DiagnosticSeverity.Information,
  4: vscode.DiagnosticSeverity.Hint,
} as const;

function rangeOf({ start, end }: WirePlace['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
