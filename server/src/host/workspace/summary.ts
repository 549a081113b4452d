import { type CncfProject, ProjectList } from '../../core/facts/projects';
import { knownFileOf } from '../../core/known/file';
import type { KnownFile } from '../../core/known/known';
import { type ProposalsDocument, type ReadOptions, readDocument } from '../../core/model/document';
import { lineStartsOf } from '../../core/text/lines';

/** What the index keeps of a closed file: no prose, and no string that keeps the file's text in memory. */
export interface Summary {
  readonly file: KnownFile;
  readonly lineStarts: Uint32Array;
}

/** A closed file with everything that determines how it is read, as data that another thread can get. */
export interface ClosedFile {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly program: ReadOptions['program'];
  readonly projects: readonly CncfProject[];
}

/** Null if it is not a proposals document. */
export function summaryOf(uri: string, document: ProposalsDocument): Summary | null {
  const file = knownFileOf(uri, document, keeper());
  return file && { file, lineStarts: Uint32Array.from(lineStartsOf(document.text)) };
}

/** Reads closed files one after another, most of which have the same projects. */
export function closedFileReader(): (file: ClosedFile) => Summary | null {
  let list = new ProjectList([]);
  return ({ uri, path, text, program, projects }) => {
    if (list.projects !== projects) list = new ProjectList(projects);
    return summaryOf(uri, readDocument(text, path, { program, projects: list }));
  };
}

/** From this length on, V8 makes a slice. */
const SLICED = 13;

/** Copies each distinct string once, because most of them repeat. */
function keeper(): (text: string) => string {
  const strings = new Map<string, string>();
  return (text) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    // A slice of a text would keep the whole text in memory. Engines copy short ones.
    const own = text.length < SLICED ? text : (JSON.parse(JSON.stringify(text)) as string);
    strings.set(own, own);
    return own;
  };
}
