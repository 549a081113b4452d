/**
 * `text` on one line, with dangerous characters escaped: line endings, control characters, changes of the reading
 * direction and commands to a workflow runner become `\n`, `\x1b`, `\u202e`, `#\x23[`. For output that people or
 * workflow runners read.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, escaped)
    .replace(runnerCommand, (mark) => `#\\x23${mark.slice(2)}`);
}

/** `value` as JSON that programs read unchanged, but that contains no command to a workflow runner that prints it. */
export function jsonText(value: unknown, indent?: number): string {
  // In JSON, two such signs occur only inside strings, where an escape is safe.
  return JSON.stringify(value, null, indent).replace(runnerCommand, (mark) => `#\\u0023${mark.slice(2)}`);
}

/** Whether a GitHub workflow runner takes a line that starts with this text as a command. */
export function beginsCommand(text: string): boolean {
  return text.trimStart().startsWith('::');
}

/** Commands that runners accept anywhere in a line: "##[add-mask]" for GitHub, "##vso[…" for Azure Pipelines. */
const runnerCommand = /##(?:vso)?\[/gi;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return short[character] ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`);
}
