/** How terms are found, called and dated. */
import { describe, expect, test } from 'vitest';
import {
  parseSortKey,
  termEnd,
  termInHeading,
  termInLabel,
  termLabel,
  termSortKey,
} from '../../server/src/core/facts/terms';
import { termOf } from '../../server/src/core/model/term';

test.each([
  [{ program: 'summerofcode', year: null, number: null, name: null }, 'Summer of Code'],
  [{ program: 'summerofcode', year: 2025, number: null, name: null }, '2025 Summer of Code'],
  [{ program: 'lfx-mentorship', year: null, number: null, name: null }, null],
  [{ program: 'lfx-mentorship', year: 2020, number: 2, name: 'q2' }, '2020 q2'],
  [{ program: 'lfx-mentorship', year: 2021, number: null, name: '01-Spring' }, '2021 Spring'],
  [{ program: 'lfx-mentorship', year: 2021, number: null, name: null }, '2021'],
  [{ program: 'lfx-mentorship', year: 2024, number: 3, name: null }, '2024 Term 3'],
  [{ program: 'lfx-mentorship', year: 2024, number: 3, name: '03-Sep-Nov' }, '2024 Term 3 (Sep-Nov)'],
])('%j is called %j', (term, label) => {
  expect(termLabel(term)).toBe(label);
});

test('a term has a key by which newer ones are greater', () => {
  expect([
    termSortKey({ year: 2025, number: 1 }),
    termSortKey({ year: 2025, number: null }),
    termSortKey(null),
  ]).toEqual(['2025-01', '2025-00', '']);
  expect(termInLabel('2026 Term 3 (Sep-Nov)')).toEqual({ year: 2026, number: 3 });
  expect(termInLabel('Some day')).toBeNull();
  expect(termSortKey({ year: 2026, number: 12 }) > termSortKey({ year: 2026, number: 3 })).toBe(true);
  expect([parseSortKey('2026-03'), parseSortKey('')]).toEqual([{ year: 2026, number: 3 }, null]);
});

test.each([
  ['2026 Term 03', '# Term 03 - 2026', { year: 2026, number: 3 }],
  ['2026 Term 12', '# Term 12 - 2026', { year: 2026, number: 12 }],
  ['2026 Term 123', '# Term 123 - 2026', null],
])('a label %j and a heading %j name one term', (label, heading, term) => {
  expect([termInLabel(label), termInHeading(heading)]).toEqual([term, term]);
});

test('a term ends with its last month; without a number nobody knows', () => {
  const lfx = { program: 'lfx-mentorship', year: 2025 };
  expect(termEnd({ ...lfx, number: 1 })).toBe(Date.UTC(2025, 5, 1));
  expect(termEnd({ ...lfx, number: null })).toBeNull();
  expect(termEnd({ ...lfx, year: null, number: 1 })).toBeNull();
  expect(termEnd({ program: 'summerofcode', year: 2025, number: null })).toBe(Date.UTC(2025, 11, 1));
});

describe('the term of a document', () => {
  const term = (path: string, text = '') => {
    const found = termOf(path, text);
    return found && [found.program, found.year, found.number, found.name, found.status];
  };

  test.each([
    ['lfx-mentorship/2025/01-Mar-May/README.md', ['lfx-mentorship', 2025, 1, '01-Mar-May', null]],
    ['communitybridge/2020/q2/README.md', ['lfx-mentorship', 2020, 2, 'q2', null]],
    ['lfx-mentorship/2021/Spring/README.md', ['lfx-mentorship', 2021, null, 'Spring', null]],
    ['2025/02-Jun-Aug/README.md', ['lfx-mentorship', 2025, 2, '02-Jun-Aug', null]],
    ['2025/12-Dec/README.md', ['lfx-mentorship', 2025, 12, '12-Dec', null]],
    ['programs/gsoc/2024.md', ['summerofcode', 2024, null, null, null]],
    ['2025/notes/README.md', null],
  ])('at %s comes from the path', (path, expected) => {
    expect(term(path)).toEqual(expected);
  });

  test.each([
    [
      '# Term 03 - 2024 September - November\n\n**Status:** In progress\n',
      ['lfx-mentorship', 2024, 3, null, 'In progress'],
    ],
    ['# Google Summer of Code 2025\n', ['summerofcode', 2025, null, null, null]],
    ['# Ideas for GSoC\n', ['summerofcode', null, null, null, null]],
    ['# Ideas\n\nStatus: Planning\n', [null, null, null, null, 'Planning']],
    ['# Ideas\n\nStatus:\n', null],
  ])('else comes from the text %j', (text, expected) => {
    expect(term('README.md', text)).toEqual(expected);
  });
});
