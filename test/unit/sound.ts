/** What holds of every document, whatever its text. */
import assert from 'node:assert/strict';
import type { ProposalsDocument } from '../../server/src/core/model/document';
import type { Span } from '../../server/src/core/text/span';

/** Sections touch each other and cover the text; every span lies in its proposal, and that of a label cuts out its text. */
export function expectSound(document: ProposalsDocument): void {
  let end = 0;
  for (const section of document.sections) {
    assert.equal(section.start, end);
    end = section.end;
  }
  if (document.kind !== null) assert.equal(end, document.text.length);
  for (const { section, body } of document.proposals) {
    assert.equal(document.text.slice(section.start, section.end), body.text);
    for (const { start, end } of spansIn(body)) assert.ok(0 <= start && start <= end && end <= body.text.length);
    for (const { label } of body.fields)
      if (label) assert.equal(body.text.slice(label.span.start, label.span.end), label.text);
  }
}

/** All spans in a value, wherever they hang. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
