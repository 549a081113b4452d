/**
 * `text` on one line, with everything that would begin a line, drive a terminal, turn the reading direction or command
 * a runner in the middle of a line written as an escape: `\n`, `\x1b`, `\u202e`, `#\x23[`. For what a person or the runner
 * of a workflow reads.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, escaped)
    .replace(runnerCommand, (mark) => `#\\x23${mark.slice(2)}`);
}

/** `value` as JSON that says exactly the same to programs, and gives no command to a runner that prints it. */
export function jsonText(value: unknown, indent?: number): string {
  // Two of these signs stand together in texts only.
  return JSON.stringify(value, null, indent).replace(runnerCommand, (mark) => `#\\u0023${mark.slice(2)}`);
}

/** Whether a line that begins with this text is a command to the runner of a GitHub workflow. */
export function beginsCommand(text: string): boolean {
  return text.trimStart().startsWith('::');
}

/** What runners obey wherever in a line it stands: "##[add-mask]" of GitHub, "##vso[…" of Azure Pipelines. */
const runnerCommand = /##(?:vso)?\[/gi;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return short[character] ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`);
}
