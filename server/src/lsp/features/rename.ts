import {
  LSPErrorCodes,
  type Position,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Refused, Renamed } from '../../core/features/rename/new-name';
import {
  type Named,
  type NamedPart,
  nameAt,
  newName,
  renamableHeadingAt,
  renameIn,
} from '../../core/features/rename/rename';
import { type ProposalsDocument, readDocument } from '../../core/model/document';
import type { Files } from '../../host/ports';
import { sameUri } from '../../host/uri';
import { headingRequest, renameHeadingRequest, type WireHeading, type WireRename } from '../../protocol/rename';
import { contentOfClosed } from '../server/closed-file';
import type { Context } from '../server/context';
import { toRange, toTextEdit } from '../server/convert';
import type { OpenDocument } from '../server/documents';

/** What renaming needs besides the index, which may be older than the files. */
export interface RenameOptions {
  readonly files: Files;
  /** Whether the editor renames the headings of Markdown by itself. */
  readonly headings: boolean;
}

type Refusal = ResponseError<void>;

/** The rename capability. Some clients cannot prepare a rename. */
export function renameProvider(prepares: boolean | undefined): ServerCapabilities['renameProvider'] {
  return prepares ? { prepareProvider: true } : true;
}

export function serveRename(context: Context, options: RenameOptions): void {
  const { connection, guard } = context;
  connection.onPrepareRename(
    guard<PrepareRenameParams, PrepareRenameResult | Refusal | null>('preparing to rename', null, (params) =>
      prepare(context, options, params),
    ),
  );
  connection.onRenameRequest(
    guard<RenameParams, WorkspaceEdit | Refusal | null>('rename', null, (params) => rename(context, options, params)),
  );
  connection.onRequest<WireHeading | null, never>(
    headingRequest,
    guard('a heading', null, (params) => heading(context, params)),
  );
  connection.onRequest<WireRename | null, never>(
    renameHeadingRequest,
    guard('renaming a heading', null, (params) => renameHeading(context, params)),
  );
}

function prepare(
  { documents }: Context,
  { headings }: RenameOptions,
  { textDocument, position }: PrepareRenameParams,
): PrepareRenameResult | Refusal | null {
  const open = documents.get(textDocument.uri);
  const named = open && nameAtPosition(open, position, headings);
  // VS Code then asks its own Markdown extension.
  if (!named) return headings ? { defaultBehavior: true } : noName(open);
  if (named.is === 'refused') return refusal(named);
  return { range: toRange(open.text, named.span), placeholder: named.text };
}

async function rename(
  context: Context,
  options: RenameOptions,
  { textDocument, position, newName: written }: RenameParams,
): Promise<WorkspaceEdit | Refusal | null> {
  const open = context.documents.get(textDocument.uri);
  const named = open && nameAtPosition(open, position, options.headings);
  if (!named) return options.headings ? null : noName(open);
  if (named.is === 'refused') return refusal(named);
  const name = newName(named, written);
  if (name.is === 'refused') return refusal(name);
  const documents = 'start' in named ? [openTarget(open)] : await documentsWith(context, options.files, open, named);
  if ('why' in documents) return refusal(documents);
  if (context.documents.get(textDocument.uri)?.proposals !== open.proposals)
    return refusal({ is: 'refused', why: 'The document has changed. Rename again.' });
  const changes: Change[] = [];
  for (const target of documents) {
    const renamed = renameIn(target.proposals, named, name.name);
    const isHere = target.proposals === open.proposals;
    if (renamed.is === 'refused')
      return refusal(isHere ? renamed : { ...renamed, why: `In ${target.proposals.path}: ${renamed.why}` });
    if (renamed.edits.length > 0) changes.push({ ...target, edits: renamed.edits });
  }
  return workspaceEdit(context, changes);
}

/** Null in documents that are not ours: there another server may know what to rename. */
function noName(open: OpenDocument | null): Refusal | null {
  if (!open?.proposals.kind) return null;
  const names = 'the title of a proposal or project and the handle or e-mail address of a mentor';
  return refusal({ is: 'refused', why: `Only ${names} can be renamed. Place the cursor on one of these.` });
}

/** Headings are left to an editor that renames them itself. */
function nameAtPosition({ text, proposals }: OpenDocument, position: Position, headings: boolean) {
  const named = nameAt(proposals, text.offsetAt(position));
  return named && 'start' in named && headings ? null : named;
}

/** A document in its current version. */
interface Target {
  readonly text: TextDocument;
  readonly proposals: ProposalsDocument;
  /** Null for a closed file. */
  readonly version: number | null;
}

interface Change extends Target {
  readonly edits: Renamed['edits'];
}

function openTarget({ text, proposals }: OpenDocument): Target {
  return { text, proposals, version: text.version };
}

/**
 * The documents with a mentor's handle or e-mail address: `here` and those that the index knows. Closed files are read
 * again. Refused if one of them is unreadable.
 */
async function documentsWith(
  context: Context,
  files: Files,
  here: OpenDocument,
  { is, text }: NamedPart,
): Promise<readonly Target[] | Refused> {
  const { workspace, documents, known } = context;
  await workspace.load();
  if (workspace.isPartial) {
    const why = 'Cannot rename: reading the workspace was canceled, so some files would be missed.';
    return { is: 'refused', why: `${why} Restart the editor to read all files.` };
  }
  const mentions = is === 'handle' ? known.mentorsByHandle(text) : known.mentorsByEmail(text);
  const uris = new Map(mentions.map(({ proposal: { file } }) => [sameUri(file.uri), file.uri]));
  uris.delete(sameUri(here.text.uri));
  const isOpen = (uri: string) => documents.uris().find((each) => sameUri(each) === uri);
  const others = [...uris.entries()];
  const read = await Promise.all(
    others.map(([key, uri]) => (isOpen(key) ? null : contentOfClosed(context, files, uri))),
  );
  const targets: Target[] = [openTarget(here)];
  for (const [i, [key, uri]] of others.entries()) {
    const open = documents.get(isOpen(key) ?? '');
    const content = read[i];
    const path = workspace.pathOf(uri);
    if (open) targets.push(openTarget(open));
    else if (content?.is === 'text')
      targets.push({
        text: TextDocument.create(uri, 'markdown', 0, content.text),
        proposals: readDocument(content.text, path, workspace.readOptions(uri)),
        version: null,
      });
    else {
      const why = content?.is === 'unreadable' ? content.why : 'It is no longer a text file.';
      return { is: 'refused', why: `Cannot rename: ${path} cannot be read: ${why}.` };
    }
  }
  return targets;
}

/** With versions if the client supports them, so that no edit applies to a different text. */
function workspaceEdit({ client }: Context, changes: readonly Change[]): WorkspaceEdit {
  const edits = changes.map(
    ({ text, version, edits }): TextDocumentEdit => ({
      textDocument: { uri: text.uri, version },
      edits: edits.map((edit) => toTextEdit(text, edit)),
    }),
  );
  if (client.versionedEdits) return { documentChanges: edits };
  return { changes: Object.fromEntries(changes.map(({ text }, i) => [text.uri, edits[i]?.edits ?? []])) as never };
}

function heading({ documents }: Context, params: unknown): WireHeading | null {
  const { uri, position } = (params ?? {}) as Record<string, unknown>;
  const open = typeof uri === 'string' ? documents.get(uri) : null;
  const named = open && renamableHeadingAt(open.proposals, open.text.offsetAt(toPosition(position)));
  return named && { is: named.is, title: named.text };
}

/** Null if there is no heading; refused if the heading's title has changed since the request. */
async function renameHeading({ documents, rulesFor }: Context, params: unknown): Promise<WireRename | null> {
  const { uri, position, from, to } = (params ?? {}) as Record<string, unknown>;
  const settings = (typeof uri === 'string' && (await rulesFor(uri))) || {};
  const open = typeof uri === 'string' ? documents.get(uri) : null;
  const named: Named | null = open && renamableHeadingAt(open.proposals, open.text.offsetAt(toPosition(position)));
  if (!open || !named || typeof to !== 'string') return null;
  if (named.text !== from) return { is: 'refused', why: `"${named.text}" is here now: the document has changed.` };
  const name = newName(named, to);
  if (name.is === 'refused') return name;
  const renamed = renameIn(open.proposals, named, name.name, settings);
  if (renamed.is === 'refused') return renamed;
  const edits = renamed.edits.map((edit) => ({ range: toRange(open.text, edit.span), text: edit.text }));
  return { is: 'renamed', version: open.text.version, edits, warning: renamed.warning };
}

function toPosition(value: unknown): Position {
  const { line, character } = (value ?? {}) as Record<string, unknown>;
  return { line: typeof line === 'number' ? line : 0, character: typeof character === 'number' ? character : 0 };
}

function refusal({ why }: Refused): Refusal {
  return new ResponseError(LSPErrorCodes.RequestFailed, why);
}
