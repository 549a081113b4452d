import { type Known, nothingKnown } from '../../server/src/core/known/known';
import type { OptionValues } from '../../server/src/core/linter/rule';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { only } from '../good';

/** What one rule reports about a text: for each finding, the text that it marks, and its message. `options` are the rule's. */
export function findingsOfRule(
  id: string,
  text: string,
  {
    path = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md',
    known = nothingKnown as Known,
    options = null as OptionValues | null,
  } = {},
): (readonly [at: string, message: string])[] {
  const findings = findingsOf(readDocument(text, path), known, { ...only(id), ...(options ? { [id]: options } : {}) });
  return findings.map(({ span, message }) => [text.slice(span.start, span.end), message]);
}
