/** What holds of every document, whatever its text. */
import { expect } from 'vitest';
import type { ProposalsDocument } from '../../server/src/core/model/document';
import type { Span } from '../../server/src/core/text/span';

/** Sections touch each other and cover the text; every span lies in its proposal, and that of a label cuts out its text. */
export function expectSound(document: ProposalsDocument): void {
  let end = 0;
  for (const section of document.sections) {
    expect(section.start).toBe(end);
    end = section.end;
  }
  if (document.kind !== null) expect(end).toBe(document.text.length);
  for (const { section, body } of document.proposals) {
    expect(document.text.slice(section.start, section.end)).toBe(body.text);
    for (const { start, end } of spansIn(body))
      expect(0 <= start && start <= end && end <= body.text.length).toBe(true);
    for (const { label } of body.fields)
      if (label) expect(body.text.slice(label.span.start, label.span.end)).toBe(label.text);
  }
}

/** All spans in a value, wherever they hang. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}
