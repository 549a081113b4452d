import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../core/linter/rule';
import { limited } from '../../core/linter/shown';
import type { Span } from '../../core/text/span';
import type { Files } from '../../host/ports';
import { sameUri } from '../../host/uri';
import {
  checkFileRequest,
  type FileParams,
  type FilesToCheckParams,
  filesToCheckRequest,
  type WireDiagnostic,
  type WireFilesToCheck,
} from '../../protocol/commands';
import { lookAtClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { toRange } from '../server/convert';
import { rangeOf } from '../server/locations';
import { paramsIn } from '../server/params';
import { toDiagnostic } from './diagnostic';
import { findingsShown } from './diagnostics';

/**
 * Answers the findings of the workspace file by file, so that the client can show progress and stop, and no other
 * request waits.
 */
export function serveCheck(context: Context, files: Files): void {
  const { connection, guard } = context;
  connection.onRequest<WireFilesToCheck, never>(
    filesToCheckRequest,
    guard('the files to check', { files: [], passedOver: 0 }, (params: unknown) => filesToCheck(context, params)),
  );
  connection.onRequest<readonly WireDiagnostic[] | null, never>(
    checkFileRequest,
    guard('checking a file', null, (params: unknown) => checkFile(context, files, params)),
  );
}

/** As on the command line, published terms are checked only on request or while open. */
async function filesToCheck(context: Context, params: unknown): Promise<WireFilesToCheck> {
  const { published, open } = paramsIn<FilesToCheckParams>(params);
  const named = new Set(Array.isArray(open) ? open.filter((uri) => typeof uri === 'string').map(sameUri) : []);
  await context.workspace.load();
  const files: string[] = [];
  let passedOver = 0;
  for (const { uri, kind } of context.known.files()) {
    const isHistory = kind === 'accepted' && published !== true && !named.has(sameUri(uri));
    if (isHistory) passedOver++;
    else if (await context.rulesFor(uri)) files.push(uri);
  }
  return { files: files.sort(), passedOver };
}

/** Null if the file is not indexed, unreadable or excluded. */
async function checkFile(context: Context, files: Files, params: unknown): Promise<readonly WireDiagnostic[] | null> {
  const { uri } = paramsIn<FileParams>(params);
  const file = context.known.files().find((each) => each.uri === uri);
  if (!file) return null;
  const looked = await lookAt(context, files, file.uri);
  if (!looked) return null;
  const { text, findings } = looked;
  const rangeIn = (other: string | null, span: Span): Range | null =>
    other === null || other === text.uri ? toRange(text, span) : rangeOf(context, { uri: other, span });
  return limited(findings).map((each) => ({
    ...toDiagnostic(text, each, { client: context.client, rangeIn }),
    message: each.message,
  }));
}

interface Looked {
  readonly text: TextDocument;
  readonly findings: readonly Finding[];
}

/** The findings of an open document as the editor shows them, or of a file as it is on disk now. */
async function lookAt(context: Context, files: Files, uri: string): Promise<Looked | null> {
  const shown = await findingsShown(context, uri);
  if (shown) return { text: shown.open.text, findings: shown.findings };
  const closed = await lookAtClosed(context, files, uri);
  if (!closed) return null;
  const { proposals, findings } = closed;
  return { text: TextDocument.create(uri, 'markdown', 0, proposals.text), findings };
}
