import { type CompletionItem, type CompletionParams, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, completionsAt } from '../core/features/completion';
import type { Context } from './context';
import { toCompletionKind, toTextEdit } from './convert';

/**
 * VS Code offers nothing in Markdown unless a trigger character is typed, so all with which a name, a handle, an
 * address, a label or a heading may begin or go on are triggers. In prose the answer is empty, and at once.
 */
export const triggerCharacters: string[] = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāČčĆćĐđĒēĘęĞğĪīİıŁłŃńŌōŐőŚśŞşŠšŪūŰűŹźŻżŽž',
  ...'@ #-*(.:/,',
];

export function serveCompletion(context: Context): void {
  context.connection.onCompletion(context.guard('completion', [], (params) => complete(context, params)));
}

function complete({ documents, known }: Context, { textDocument, position }: CompletionParams): CompletionItem[] {
  const open = documents.get(textDocument.uri);
  if (!open?.proposals.kind) return [];
  const { text, proposals } = open;
  return completionsAt(proposals, text.offsetAt(position), known).map((completion) => toItem(text, completion));
}

function toItem(text: TextDocument, completion: Completion): CompletionItem {
  const { kind, label, detail, documentation, filterText, sortText, edit } = completion;
  return {
    label,
    kind: toCompletionKind(kind),
    filterText,
    sortText,
    textEdit: toTextEdit(text, edit),
    ...(detail === null ? {} : { labelDetails: { description: detail } }),
    ...(documentation === null ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
  };
}
