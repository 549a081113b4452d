import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { Finding } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { demoteUnfinished, limited } from '../../core/linter/shown';
import type { Span } from '../../core/text/span';
import type { Context } from '../server/context';
import type { OpenDocument } from '../server/documents';
import { rangeOf } from '../server/locations';
import { fingerprint } from '../server/result-id';
import { toDiagnostic } from './diagnostic';

/** How long a person has to pause before findings are pushed to a client that cannot pull, in milliseconds. */
const PUSH_PAUSE = 200;

/**
 * Answers pulls, and pushes to clients that cannot pull. Returns a function that makes the client ask again for
 * everything.
 */
export function serveDiagnostics(context: Context): () => void {
  const { connection, client, guard } = context;
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  let told = false;
  const answer = guard('diagnostics', nothing, (params: DocumentDiagnosticParams) => report(context, params));
  connection.languages.diagnostics.on((params, token) => {
    told = false;
    return answer(params, token);
  });
  if (!client.pullsDiagnostics) return pushDiagnostics(context);
  return () => {
    // A second notification is useless until the client has asked again.
    if (told || !client.refreshesDiagnostics) return;
    told = true;
    // We ignore failures, because a client may be shutting down or may not support the request.
    void connection.languages.diagnostics.refresh().catch(() => {
      told = false;
    });
  };
}

/**
 * The findings of a document, or `unchanged` if the client already has them. The result id is a hash of the result, so
 * nothing has to be remembered between requests.
 */
async function report(
  context: Context,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const { items } = await diagnosticsOf(context, textDocument.uri);
  const resultId = fingerprint(JSON.stringify(items));
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** The findings of a document once its settings are known, with its version at that time. */
async function diagnosticsOf(context: Context, uri: string): Promise<{ items: Diagnostic[]; version?: number }> {
  const shown = await findingsShown(context, uri);
  if (!shown) return { items: [] };
  const { text } = shown.open;
  const rangeIn = (other: string | null, span: Span) => rangeOf(context, { uri: other ?? uri, span });
  const items = limited(shown.findings).map((each) => toDiagnostic(text, each, { client: context.client, rangeIn }));
  return { items, version: text.version };
}

/** The findings of an open document as they are shown. Null if it is not open or excluded. */
export async function findingsShown(
  context: Context,
  uri: string,
): Promise<{ open: OpenDocument; findings: readonly Finding[] } | null> {
  const { documents, client } = context;
  // Only after the configuration is read do we know the files of its programs.
  const mayHold = documents.get(uri)?.proposals.kind || documents.candidate(uri);
  const settings = mayHold ? await context.rulesFor(uri) : null;
  const open = documents.get(uri);
  if (!open?.proposals.kind || !settings) return null;
  const { text, proposals, memory, session } = open;
  const inWork = session.inWork(proposals, text, client.sendsCaret);
  const findings = findingsOf(proposals, context.knownBeside(uri), settings, memory);
  const calm = demoteUnfinished(findings, inWork?.section ?? null);
  return { open, findings: context.changes.shown(uri, open, calm) };
}

function pushDiagnostics(context: Context): () => void {
  const { connection, documents, clock } = context;
  const pending = new Map<string, () => void>();
  const sent = new Map<string, string>();
  const callOff = (uri: string) => {
    pending.get(uri)?.();
    pending.delete(uri);
  };
  const push = context.guard('diagnostics', undefined, async (uri: string) => {
    pending.delete(uri);
    const { items: diagnostics, version } = await diagnosticsOf(context, uri);
    const mark = fingerprint(JSON.stringify([diagnostics, version]));
    if (sent.get(uri) === mark || !documents.texts.get(uri)) return;
    sent.set(uri, mark);
    void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  });
  const pushSoon = (uri: string) => {
    callOff(uri);
    const call = () => void push(uri, CancellationToken.None);
    pending.set(uri, clock.after(PUSH_PAUSE, call));
  };
  // A mentor in one document can cause a finding in another.
  documents.texts.onDidChangeContent(() => documents.uris().forEach(pushSoon));
  documents.texts.onDidClose(({ document }) => {
    callOff(document.uri);
    sent.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => documents.uris().forEach(pushSoon);
}
