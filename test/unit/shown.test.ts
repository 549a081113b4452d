import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../server/src/core/rules/rule';
import { calmed, limited } from '../../server/src/core/rules/shown';

function finding(rule: string, start: number, severity: Severity = 'error'): Finding {
  return { rule, severity, span: { start, end: start + 1 }, message: rule, fixable: false };
}

describe('calm', () => {
  const findings = [finding('missing-field', 5), finding('missing-field', 15), finding('field-label', 16)];

  test('nothing changes where nobody writes', () => {
    expect(calmed(findings, null)).toEqual(findings);
  });

  test('what is only unfinished is a hint in the proposal that is being written', () => {
    const severities = calmed(findings, { start: 10, end: 20 }).map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'hint', 'error']);
  });

  test('the next proposal begins where this one ends', () => {
    expect(calmed(findings, { start: 0, end: 5 })).toEqual(findings);
  });
});

describe('a limit', () => {
  test('leaves fewer findings as they are', () => {
    const few = [finding('a', 1), finding('b', 2)];
    expect(limited(few, 2)).toBe(few);
  });

  test('keeps the gravest, in the order of the text, and says how many are left out', () => {
    const severities: Severity[] = ['hint', 'error', 'information', 'warning', 'error'];
    const kept = limited(
      severities.map((severity, i) => finding(`r${i}`, i, severity)),
      4,
    );
    expect(kept.map(({ rule }) => rule)).toEqual(['too-many', 'r1', 'r3', 'r4']);
    expect(kept[0]?.message).toBe('2 more findings of this file are not shown; these are the gravest.');
  });

  test('is a thousand', () => {
    const many = Array.from({ length: 1_500 }, (_, i) => finding('a', i));
    expect(limited(many)).toHaveLength(1_000);
  });
});
