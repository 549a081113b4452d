import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { findingsOf } from '../core/rules/run';
import type { Context } from './context';
import { toDiagnostic } from './convert';

/** How long a person has to pause before findings are pushed to a client that cannot pull, in milliseconds. */
const PUSH_PAUSE = 200;

/** Answers pulls; clients that cannot pull are pushed to. Returns what makes the client ask again for everything. */
export function serveDiagnostics(context: Context): () => void {
  const { connection, client, guard } = context;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(guard('diagnostics', nothing, (params) => report(context, params)));
  if (!client.pullsDiagnostics) return pushDiagnostics(context);
  return () => {
    if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  };
}

/**
 * The findings of a document, or word that they are those that the client has already. The id of a result is made
 * of the result alone: there is nothing to remember between requests, and nothing that could be out of step.
 */
function report(
  context: Context,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): DocumentDiagnosticReport {
  const items = diagnosticsOf(context, textDocument.uri);
  const resultId = fingerprint(JSON.stringify(items));
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

function diagnosticsOf({ documents, known, rules }: Context, uri: string): Diagnostic[] {
  const open = documents.get(uri);
  if (!open) return [];
  return findingsOf(open.proposals, known, rules(), open.memory).map((finding) => toDiagnostic(open.text, finding));
}

function pushDiagnostics(context: Context): () => void {
  const { connection, documents, clock } = context;
  const pending = new Map<string, () => void>();
  const callOff = (uri: string) => {
    pending.get(uri)?.();
    pending.delete(uri);
  };
  const push = context.guard('diagnostics', undefined, (uri: string) => {
    pending.delete(uri);
    const version = documents.texts.get(uri)?.version;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(context, uri) });
  });
  const pushSoon = (uri: string) => {
    callOff(uri);
    const call = () => void push(uri, CancellationToken.None);
    pending.set(uri, clock.after(PUSH_PAUSE, call));
  };
  documents.texts.onDidChangeContent(({ document }) => pushSoon(document.uri));
  documents.texts.onDidClose(({ document }) => {
    callOff(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => documents.uris().forEach(pushSoon);
}

/** 53 bits of `text`, by multiplication and rotation: equal texts give equal marks, others practically never do. */
function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
