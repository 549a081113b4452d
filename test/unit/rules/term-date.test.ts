import { describe, expect, test } from 'vitest';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { nothingKnown } from '../../../server/src/core/known/known';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { checkRule } from '../marks';

const path = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const check = (rows: string, at = path) =>
  checkRule('term-date', `### Timeline\n\n| a | d |\n|---|---|\n${rows}`, { path: at });

describe('days of a timeline', () => {
  test('that are right, or not understood, are left alone', () => {
    check(
      [
        '| **Proposals Open** | Wednesday, January 8 - Tuesday February 4, 2025 |',
        '| Applications | Wed, Feb 5 – Tues, Feb 18, 2025 11AM PST (19:00 UTC) |',
        '| Kick-off | Times TBD, maybe in March |',
        '| Review | Thurs Feb 27 |',
        '| Begin | March 3 (Week 1) |',
        '| Midterm | April 15, 5:00 PM PDT (End of Week 6) |',
        '| End | ~~May 30~~ May 28 |',
        '',
      ].join('\n'),
    );
  });

  test('fall on their weekdays, in the year of the row or of the term', () => {
    check(
      [
        '| Open | Wed, Jan 8 - Mon, Feb 4, 2025 |',
        '                      ^^^ February 4, 2025, is a Tuesday, not a Monday.',
        '| Begin | Tuesday, March 3 |',
        '          ^^^^^^^ March 3, 2025, is a Monday, not a Tuesday.',
        '',
      ].join('\n'),
    );
  });

  test('may lie in the winter before the first term of a year', () => {
    check('| Open | Mon, Dec 16 - Fri, Jan 10 |\n| Close | Mon, Jan 13 |\n');
  });

  test('follow each other, in a row and from row to row', () => {
    check(
      [
        '| Open | Feb 4 - Jan 8 |',
        '                 ^^^^^ This date is earlier than the start of its range.',
        '| Begin | March 3 |',
        '| Notifications | Feb 27 |',
        '                  ^^^^^^ This date is earlier than the one of "Begin" above it.',
        '',
      ].join('\n'),
    );
  });

  test('exist, and lie in the year of the folder', () => {
    check(
      [
        '| Begin | March 3, 2024 |',
        '          ^^^^^^^^^^^^^ This date is in 2024, the term in 2025.',
        '| End | November 31st |',
        '        ^^^^^^^^^^^^^ "November 31st" does not exist. Correct the date.',
        '',
      ].join('\n'),
    );
  });

  test('of a line about the whole term are not compared with those of the list', () => {
    checkRule(
      'term-date',
      '### Timeline\n\n**Spring Term: March 1st - May 31st**\n\n- proposals: Jan 20th - Jan 31st\n',
      {
        path,
      },
    );
  });

  test('without a year that is known have no weekday', () => {
    check('| Open | Wed, Jan 9 |\n', 'anywhere/project_ideas.md');
  });
});

test('a heading of another term than the folder is reported', () => {
  checkRule(
    'term-date',
    '# Term 02 - 2024 June - August\n  ^^^^^^^^^^^^^^ The heading says Term 2 of 2024, the folder Term 1 of 2025.\n\nStatus: Planning\n',
    { path },
  );
  checkRule('term-date', '# Term 01 - 2025 March - May\n', { path });
});

test.each([
  ['Mon', 'Tue'],
  ['Wed', 'Tue'],
  ['Thurs', 'Tues'],
  ['Monday', 'Tuesday'],
])('the weekday can be written as it is: %s → %s', (wrong, right) => {
  const text = `### Timeline\n\n| Open | ${wrong}, Feb 4, 2025 |\n`;
  const document = readDocument(text, path);
  const at = text.indexOf(wrong);
  const [action] = actionsAt(document, { start: at, end: at }, nothingKnown, {});
  expect([action?.title, action?.kind]).toEqual([`Write "${right}"`, 'choice']);
  expect(applyEdits(text, action?.edits ?? [])).toBe(text.replace(wrong, right));
});
