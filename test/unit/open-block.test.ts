import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBlockIn, startBelow, withFindingsBelow } from '../../server/src/core/linter/open-block';
import type { Finding } from '../../server/src/core/linter/rule';

const finding = (rule: string, start: number, end = start + 1): Finding => ({
  rule,
  severity: 'warning',
  span: { start, end },
  message: rule,
  isFixable: () => false,
});

test('only a block that opens in the proposal that is being written counts', () => {
  const block = finding('unclosed-block', 5);
  expect(openBlockIn([finding('toc', 5), block], { start: 0, end: 9 })).toBe(block);
  expect(openBlockIn([block], { start: 6, end: 9 })).toBeNull();
  expect(openBlockIn([block], null)).toBeNull();
});

test('what stays marks the same text as before, and nothing in front of the fence stays', () => {
  const text = fc.string({ minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(text, fc.nat(19), fc.nat(40), (before, at, start) => {
      const now = `${before.slice(0, at)}\`\`\`${before.slice(at)}`;
      const block = finding('unclosed-block', at, at + 3);
      const last = { text: before, findings: [finding('toc', Math.min(start, before.length - 1))] };
      for (const { rule, span } of withFindingsBelow(
        startBelow(block, { text: now }, last),
        [block],
        { text: now },
        last,
      )) {
        if (rule !== 'toc') continue;
        expect(span.start).toBeGreaterThanOrEqual(at + 3);
        const [was] = last.findings;
        expect(now.slice(span.start, span.end)).toBe(before.slice(was?.span.start, was?.span.end));
      }
    }),
  );
});
