import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsAt } from '../core/features/actions';
import type { Action } from '../core/rules/rule';
import type { Context } from './context';
import { source, toActionKind, toSnippetEdit, toSpan, toTextEdit } from './convert';

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
function workspaceEdit({ client }: Context, text: TextDocument, action: Action): WorkspaceEdit {
  const { uri, version } = text;
  if (!client.versionedEdits) return { changes: { [uri]: action.edits.map((edit) => toTextEdit(text, edit)) } };
  const edits = client.snippetEdits ? editsWithCaret(text, action) : action.edits.map((edit) => toTextEdit(text, edit));
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** The edit in which the caret belongs afterwards is made a snippet, which is how LSP can say so. */
function editsWithCaret(text: TextDocument, { edits, caret }: Action): (TextEdit | SnippetTextEdit)[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let grown = 0;
  return ordered.map((edit) => {
    const inside = caret === null ? -1 : caret - edit.span.start - grown;
    grown += edit.text.length - (edit.span.end - edit.span.start);
    return inside >= 0 && inside <= edit.text.length ? toSnippetEdit(text, edit, inside) : toTextEdit(text, edit);
  });
}
