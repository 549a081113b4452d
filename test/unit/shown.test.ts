import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '../../server/src/core/linter/rule';
import { demoteOutside, demoteUnfinished, limited } from '../../server/src/core/linter/shown';

function finding(rule: string, start: number, severity: Severity = 'error'): Finding {
  return { rule, severity, span: { start, end: start + 1 }, message: rule, isFixable: () => false };
}

describe('calm', () => {
  const findings = [finding('missing-field', 5), finding('missing-field', 15), finding('field-label', 16)];

  test('nothing changes while nobody edits', () => {
    expect(demoteUnfinished(findings, null)).toEqual(findings);
  });

  test('what is only unfinished is a hint in the proposal that is being written', () => {
    const severities = demoteUnfinished(findings, { start: 10, end: 20 }).map(({ severity }) => severity);
    expect(severities).toEqual(['error', 'hint', 'error']);
  });

  test('the next proposal begins where this one ends', () => {
    expect(demoteUnfinished(findings, { start: 0, end: 5 })).toEqual(findings);
  });
});

describe('quiet', () => {
  const findings = [0, 5, 9, 10, 19, 20, 30].map((start) => finding('field-label', start, 'warning'));

  test('what others have written is a hint, and stays one where it was', () => {
    const spans = [
      { start: 5, end: 10 },
      { start: 20, end: 30 },
    ];
    const severities = demoteOutside([...findings, finding('field-label', 40, 'hint')], spans, false).map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(['hint', 'warning', 'warning', 'hint', 'hint', 'warning', 'hint', 'hint']);
  });

  test('errors of others can stay what they are', () => {
    const errors = [finding('project-quota', 1, 'error'), finding('field-label', 2, 'warning')];
    expect(demoteOutside(errors, [], true).map(({ severity }) => severity)).toEqual(['error', 'hint']);
  });

  test('a finding that is lowered again is the same object', () => {
    const [first] = demoteOutside(findings, [], true);
    expect(demoteOutside(findings, [], true)[0]).toBe(first);
  });

  test('where nothing was changed, everything is', () => {
    expect(new Set(demoteOutside(findings, [], false).map(({ severity }) => severity))).toEqual(new Set(['hint']));
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
    expect(kept[0]?.message).toBe('2 more findings are not shown. These are the most severe.');
  });

  test('is a thousand', () => {
    const many = Array.from({ length: 1_500 }, (_, i) => finding('a', i));
    expect(limited(many)).toHaveLength(1_000);
  });
});
