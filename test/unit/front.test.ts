import { describe, expect, test } from 'vitest';
import { datesIn } from '../../server/src/core/model/date';
import { read } from './marks';

const dates = (text: string): string[] =>
  datesIn(text, { start: 0, end: text.length }).map(({ span, weekday, year, month, day }) => {
    expect(span.end).toBeLessThanOrEqual(text.length);
    return `${weekday?.text ?? '-'} ${month}/${day}/${year ?? '-'}`;
  });

describe('dates', () => {
  test.each([
    ['Mon, Jul 1', ['Mon 7/1/-']],
    ['Sept 3, 2024 5:00 PM PDT', ['- 9/3/2024']],
    ['Tues June 12', ['Tues 6/12/-']],
    ['Wed, April 16 – Tue, May 13, 2025 11AM PDT (18:00 UTC)', ['Wed 4/16/-', 'Tue 5/13/2025']],
    ['January 16 - 31, 5:00 PM PDT', ['- 1/16/-', '- 1/31/-']],
    ['Thur June 1 (Week 1)', ['Thur 6/1/-']],
    ['Jan 20th - Jan 31st', ['- 1/20/-', '- 1/31/-']],
    ['April 16 - May 1: applications', ['- 4/16/-', '- 5/1/-']],
    ['July 27 - 2nd evaluation', ['- 7/27/-']],
    ['Times TBD, maybe in March', []],
    ['May 11:00', []],
  ])('%s', (text, wanted) => {
    expect(dates(text)).toEqual(wanted);
  });
});

test('a term README has timeline, deadline and table of contents before its projects', () => {
  const { document } = read(
    `
      # Term 01 - 2025 March - May

      Status: Planning

      ### Timeline

      | **Activity** | Dates |
      |---|---|
      | **Project Proposals Open** | Wed, Jan 8 - Tue, Feb 4, 2025 |
      | Kick-off | Times TBD |

      ### Project instructions

      Send them from Jan 8, by February 4, 2025.

      ## Table of Contents

      * [Jaeger](#jaeger)
        * [A \`b\` [c]](#a-b-c)

      ## Accepted Projects
      ### Jaeger
      #### A \`b\` [c]
      - Description: see [below](#jaeger)
      - Mentor(s): Ada (@ada)
    `,
    'programs/lfx-mentorship/2025/01-Mar-May/README.md',
  );
  const fronts = document.fronts.map(({ front }) => front);
  expect(document.term).toEqual({
    program: 'lfx-mentorship',
    year: 2025,
    number: 1,
    name: '01-Mar-May',
    status: 'Planning',
  });
  expect(
    fronts.flatMap(({ timeline }) => timeline.map(({ activity, dates: days }) => `${activity.text}: ${days.length}`)),
  ).toEqual(['Project Proposals Open: 2']);
  expect(fronts.find(({ deadline }) => deadline)?.deadline).toMatchObject({ month: 2, day: 4, year: 2025 });
  expect(
    fronts.flatMap(({ toc }) => toc.map(({ indent, title, anchor }) => `${indent} ${title.text} #${anchor.text}`)),
  ).toEqual(['0 Jaeger #jaeger', '2 A `b` [c] #a-b-c']);
});
