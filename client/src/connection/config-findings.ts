import * as vscode from 'vscode';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient';

const configName = '.mentorship-proposals.json';

interface QueryResult {
  readonly found: vscode.Diagnostic[];
  shown: vscode.Diagnostic[];
}

/**
 * Shows the server's findings in configurations, except on lines where VS Code's JSON extension already reports
 * something.
 */
export class ConfigFindings {
  private readonly reported = new Map<string, QueryResult>();
  private show: HandleDiagnosticsSignature | null = null;
  private readonly listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) this.compare(uri);
  });

  /** Handles the diagnostics that the server pushes. */
  readonly handle = (uri: vscode.Uri, found: vscode.Diagnostic[], show: HandleDiagnosticsSignature): void => {
    const isConfig = uri.path.endsWith(`/${configName}`);
    const shown = isConfig ? withoutDoubles(uri, found) : found;
    if (isConfig && found.length > 0) this.reported.set(uri.toString(), { found, shown });
    else this.reported.delete(uri.toString());
    this.show = show;
    show(uri, shown);
  };

  dispose(): void {
    this.listener.dispose();
  }

  private compare(uri: vscode.Uri): void {
    const reported = this.reported.get(uri.toString());
    if (!reported) return;
    const shown = withoutDoubles(uri, reported.found);
    // Our own diagnostics trigger the event too, which would never end.
    if (shown.length === reported.shown.length && shown.every((each, i) => each === reported.shown[i])) return;
    reported.shown = shown;
    this.show?.(uri, shown);
  }
}

function withoutDoubles(uri: vscode.Uri, found: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  const source = found[0]?.source;
  const others = vscode.languages.getDiagnostics(uri).filter((each) => each.source !== source);
  return found.filter(({ range }) => !others.some((other) => touches(other.range, range)));
}

function touches(a: vscode.Range, b: vscode.Range): boolean {
  return a.start.line <= b.end.line && b.start.line <= a.end.line;
}
