/** The entry of a mentors list that a line is, as far as its text tells. Pure, so that it is tested without VS Code. */

/** An entry: its indentation with the marker and the blanks behind it, and whether anything follows. */
export interface ListItem {
  readonly prefix: string;
  readonly isEmpty: boolean;
}

/** The label of a mentors list, from the start of its line. */
const mentorsLabel = /^[ \t]*[-*+][ \t]+[*_]{0,3}(?:co-?|primary )?mentors?\b[^:]*:/i;

/** How many lines above an entry its label is looked for. */
const MOST_ABOVE = 30;

/**
 * The entry on line `at`, if it is below a mentors label. `lineAt` gives the text of a line. Null for every other line,
 * so that Enter stays what it is everywhere else.
 */
export function mentorItemAt(lineAt: (line: number) => string, at: number): ListItem | null {
  const own = lineAt(at);
  const indent = indentOf(own);
  const [marker = ''] = /^[-*+][ \t]+/.exec(own.slice(indent.length)) ?? [];
  if (indent === '' || marker === '') return null;
  const prefix = indent + marker;
  for (let line = at - 1; line >= 0 && line >= at - MOST_ABOVE; line--) {
    const text = lineAt(line);
    if (text.trim() === '') return null;
    if (indentOf(text).length >= indent.length) continue;
    return mentorsLabel.test(text) ? { prefix, isEmpty: own.slice(prefix.length).trim() === '' } : null;
  }
  return null;
}

/**
 * The first entry below the mentors label on line `at`, if nothing stands behind the label. `isEmpty` is true if the next
 * line already is that entry and waits for a mentor. Null for every other line. `lineAt` gives '' below the last line.
 */
export function firstMentorItemBelow(lineAt: (line: number) => string, at: number): ListItem | null {
  const own = lineAt(at);
  const label = mentorsLabel.exec(own)?.[0];
  if (label === undefined || own.slice(label.length).replace(/[*_]/g, '').trim() !== '') return null;
  const next = lineAt(at + 1);
  const [marker = ''] = /^[ \t]+[-*+](?=[ \t]|$)/.exec(next) ?? [];
  if (indentOf(marker).length <= indentOf(own).length) return { prefix: `${indentOf(own)}  - `, isEmpty: false };
  return { prefix: `${marker} `, isEmpty: next.trim().length === 1 };
}

function indentOf(line: string): string {
  return line.slice(0, line.length - line.trimStart().length);
}
