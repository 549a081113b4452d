import { knownFileOf } from '../../server/src/core/known/file';
import { type Known, nothingKnown } from '../../server/src/core/known/known';
import type { Finding, RuleSettings } from '../../server/src/core/linter/rule';
import { rules } from '../../server/src/core/linter/rules';
import { findingsOf } from '../../server/src/core/linter/run';
import { type ProposalsDocument, readDocument } from '../../server/src/core/model/document';
import type { Span } from '../../server/src/core/text/span';
import { Directory, knownFromDirectory } from '../../server/src/host/workspace/file-index';
import type { Case } from './mutate';

/** What the checks of one document share. */
export interface Subject extends Case {
  readonly text: string;
  /** The last version, read afresh. */
  readonly document: ProposalsDocument;
  /** With nothing but this document. */
  readonly known: Known;
  readonly findings: readonly Finding[];
  /** Carets. */
  readonly offsets: readonly number[];
}

/** Every rule is on. */
export const all: RuleSettings = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

export const uri = 'file:///project_ideas.md';
/** Milliseconds since 1970. */
export const now = Date.UTC(2026, 0, 15);

/** A document prepared for the checks. Throws what reading it throws. */
export function subjectOf({ path, versions }: Case): Subject {
  const text = versions.at(-1) ?? '';
  const document = readDocument(text, path);
  const file = knownFileOf(uri, document);
  const known = file ? knownFromDirectory(new Directory([file])) : nothingKnown;
  const findings = findingsOf(document, known, all);
  return { path, versions, text, document, known, findings, offsets: offsetsIn(text, findings, document) };
}

/** Where something is to be seen, and some places anywhere: by the text alone, so that they are the same again. */
function offsetsIn(text: string, findings: readonly Finding[], { proposals }: ProposalsDocument): number[] {
  const anywhere = [1, 3, 7].map((part) => Math.floor((text.length * part) / 8));
  const found = findings.slice(0, 3).map(({ span }) => span.start);
  const read = proposals
    .slice(0, 3)
    .flatMap(({ section: { start }, body }) => [
      start + body.title.span.end,
      ...body.fields.slice(0, 3).map(({ value }) => start + value.end),
      ...body.mentors.slice(0, 2).map(({ span }) => start + span.start + 1),
      ...body.upstream.slice(0, 1).map(({ span }) => start + span.start),
    ]);
  return [...new Set([0, text.length, ...anywhere, ...found, ...read])];
}

/** Throws a RangeError unless a span lies in that range. */
export function within({ start, end }: Span, range: Span, what: string): void {
  const isWhole = Number.isInteger(start) && Number.isInteger(end);
  if (!isWhole || start < range.start || end < start || end > range.end)
    throw new RangeError(`${what}: ${start} to ${end} is not in ${range.start} to ${range.end}`);
}

/** Letters and digits that belong together. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** What `before` has and `after` has not, or not as often. */
export function lostBetween(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  return before.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
