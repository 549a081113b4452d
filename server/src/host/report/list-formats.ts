import type { ListedFile } from '../../core/features/list/list';
import { jsonText } from '../../core/text/visible';
import { csvHeader, csvRows } from './csv';

/** Formats a list of proposals file by file, so that memory does not grow with the number of terms. */
export interface ListFormat {
  readonly head: string;
  /** The text between two files. */
  readonly between: string;
  readonly tail: string;
  /** The text for one file. */
  part(file: ListedFile): string;
}

/** How proposals are listed: `pretty` is for a terminal, the others are for programs. */
export const listFormatNames = ['pretty', 'json', 'csv'] as const;

export type ListFormatName = (typeof listFormatNames)[number];

export const listFormats: Readonly<Record<Exclude<ListFormatName, 'pretty'>, ListFormat>> = {
  json: { head: '{ "version": 1, "files": [\n', between: ',\n', tail: '\n] }\n', part: (file) => jsonText(file) },
  // Without a byte order mark, Excel guesses the wrong encoding.
  csv: { head: `\ufeff${csvHeader}`, between: '', tail: '', part: csvRows },
};
