import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsAt } from '../core/features/actions';
import type { Action } from '../core/rules/rule';
import type { Context } from './context';
import { source, toActionKind, toSpan, toTextEdit } from './convert';

export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

export function serveActions(context: Context): void {
  context.connection.onCodeAction(context.guard('code actions', [], (params) => actions(context, params)));
}

/**
 * What can be done at a place. Every edit is computed from the document as it is now: what a client sends back of a
 * finding tells which finding an action belongs to, and nothing else of it is believed.
 */
function actions(context: Context, params: CodeActionParams): CodeAction[] {
  const { only } = params.context;
  const wanted = (kind: CodeActionKind) => !only || only.some((each) => kind === each || kind.startsWith(`${each}.`));
  if (!codeActionKinds.some(wanted)) return [];
  const open = context.documents.get(params.textDocument.uri);
  if (!open?.proposals.kind) return [];
  const span = toSpan(open.text, params.range);
  return actionsAt(open.proposals, span, context.known, context.rules())
    .filter(({ kind }) => wanted(toActionKind(kind)))
    .map((action) => toCodeAction(context, open.text, action, params));
}

function toCodeAction(context: Context, text: TextDocument, action: Action, params: CodeActionParams): CodeAction {
  const diagnostics = params.context.diagnostics.filter((each) => each.source === source && each.code === action.rule);
  return {
    title: action.title,
    kind: toActionKind(action.kind),
    isPreferred: action.preferred,
    edit: workspaceEdit(context, text, action),
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
  };
}

/** With the version where the client knows versions, so that an edit never lands in another text than it was made for. */
function workspaceEdit({ client }: Context, text: TextDocument, { edits }: Action): WorkspaceEdit {
  const { uri, version } = text;
  const changes = edits.map((edit) => toTextEdit(text, edit));
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
