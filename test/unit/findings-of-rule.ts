import { type Known, nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { only } from '../good';

/** What one rule says of a text, in its order: the text it is said at, and the message. */
export function findingsOfRule(
  id: string,
  text: string,
  { path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md', known = nothingKnown as Known } = {},
): (readonly [at: string, message: string])[] {
  const findings = findingsOf(readDocument(text, path), known, only(id));
  return findings.map(({ span, message }) => [text.slice(span.start, span.end), message]);
}
