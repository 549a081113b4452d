import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';

/** What makes a text expensive to read or to check. */
export interface Counts {
  readonly proposals: number;
  readonly mentors: number;
  readonly findings: number;
  /** Entries of tables of contents. */
  readonly contents: number;
  /** HTML elements that are targets of links. */
  readonly anchors: number;
  readonly links: number;
  /** Proposals whose labels are others than those of the proposal before: how mixed the templates are. */
  readonly otherLabels: number;
}

type Files = readonly (readonly [path: string, text: string])[];

/** How many of each there are in a kilobyte (1,000 characters), over all files. */
export function countsPerKilobyte(files: Files): Counts {
  const counts = files.map(([path, text]) => countsIn(path, text));
  const kilobytes = files.reduce((sum, [, text]) => sum + text.length, 0) / 1_000;
  const rate = (name: keyof Counts) => counts.reduce((sum, each) => sum + each[name], 0) / kilobytes;
  return {
    proposals: rate('proposals'),
    mentors: rate('mentors'),
    findings: rate('findings'),
    contents: rate('contents'),
    anchors: rate('anchors'),
    links: rate('links'),
    otherLabels: rate('otherLabels'),
  };
}

function countsIn(path: string, text: string): Counts {
  const document = readDocument(text, path);
  const labels = document.proposals.map(({ body }) => body.fields.map(({ label }) => label?.text ?? '').join('\n'));
  const matches = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    proposals: document.proposals.length,
    mentors: document.proposals.reduce((sum, { body }) => sum + body.mentors.length, 0),
    findings: findingsOf(document, nothingKnown, {}).length,
    contents: matches(/^\s*[-*+\d.]+ +\[[^\]\n]*\]\(#[^)\n]*\)/gm),
    anchors: matches(/<\w+[^>\n]* (?:id|name) *=/g),
    links: matches(/\]\([^)\n]*\)|https?:\/\//g),
    otherLabels: labels.filter((each, n) => n > 0 && each !== labels[n - 1]).length,
  };
}
