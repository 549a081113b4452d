import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigReport } from '../../host/workspace/configs';
import { source, toRange } from '../server/convert';

/** The effect of the problem, for the person who fixes it. */
const consequence = 'Until then, the last valid version applies and layout is not fixed automatically.';

/**
 * Pushes the problems of configurations, open or not, because clients do not pull diagnostics for JSON files. Sends
 * nothing for a file that was always valid.
 */
export function pushConfigFindings(connection: Connection): (report: ConfigReport) => void {
  const shown = new Set<string>();
  return ({ uri, text, problems, templates = [] }) => {
    const all = [...problems, ...templates];
    if (all.length === 0 && !shown.delete(uri)) return;
    if (all.length > 0) shown.add(uri);
    const document = TextDocument.create(uri, 'json', 0, text);
    const diagnostics = all.map(
      ({ message, span }, i): Diagnostic => ({
        range: toRange(document, span),
        severity: DiagnosticSeverity.Error,
        code: 'configuration',
        source,
        message: i === 0 && problems.length > 0 ? `${message} ${consequence}` : message,
      }),
    );
    // A client that is shutting down does not need it.
    void connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  };
}
