import { describe, expect, test } from 'vitest';
import { draftOf, mentorsIn, shown } from './from-issue';

const ada = 'Ada Example | ada-example | ada@example.org | -';
const bo = 'Bo Sample | bo-sample | bo@example.org | -';

test.each([
  [
    'the form of proposals',
    '- Ada Example (@ada-example, ada@example.org)\n- Bo Sample (@bo-sample , bo@example.org )',
  ],
  ['one line', 'Ada Example (@ada-example, ada@example.org), Bo Sample (@bo-sample, bo@example.org)'],
  ['parts between commas', 'Ada Example, ada@example.org, @ada-example\n\nBo Sample, @bo-sample, bo@example.org'],
  [
    'parts between dashes',
    '1. **Ada Example** – @ada-example – ada@example.org\n2. Bo Sample - bo@example.org - @bo-sample',
  ],
  ['parts between slashes', 'Ada Example / @ada-example / ada@example.org\nBo Sample / @bo-sample / bo@example.org'],
  ['pipes', 'Ada Example | @ada-example | ada@example.org\nBo Sample | bo-sample | bo@example.org'],
  ['semicolons', 'Ada Example, @ada-example, ada@example.org; Bo Sample, @bo-sample, bo@example.org'],
  [
    'links',
    '[Ada Example](https://github.com/ada-example), ada@example.org\n[Bo Sample](https://github.com/bo-sample) <bo@example.org>',
  ],
  [
    'links with other texts',
    '- Ada Example, [GitHub](https://github.com/ada-example), [ada@example.org](mailto:ada@example.org)\n- Bo Sample ([@bo-sample](https://github.com/bo-sample)), bo@example.org',
  ],
  [
    'addresses that hide',
    'Ada Example (@ada-example, ada [at] example.org)\nBo Sample (@bo-sample, bo at example dot org)',
  ],
  [
    'a line for each part',
    'Name: Ada Example\nGitHub: @ada-example\nEmail: ada@example.org\n\nName: Bo Sample\nGitHub: bo-sample\nE-mail: bo@example.org',
  ],
  [
    'items below items',
    '- Ada Example\n  - GitHub: https://github.com/ada-example\n  - Email: ada@example.org\n- Bo Sample\n  - GitHub: @bo-sample\n  - Email: bo@example.org',
  ],
  [
    'a table',
    '| Name | GitHub | Email |\n|---|---|---|\n| Ada Example | @ada-example | ada@example.org |\n| Bo Sample | [bo-sample](https://github.com/bo-sample) | bo@example.org |',
  ],
  [
    'roles',
    'Primary mentor: Ada Example (@ada-example, ada@example.org)\nMentor 2: Bo Sample (@bo-sample, bo@example.org)',
  ],
])('people in %s', (_, text) => {
  expect(mentorsIn(text)).toEqual([ada, bo]);
});

test.each([
  ['@ada-example', ['- | ada-example | - | -']],
  ['@ada-example @bo-sample', ['- | ada-example | - | -', '- | bo-sample | - | -']],
  ['@ada-example and @bo-sample', ['- | ada-example | - | -', '- | bo-sample | - | -']],
  [
    '@ada-example (Ada Example), @bo-sample (Bo Sample)',
    ['Ada Example | ada-example | - | -', 'Bo Sample | bo-sample | - | -'],
  ],
  ['[@ada-example](https://github.com/ada-example) (Ada Example)', ['Ada Example | ada-example | - | -']],
  ['Ada Example', ['Ada Example | - | - | -']],
  ['Ada Example | @ada-example | ada@example.org | adaex', ['Ada Example | ada-example | ada@example.org | adaex']],
  ['Ada Example (@ada-example, ada@example.org, LFID: adaex)', ['Ada Example | ada-example | ada@example.org | adaex']],
  ['Mentor Name (@ada-example, ada@example.org)', ['- | ada-example | ada@example.org | -']],
  ['Mentor Name (@handle, e-mail)', []],
  ['Full Name | @github-handle | e-mail | LFID', []],
  ['TBD', []],
  ['We look for mentors. Please write to us!', []],
])('people in %j', (text, people) => {
  expect(mentorsIn(text)).toEqual(people);
});

test('names, handles and addresses in three fields belong together by their place', () => {
  const draft = draftOf(`### Description

It is slow.

### Mentor Name(s)

Ada Example, Bo Sample and Cem Third

### Mentor GitHub Handle(s)

@ada-example, bo-sample, @cem3

### Mentor Contact Email(s)

ada@example.org, bo@example.org, cem@example.org
`);
  expect(shown(draft)).toEqual([ada, bo, 'Cem Third | cem3 | cem@example.org | -']);
  expect(draft.rest).toBe(null);
});

test('or by their likeness where one is missing', () => {
  const draft = draftOf(
    '**Mentors**\nAda Example, Bo Sample\n\n**GitHub handles**\nbo-sample\n\n**E-mails**\nada.example@example.org\n',
  );
  expect(shown(draft)).toEqual(['Ada Example | - | ada.example@example.org | -', 'Bo Sample | bo-sample | - | -']);
});

test('what is said of people beside their names is kept', () => {
  const draft = draftOf(
    '### Mentors\n\nAda Example, Example Labs, ada@example.org, @ada-example\nWe meet on Mondays.\n',
  );
  expect(shown(draft)).toEqual([ada]);
  expect(draft.rest).toBe('### Mentors\n\nExample Labs\nWe meet on Mondays.');
});

test('people who should only know are no mentors', () => {
  const draft = draftOf('**Mentors**: @ada-example\n\ncc @example/maintainers @bo-sample\n');
  expect(shown(draft)).toEqual(['- | ada-example | - | -']);
  expect(draft.rest).toBe('cc @example/maintainers @bo-sample');
});

test.each([
  ['lines below a name', '**Ada Example**\nada@example.org\n@ada-example\n\nBo Sample\nbo@example.org\n@bo-sample'],
  ['escaped signs', 'Ada Example &lt;ada@example.org&gt; @ada-example\nBo Sample \\<bo@example.org\\> @bo-sample'],
])('people in %s', (_, text) => {
  expect(mentorsIn(text)).toEqual([ada, bo]);
});

test.each(['Confirmed Mentor', 'Who can mentor?', 'Potential mentors (at least two)', '4. Mentor(s)', 'Co-mentors'])(
  'people below %j',
  (label) => {
    expect(mentorsIn('@ada-example', label)).toEqual(['- | ada-example | - | -']);
  },
);

test.each(['Mentor hours per week', 'Mentorship program', 'Contributors'])('no people below %j', (label) => {
  expect(mentorsIn('@ada-example', label)).toEqual([]);
});

describe('a profile on GitHub is a handle where one is asked for, whatever the text of its link is', () => {
  const bob = 'Bob Sample | bob-sample | bob@example.org | -';
  const link = '[bob](https://github.com/bob-sample)';

  test.each([
    ['in a table', `| Name | GitHub | Email |\n|---|---|---|\n| Bob Sample | ${link} | bob@example.org |`],
    ['behind a key', `Name: Bob Sample\nGitHub: ${link}\nEmail: bob@example.org`],
    [
      'behind a key, with a name',
      `Bob Sample\nGitHub: [Bob S.](https://github.com/bob-sample?tab=stars)\nbob@example.org`,
    ],
    ['in the second place', `Bob Sample | ${link} | bob@example.org`],
    [
      'in a table, as the address',
      '| Name | Account | Mail |\n|-|-|-|\n| Bob Sample | github.com/bob-sample | bob@example.org |',
    ],
    [
      'at the name of a table',
      '| Mentor | Mail |\n|-|-|\n| [Bob Sample](https://github.com/bob-sample) | bob@example.org |',
    ],
  ])('%s', (_, text) => {
    expect(mentorsIn(text)).toEqual([bob]);
  });

  test('in a field of its own', () => {
    const draft = draftOf(
      '### Mentor Names\n\nAda Example, Bob Sample\n\n### Mentor GitHub Handles\n\n[Ada E](https://github.com/ada-example), [bob](https://github.com/bob-sample)\n',
    );
    expect(shown(draft)).toEqual(['Ada Example | ada-example | - | -', 'Bob Sample | bob-sample | - | -']);
  });

  test('a second name or handle in a row of a table stays beside the draft', () => {
    const draft = draftOf(
      '### Mentors\n\n| Mentor | Person | GitHub |\n|---|---|---|\n| [Ada Example](https://github.com/ada-example) | A. E. | @ada-work |\n',
    );
    expect(shown(draft)).toEqual(['Ada Example | ada-example | - | -']);
    expect(draft.rest).toBe('### Mentors\n\nA. E.\n@ada-work');
  });

  test('what is no handle and no address stays beside the draft', () => {
    const draft = draftOf(
      '### Mentors\n\n| Name | GitHub | Email |\n|---|---|---|\n| Ada Example | [ask](https://example.org/ada) | see [here](https://example.org) |\n',
    );
    expect(shown(draft)).toEqual(['Ada Example | - | - | -']);
    expect(draft.rest).toBe('### Mentors\n\n[ask](https://example.org/ada)\nsee [here](https://example.org)');
  });
});
