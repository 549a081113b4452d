/** What goes to the clipboard may be pasted into a terminal: control characters, which could act there, stay behind. */
import * as vscode from 'vscode';

/** As much as anybody pastes, in UTF-16 code units. */
const MOST_OF_LINE = 2_000;
const MOST = 1_000_000;

/** Copies a name, an entry or a link: one line, which a terminal does not run by itself. */
export function copyLine(text: string): Thenable<void> {
  return vscode.env.clipboard.writeText(line(text));
}

/** Copies a part of a document, with its lines. */
export function copyText(text: string): Thenable<void> {
  return vscode.env.clipboard.writeText(textOf(text));
}

/** What a person has copied, as one line. It is a value to write over, and never rendered. */
export async function copiedLine(): Promise<string> {
  return line(await vscode.env.clipboard.readText());
}

function line(text: string): string {
  return textOf(text.slice(0, MOST_OF_LINE)).replace(/\s+/g, ' ').trim();
}

/** Removes invisible characters, so that people paste exactly what they read. */
function textOf(text: string): string {
  return text.slice(0, MOST).replace(/(?![\t\r\n])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, '');
}
