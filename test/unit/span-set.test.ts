import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Span } from '../../server/src/core/text/span';
import { SpanSet } from '../../server/src/core/text/span-set';

const spans = fc
  .tuple(
    fc.integer({ min: 0, max: 5_000 }),
    fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ max: 3_000, min: 0 })),
  )
  .map(([start, length]): Span => ({ start, end: start + length }));

test('a set of spans gives the same answer as a look at each of them', () => {
  fc.assert(
    fc.property(fc.array(spans), spans, (added, asked) => {
      const set = new SpanSet();
      for (const span of added) set.add(span);
      expect(set.hasOverlapping(asked)).toBe(added.some((span) => overlaps(asked, span)));
    }),
  );
});

test.each([
  [
    'an empty span at the end of another, at the border of a block',
    { start: 0, end: 1024 },
    { start: 1024, end: 1024 },
  ],
  ['an empty span at the start of another', { start: 1024, end: 2048 }, { start: 1024, end: 1024 }],
])('%s overlaps it', (_, added, asked) => {
  const set = new SpanSet();
  set.add(added);
  expect(set.hasOverlapping(asked)).toBe(true);
});
