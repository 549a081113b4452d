import type { Line } from '../model/lines';
import type { Edit } from '../text/edit';

/**
 * The edits that move all non-blank lines `columns` to the right. `start` is the offset of the lines' text in the
 * document.
 */
export function indented(text: string, lines: readonly Line[], columns: number, start: number): Edit[] {
  const blanks = ' '.repeat(columns);
  return lines.flatMap((line): Edit[] => {
    const at = start + line.start;
    // A tab absorbs fewer than four spaces before it without moving the text.
    const indent = text.charCodeAt(line.start) === 0x09 && columns < 4 ? ' '.repeat(4) : blanks;
    return line.end === line.start || line.blank ? [] : [{ span: { start: at, end: at }, text: indent }];
  });
}

/** The edits that move lines up to `columns` to the left. Null if a tab makes that impossible. */
export function outdented(text: string, lines: readonly Line[], columns: number, start: number): Edit[] | null {
  const edits: Edit[] = [];
  for (const line of lines) {
    const most = Math.min(columns, line.content - line.start);
    if (line.blank || most === 0) continue;
    if (
      text.slice(line.start, line.start + most).trim() !== '' ||
      text.slice(line.start, line.start + most).includes('\t')
    )
      return null;
    edits.push({ span: { start: start + line.start, end: start + line.start + most }, text: '' });
  }
  return edits;
}
