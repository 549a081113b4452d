/** Converts spans, findings and edits of the core to LSP. The only file that knows lines and characters. */
import {
  CompletionItemKind,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion } from '../../core/features/completion/completion';
import type { Piece } from '../../core/features/completion/offer';
import type { Edit } from '../../core/text/edit';
import { lineAt } from '../../core/text/lines';
import type { Span } from '../../core/text/span';

/** The source of our diagnostics in the list of problems. */
export const source = 'mentorship-proposals';

export function toRange(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** The span of a client's range. A reversed range is turned around. */
export function toSpan(text: TextDocument, range: Range): Span {
  const start = text.offsetAt(range.start);
  const end = text.offsetAt(range.end);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** The range in a text that is known only by its line starts. */
export function toRangeByLines(lineStarts: ArrayLike<number>, span: Span): Range {
  const position = (offset: number): Position => {
    const line = lineAt(lineStarts, offset);
    return { line, character: offset - (lineStarts[line] ?? 0) };
  };
  return { start: position(span.start), end: position(span.end) };
}

export function toTextEdit(text: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(text, edit.span), newText: edit.text };
}

/** The edit with the caret left at `caret`, an offset in its new text. */
export function toSnippetEdit(text: TextDocument, edit: Edit, caret: number): SnippetTextEdit {
  const value = `${literal(edit.text.slice(0, caret))}$0${literal(edit.text.slice(caret))}`;
  return { range: toRange(text, edit.span), snippet: { kind: 'snippet', value } };
}

/** The text as a snippet with its tab stops. The last one is at the end. */
export function snippetOf(pieces: readonly Piece[]): string {
  const parts = pieces.map((piece) => {
    if (typeof piece === 'string') return literal(piece);
    const { stop, text, choices = [] } = piece;
    if (choices.length > 1) return `\${${stop}|${choices.map((each) => each.replaceAll(/[\\,|]/g, '\\$&')).join()}|}`;
    return text === '' ? `$${stop}` : `\${${stop}:${literal(text)}}`;
  });
  return `${parts.join('')}$0`;
}

/** Escapes a text for use in a snippet. */
function literal(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}

export function toCompletionKind(kind: Completion['kind']): CompletionItemKind {
  return completionKinds[kind];
}

const completionKinds: Record<Completion['kind'], CompletionItemKind> = {
  mentor: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  project: CompletionItemKind.Module,
  proposal: CompletionItemKind.Snippet,
  issue: CompletionItemKind.Reference,
  value: CompletionItemKind.EnumMember,
  link: CompletionItemKind.Reference,
};
