import type { Finding } from '../../core/linter/rule';
import { findingsOf } from '../../core/linter/run';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import type { Context } from './context';

/** A file that nobody has open. */
export interface ClosedFile {
  readonly proposals: ProposalsDocument;
  /** As a person wants them shown. */
  readonly findings: readonly Finding[];
}

/** What is found in a file as it is on the disk at this moment; null where it cannot be read or is not looked at. */
export async function lookAtClosed(context: Context, files: Files, uri: string): Promise<ClosedFile | null> {
  const settings = await context.rulesFor(uri);
  const proposals = settings && (await readClosed(context, files, uri));
  if (!settings || !proposals) return null;
  const findings = findingsOf(proposals, context.knownBeside(uri), settings);
  return { proposals, findings: await context.changes.shownOfClosed(uri, proposals, findings) };
}

/** A file as it is on the disk; null where it cannot be read. */
export async function readClosed({ workspace }: Context, files: Files, uri: string): Promise<ProposalsDocument | null> {
  const content = await files.read(uri, workspace.around(uri) ?? undefined);
  if (content.is !== 'text') return null;
  return readDocument(content.text, workspace.pathOf(uri), { projects: workspace.projects() });
}
