import type { ListedFile } from '../../core/features/list/list';
import { jsonText } from '../../core/text/visible';
import { csvHeader, csvRows } from './csv';

/** A list of proposals as a text that is made file by file: a hundred terms need no more memory than one. */
export interface ListFormat {
  readonly head: string;
  /** What stands between the parts of two files. */
  readonly between: string;
  readonly tail: string;
  /** The part of one file. */
  part(file: ListedFile): string;
}

export const listFormats: Readonly<Record<'json' | 'csv', ListFormat>> = {
  json: { head: '{ "version": 1, "files": [\n', between: ',\n', tail: '\n] }\n', part: (file) => jsonText(file) },
  // Excel takes a table without a byte order mark for another encoding. Programs have JSON.
  csv: { head: `\ufeff${csvHeader}`, between: '', tail: '', part: csvRows },
};
