import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import { openBlockIn, startBelow, withFindingsBelow } from '../../core/linter/open-block';
import type { Finding } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { demoteUnfinished, limited } from '../../core/linter/shown';
import type { Span } from '../../core/text/span';
import type { Context } from '../server/context';
import type { OpenDocument } from '../server/documents';
import { rangeOf } from '../server/locations';
import { ResultIds } from '../server/result-ids';
import { toDiagnostic } from './diagnostic';

/** How long a person has to pause before findings are pushed to a client that cannot pull, in milliseconds. */
const PUSH_PAUSE = 200;
/** The same for the findings of the other open documents. */
const OTHERS_PAUSE = 1_000;

/**
 * Answers pulls, and pushes to clients that cannot pull. Returns a function that makes the client ask again for
 * everything.
 */
export function serveDiagnostics(context: Context): () => void {
  const { connection, client, guard, clock, documents } = context;
  const ids = new ResultIds(clock.now().toString(36));
  documents.texts.onDidClose(({ document }) => ids.forget(document.uri));
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  let told = false;
  const answer = guard('diagnostics', nothing, (params: DocumentDiagnosticParams) => report(context, ids, params));
  connection.languages.diagnostics.on((params, token) => {
    told = false;
    return answer(params, token);
  });
  if (!client.pullsDiagnostics) return pushDiagnostics(context, ids);
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

/** The findings of a document, or `unchanged` if the client already has them. */
async function report(
  context: Context,
  ids: ResultIds,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const { items } = await diagnosticsOf(context, textDocument.uri);
  const resultId = ids.idOf(textDocument.uri, items);
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
  const findings = findingsOf(proposals, context.knownBeside(uri), settings, memory);
  const inWork = session.inWork(proposals, text, client.sendsCaret)?.section ?? null;
  const block = openBlockIn(findings, inWork);
  const last = session.closedVersion;
  session.belowBlock = block && last && startBelow(block, proposals, last);
  // Whoever goes on below an open block has left it, although all of that belongs to the proposal now.
  const calm = demoteUnfinished(findings, session.isBelowBlock(text) ? null : inWork);
  const shown = context.changes.shown(uri, open, calm);
  if (!block) session.closedVersion = { text: proposals.text, findings: shown };
  if (!last || session.belowBlock === null || session.isBelowBlock(text)) return { open, findings: shown };
  return { open, findings: withFindingsBelow(session.belowBlock, shown, proposals, last) };
}

function pushDiagnostics(context: Context, ids: ResultIds): () => void {
  const { connection, documents, clock, guard } = context;
  const pending = new Map<string, () => void>();
  const sent = new Map<string, string>();
  const callOff = (uri: string) => {
    pending.get(uri)?.();
    pending.delete(uri);
  };
  const push = guard('diagnostics', undefined, async (uri: string) => {
    pending.delete(uri);
    const { items: diagnostics, version } = await diagnosticsOf(context, uri);
    const mark = `${ids.idOf(uri, diagnostics)} ${version}`;
    if (sent.get(uri) === mark || !documents.texts.get(uri)) return;
    sent.set(uri, mark);
    void connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  });
  const pushAfter = (pause: number, uri: string) => {
    callOff(uri);
    const call = () => void push(uri, CancellationToken.None);
    pending.set(uri, clock.after(pause, call));
  };
  let others = () => {};
  let turn = 0;
  /** One by one, so that the person's next key is answered in between. */
  const pushOthers = guard('diagnostics of other documents', undefined, async (changed: string) => {
    const own = ++turn;
    for (const uri of documents.uris()) {
      if (uri !== changed) await push(uri, CancellationToken.None);
      await clock.pause();
      if (own !== turn) return;
    }
  });
  // A mentor in one document can cause a finding in another.
  documents.texts.onDidChangeContent(({ document: { uri } }) => {
    turn++;
    others();
    pushAfter(PUSH_PAUSE, uri);
    others = clock.after(OTHERS_PAUSE, () => void pushOthers(uri, CancellationToken.None));
  });
  documents.texts.onDidClose(({ document }) => {
    callOff(document.uri);
    sent.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return () => {
    for (const uri of documents.uris()) pushAfter(PUSH_PAUSE, uri);
  };
}
