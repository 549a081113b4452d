import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigReport } from '../../host/workspace/configs';
import { source, toRange } from '../server/convert';

/** The effect of the problem, for the person who fixes it. */
const consequence = 'Until then, the last valid version applies and layout is not fixed automatically.';

/**
 * Shows what is wrong with configurations, open or not: no client asks for a file of a language that is not ours, so it
 * is pushed. Nothing is said of a file that has always been right.
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
    // A client that is about to go has no use for it.
    void connection.sendDiagnostics({ uri, diagnostics }).catch(() => {});
  };
}
