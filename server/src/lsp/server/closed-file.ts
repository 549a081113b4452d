import type { Finding } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { FileContent, Files } from '../../host/ports';
import type { Context } from './context';

/** A file that is not open in the editor. */
export interface ClosedFile {
  readonly proposals: ProposalsDocument;
  /** The findings as they are shown. */
  readonly findings: readonly Finding[];
}

/** The findings of a file on the disk; null if it is unreadable or excluded. */
export async function lookAtClosed(context: Context, files: Files, uri: string): Promise<ClosedFile | null> {
  const settings = await context.rulesFor(uri);
  const proposals = settings && (await readClosed(context, files, uri));
  if (!settings || !proposals) return null;
  const findings = findingsOf(proposals, context.knownBeside(uri), settings);
  return { proposals, findings: await context.changes.shownOfClosed(uri, proposals, findings) };
}

/** A file on the disk; null if it is unreadable. */
export async function readClosed(context: Context, files: Files, uri: string): Promise<ProposalsDocument | null> {
  const { workspace } = context;
  const content = await contentOfClosed(context, files, uri);
  if (content.is !== 'text') return null;
  return readDocument(content.text, workspace.pathOf(uri), workspace.readOptions(uri));
}

/**
 * The current text on disk of a file of the workspace. The file may have been replaced by a link, so it must still be
 * in its folder. Never rejects.
 */
export async function contentOfClosed({ workspace }: Context, files: Files, uri: string): Promise<FileContent> {
  const folder = workspace.around(uri);
  if (folder === null) return { is: 'unreadable', why: 'it lies in no folder of the workspace' };
  return files.read(uri, folder);
}
