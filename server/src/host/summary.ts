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
  const strings = new Map<string, string>();
  return {
    directory: new Directory(detached({ mentors, uses }, strings)),
    outline: detached(outlineFileOf(uri, document), strings),
    lineStarts: lineStartsOf(document.text),
  };
}

/**
 * A copy whose strings are their own, each kept once: a slice of a text would keep the whole text in memory, and most
 * of what a file says of its proposals is said many times.
 */
function detached<T>(value: T, strings = new Map<string, string>()): T {
  if (typeof value === 'string') {
    const own = strings.get(value) ?? (JSON.parse(JSON.stringify(value)) as string);
    strings.set(own, own);
    return own as T;
  }
  if (Array.isArray(value)) return value.map((each) => detached(each, strings)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) copy[key] = detached(each, strings);
  return copy as T;
}
