import { knownFileOf } from '../../core/known/file';
import type { KnownFile } from '../../core/known/known';
import type { ProposalsDocument } from '../../core/model/document';
import { lineStartsOf } from '../../core/text/lines';

/** What the index keeps of a file that is not open: no prose, and no string that would hold on to the file's text. */
export interface Summary {
  readonly file: KnownFile;
  readonly lineStarts: Uint32Array;
}

/** Null where the document holds nothing of ours. */
export function summaryOf(uri: string, document: ProposalsDocument): Summary | null {
  const file = knownFileOf(uri, document, keeper());
  return file && { file, lineStarts: Uint32Array.from(lineStartsOf(document.text)) };
}

/** Copies strings, each once: most of what a file says of its proposals is said many times. */
function keeper(): (text: string) => string {
  const strings = new Map<string, string>();
  return (text) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    // A slice of a text would keep the whole text in memory.
    const own = JSON.parse(JSON.stringify(text)) as string;
    strings.set(own, own);
    return own;
  };
}
