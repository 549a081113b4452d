/** The texts between marks that stand outside of brackets, trimmed. `mark` matches single characters. */
export function splitOutside(line: string, mark: RegExp): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= line.length; at++) {
    const character = line.charAt(at);
    if (/[([{（【]/.test(character)) depth++;
    else if (/[)\]}）】]/.test(character)) depth = Math.max(0, depth - 1);
    else if (at === line.length || (depth === 0 && mark.test(character))) {
      parts.push(line.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts;
}
