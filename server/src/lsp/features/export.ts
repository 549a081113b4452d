import { listedFile } from '../../core/features/list/list';
import { termsOf } from '../../core/features/outline/terms';
import type { KnownFile } from '../../core/known/known';
import type { ProposalsDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import { type ListFormat, listFormats } from '../../host/report/list-formats';
import {
  type ExportFileParams,
  type ExportParams,
  exportFileRequest,
  exportRequest,
  termsRequest,
  type WireExport,
  type WireTerm,
} from '../../protocol/commands';
import { readClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { paramsIn } from '../server/params';

/** Answers the parts of a list of proposals, file by file: the same list that the command line prints. */
export function serveExport(context: Context, files: Files): void {
  const { connection, guard } = context;
  const empty: WireExport = { files: [], head: '', between: '', tail: '' };
  connection.onRequest<readonly WireTerm[], never>(
    termsRequest,
    guard('the terms', [], () => terms(context)),
  );
  connection.onRequest<WireExport, never>(
    exportRequest,
    guard('an export', empty, (params: unknown) => exportOf(context, params)),
  );
  connection.onRequest<string | null, never>(
    exportFileRequest,
    guard('exporting a file', null, (params: unknown) => exportFile(context, files, params)),
  );
}

async function terms({ workspace, known }: Context): Promise<readonly WireTerm[]> {
  await workspace.load();
  return termsOf(known.files()).map(({ id, label, files }) => ({
    id,
    label,
    proposals: files.reduce((sum, { proposals }) => sum + proposals.length, 0),
  }));
}

async function exportOf({ workspace, known }: Context, params: unknown): Promise<WireExport> {
  const { term, format } = paramsIn<ExportParams>(params);
  await workspace.load();
  const isOfTerm = (all: readonly KnownFile[]) => termsOf(all).find(({ id }) => id === term)?.files ?? [];
  const all = known.files();
  const files = [...(typeof term === 'string' ? isOfTerm(all) : all)].sort(byPath);
  const { head, between, tail } = listingIn(format);
  return { files: files.map(({ uri }) => uri), head, between, tail };
}

async function exportFile(context: Context, files: Files, params: unknown): Promise<string | null> {
  const { uri, format } = paramsIn<ExportFileParams>(params);
  const file = context.known.files().find((each) => each.uri === uri);
  const document = file ? await documentOf(context, files, file) : null;
  return document && listingIn(format).part(listedFile(document));
}

/** The editor's text if the file is open; null if it is unreadable. */
async function documentOf(context: Context, files: Files, { uri }: KnownFile): Promise<ProposalsDocument | null> {
  const open = context.documents.read(uri);
  if (open) return open;
  return readClosed(context, files, uri);
}

function listingIn(format: unknown): ListFormat {
  return format === 'csv' ? listFormats.csv : listFormats.json;
}

function byPath({ path: a }: KnownFile, { path: b }: KnownFile): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
