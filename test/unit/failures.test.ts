import { expect, test } from 'vitest';
import { failuresIn, failuresOfVitest, recap } from '../../scripts/failures.mjs';

test('what failed is found again in what was printed', () => {
  const printed = [
    '    ✔ Outline shows terms (3ms)',
    '✘ Rename a handle is renamed\nError: no rename\n    at rename.ts:3',
    '✔ wizard: title',
    'not of a failure',
    '  ✘ wizard: mentors\nTimeout\n\nan unrelated line',
    '1 passed, 2 failed',
  ].join('\n');
  expect(failuresIn(printed)).toEqual([
    '✘ Rename a handle is renamed\nError: no rename\n    at rename.ts:3',
    '✘ wizard: mentors\nTimeout',
  ]);
});

test('a long failure is cut', () => {
  const [failure] = failuresIn(`✘ slow\n${'line\n'.repeat(1000)}`);
  expect(failure?.split('\n')).toHaveLength(15);
});

test('a report of Vitest names tests and files that could not be loaded', () => {
  const failed = { status: 'failed', fullName: 'a test', failureMessages: ['expected 1\nat a.test.ts'] };
  const passed = { status: 'passed', fullName: 'another', failureMessages: [] };
  const testResults = [
    { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [failed, passed] },
    { name: 'b.test.ts', status: 'failed', message: 'cannot be loaded', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [passed] },
  ];
  expect(failuresOfVitest({ testResults })).toEqual([
    '✘ a test (a.test.ts)\nexpected 1\nat a.test.ts',
    '✘ b.test.ts\ncannot be loaded',
  ]);
});

test('the end of a run names each failure with its stage, and how many it leaves out', () => {
  const failures = Array.from({ length: 22 }, (_, number) => `✘ check ${number}`);
  const told = recap([{ name: 'units', failures }]);
  expect(told).toContain('units: ✘ check 0\n');
  expect(told).toContain('check 19');
  expect(told).not.toContain('check 20');
  expect(told).toMatch(/2 more, above\.$/);
});
