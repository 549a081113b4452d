import type { Line } from '../model/lines';
import type { Edit } from '../text/edit';

/** The edits that move all lines but blank ones by `columns` to the right. `start` is where the lines' text begins in the document. */
export function indented(text: string, lines: readonly Line[], columns: number, start: number): Edit[] {
  const blanks = ' '.repeat(columns);
  return lines.flatMap((line): Edit[] => {
    const at = start + line.start;
    // Before a tab, blanks would disappear in its width.
    const indent = text.charCodeAt(line.start) === 0x09 && columns < 4 ? ' '.repeat(4) : blanks;
    return line.end === line.start || line.blank ? [] : [{ span: { start: at, end: at }, text: indent }];
  });
}

/** The edits that move lines by `columns` to the left, as far as they are indented; null where tabs do not let them. */
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
