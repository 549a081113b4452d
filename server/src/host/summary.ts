import { type OutlineFile, outlineFileOf } from '../core/features/outline';
import type { ProposalsDocument } from '../core/model/document';
import { lineStartsOf } from '../core/text/lines';
import { Directory, directoryOf } from './directory';

/** What the index keeps of a file that is not open: no prose, and no string that would hold on to the file's text. */
export interface Summary {
  readonly directory: Directory;
  /** Null where there is nothing to show. */
  readonly outline: OutlineFile | null;
  readonly lineStarts: readonly number[];
}

/** Null where the document holds nothing of ours. */
export function summaryOf(uri: string, document: ProposalsDocument): Summary | null {
  if (document.kind === null) return null;
  const { mentors, uses } = directoryOf(uri, document);
  return {
    directory: new Directory(detached({ mentors, uses })),
    outline: detached(outlineFileOf(uri, document)),
    lineStarts: lineStartsOf(document.text),
  };
}

/** A copy whose strings are their own: a slice of a text would keep the whole text in memory. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
