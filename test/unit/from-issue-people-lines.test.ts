/** The people in lines, tables and fields that no form has, and the words that are kept beside them. */
import { expect, test } from 'vitest';
import { draftOf, mentorsIn, shown } from './from-issue';

/** What is left of a part about mentors. */
function left(text: string): string | null {
  return draftOf(`### Mentors\n\n${text}\n`).rest?.replace('### Mentors\n\n', '') ?? null;
}

test.each<[text: string, people: string[], rest: string | null]>([
  ['Slack: @ada\nAda Example (@ada-example)', ['Ada Example | ada-example | - | -'], 'Slack: @ada'],
  ['Name: Ada Example\nGitHub: tbd\nEmail:\nLFID: @adaex', ['Ada Example | - | - | adaex'], null],
  ['Name: Ada Example\nEmail: ask me', ['Ada Example | - | - | -'], 'Email: ask me'],
  ['Ada Example, PhD (@ada-example)', ['Ada Example | ada-example | - | -'], 'PhD'],
  [
    '@ada-example (Ada Example), Bo Sample and Cem Third',
    ['Ada Example | ada-example | - | -', 'Bo Sample | - | - | -', 'Cem Third | - | - | -'],
    null,
  ],
  ['@ada-example - Ada Example', ['Ada Example | ada-example | - | -'], null],
  ['@ada-example (primary)', ['- | ada-example | - | -'], null],
  [
    'Ada Example | Example Labs | @ada-example | ada@example.org',
    ['Ada Example | ada-example | ada@example.org | -'],
    'Example Labs',
  ],
  ['Ada Example | Bo Sample', ['Ada Example | - | - | -', 'Bo Sample | - | - | -'], null],
  ['Ada Example | @ada-example | LFID: adaex | Mondays', ['Ada Example | ada-example | - | adaex'], 'Mondays'],
  ['Ada Example (Example Labs), ada@example.org', ['Ada Example | - | ada@example.org | -'], 'Example Labs'],
  ['Ada Example, TBD, ada@example.org', ['Ada Example | - | ada@example.org | -'], null],
  ['Ada Example, LFID: adaex, ada@example.org', ['Ada Example | - | ada@example.org | adaex'], null],
  ['Ada Example; Bo Sample, bo@example.org', ['Ada Example | - | - | -', 'Bo Sample | - | bo@example.org | -'], null],
  [
    'Ada van der Example (@ada-example), the maintainer of the store',
    ['Ada van der Example | ada-example | - | -'],
    'the maintainer of the store',
  ],
  [
    'Bo Sample\nbo@example.org\ncem@example.org',
    ['Bo Sample | - | bo@example.org | -', '- | - | cem@example.org | -'],
    null,
  ],
  ['艾达 (@ada-example)，示例（@bo-sample）', ['艾达 | ada-example | - | -', '示例 | bo-sample | - | -'], null],
  [
    '| Name | Notes |\n|---|---|\n| Ada Example | Mondays |\n\nBo Sample (@bo-sample)',
    ['Ada Example | - | - | -', 'Bo Sample | bo-sample | - | -'],
    'Mondays',
  ],
  ['| Topic | Notes |\n|---|---|\n| Queries | Mondays |', [], '| Topic | Notes |\n| Queries | Mondays |'],
  ['| Role | Account |\n|---|---|\n| Lead | @ada-example |', ['- | ada-example | - | -'], 'Lead'],
])('%j', (text, people, rest) => {
  expect(mentorsIn(text)).toEqual(people);
  expect(left(text)).toBe(rest);
});

test('a hundred people are enough, and a long line is prose', () => {
  const many = Array.from({ length: 102 }, (_, i) => `@ada-${i}`);
  expect(mentorsIn(many.join('\n'))).toHaveLength(100);
  expect(left(many.join('\n'))).toBe('@ada-100\n@ada-101');
  const prose = `${'word '.repeat(450)}@ada-example`;
  expect(mentorsIn(prose)).toEqual([]);
  expect(left(prose)).toBe(prose);
});

test.each<[label: string, text: string, people: string[]]>([
  ['Mentor Names', 'Ada Example (@ada-example)', ['Ada Example | ada-example | - | -']],
  ['Mentor Names', 'one two three four five six seven eight', []],
  ['Mentor GitHub', '@ada-example, bo-sample and Ada-Example', ['- | ada-example | - | -', '- | bo-sample | - | -']],
  [
    'Mentor Email',
    'ada@example.org, bo at example dot org',
    ['- | - | ada@example.org | -', '- | - | bo@example.org | -'],
  ],
  ['Mentor LFID', 'adaex, @boex', ['- | - | - | adaex', '- | - | - | boex']],
  ['Mentor LFID', 'is not known yet?!', []],
  ['Mentor Email and Name', 'Ada Example, ada@example.org', ['Ada Example | - | ada@example.org | -']],
])('below "%s": %j', (label, text, people) => {
  expect(mentorsIn(text, label)).toEqual(people);
});

test.each<[what: string, body: string, people: string[]]>([
  [
    'LFIDs by their place',
    '### Mentor Names\n\nAda Example, Bo Sample\n\n### Mentor LFIDs\n\nadaex, boex\n',
    ['Ada Example | - | - | adaex', 'Bo Sample | - | - | boex'],
  ],
  [
    'a handle below a question',
    '### Who can mentor?\n\nAda Example\n\n### GitHub handle\n\n@ada-example\n',
    ['Ada Example | ada-example | - | -'],
  ],
  [
    'an address by its likeness to a handle',
    '### Mentors\n\nAda Example (@ada-example)\nBo Sample (@bo-sample)\n\n### Mentor Emails\n\nbo-sample@example.org\n',
    ['Ada Example | ada-example | - | -', 'Bo Sample | bo-sample | bo-sample@example.org | -'],
  ],
  [
    'addresses of other people',
    '### Mentors\n\nAda Example\n\n### Mentor Emails\n\nzed@example.org, yak@example.org\n',
    ['Ada Example | - | - | -', '- | - | zed@example.org | -', '- | - | yak@example.org | -'],
  ],
  [
    'a handle that is said twice',
    '### Mentors\n\nAda Example (@ada-example)\n\n### GitHub handle\n\n@Ada-Example\n',
    ['Ada Example | ada-example | - | -'],
  ],
])('%s', (_, body, people) => {
  expect(shown(draftOf(body))).toEqual(people);
  expect(draftOf(body).rest).toBe(null);
});
