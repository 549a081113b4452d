/** Ideas in files of their own, whose front matter is YAML. */
import { describe, expect, test } from 'vitest';
import { hoverNeedsAt } from '../../server/src/core/features/hover/hover';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { expectSound } from './sound';

const rest = '\n## Description\n\nWhat there is to do.\n\n## Requirements\n\nGo\n';
const file = (front: string, below = rest) => `---\n${front}---\n${below}`;
const read = (text: string) => readDocument(text, '_gsocproposals/2026/faster.md');
const ada = 'Ada Example';
const bo = 'Bo Sample';

describe.each<[string, string, (string | null)[][]]>([
  [
    'maps with first and last names',
    'project_mentors:\n  - email: ada@example.org\n    organization: Example\n    first_name: Ada\n    last_name: Example\n',
    [[ada, null, 'ada@example.org']],
  ],
  [
    'a list on one line',
    `mentors: ["${ada}", '${bo}']\n`,
    [
      [ada, null, null],
      [bo, null, null],
    ],
  ],
  [
    'maps on one line',
    `mentors: [{name: ${ada}, github: "https://github.com/ada-example/"}, {name: ${bo}, email: bo@example.org}]\n`,
    [
      [ada, 'ada-example', null],
      [bo, null, 'bo@example.org'],
    ],
  ],
  ['one person', `mentor: ${ada} <ada@example.org>\n`, [[ada, null, 'ada@example.org']]],
  ['one map', `mentor:\n  name: ${ada}\n  handle: "@ada-example"\n`, [[ada, 'ada-example', null]]],
  [
    'names with addresses',
    `mentors:\n  ${ada}: ada@example.org\n  ${bo}: "@bo-sample"\n`,
    [
      [ada, null, 'ada@example.org'],
      [bo, 'bo-sample', null],
    ],
  ],
  ['names with maps', `mentors:\n  ${ada}:\n    email: ada@example.org\n`, [[ada, null, 'ada@example.org']]],
  [
    'quoted handles',
    `mentors:\n- "@ada-example"\n- '@bo-sample'\n`,
    [
      [null, 'ada-example', null],
      [null, 'bo-sample', null],
    ],
  ],
  [
    'handles that are no YAML',
    'mentors:\n  - @ada-example\n  - @bo-sample\n',
    [
      [null, 'ada-example', null],
      [null, 'bo-sample', null],
    ],
  ],
  [
    'a block of lines',
    `mentors: |\n  ${ada} (@ada-example)\n  ${bo}\n`,
    [
      [ada, 'ada-example', null],
      [bo, null, null],
    ],
  ],
  [
    'keys for the parts of a person',
    `mentor_name: ${ada}\nmentor_email: ada@example.org\nmentor-github: ada-example\n`,
    [[ada, 'ada-example', 'ada@example.org']],
  ],
  [
    'numbered keys',
    `mentor1: ${ada}\nmentor2_name: ${bo}\nmentor2_email: bo@example.org\n`,
    [
      [ada, null, null],
      [bo, null, 'bo@example.org'],
    ],
  ],
  ['a map of the program', `gsoc:\n  year: 2026\n  mentors:\n    - name: ${ada} # leads\n`, [[ada, null, null]]],
  ['escapes', `mentors:\n  - name: "Ada \\"A\\" Example"\n`, [['Ada "A" Example', null, null]]],
])('front matter with %s', (_, mentors, expected) => {
  test.each(['\n', '\r\n'])('names its mentors, with lines that end in %j', (lineEnd) => {
    const text = file(`title: Faster queries\ndifficulty: medium\n${mentors}`).replaceAll('\n', lineEnd);
    const document = read(text);
    expectSound(document);
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(['Faster queries']);
    const found = document.proposals[0]?.body.mentors ?? [];
    expect(found.map(({ name, handle, email }) => [name, handle, email].map((part) => part?.text ?? null))).toEqual(
      expected,
    );
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });
});

test.each([
  ['title: "Faster: queries"\n', 'Faster: queries'],
  ['title: >-\n  Faster queries\n  everywhere\n', 'Faster queries everywhere'],
  ['title: Faster queries\n  everywhere\n', 'Faster queries everywhere'],
  ['# a comment\ntitle: Faster queries # another\n', 'Faster queries'],
  ['title: "Caf\\u00e9"\n', 'Café'],
])('%j is titled %j', (title, expected) => {
  const document = read(file(`${title}difficulty: hard\nmentor: ${ada}\n`));
  expectSound(document);
  expect(document.proposals[0]?.body.title.text).toBe(expected);
});

test('without a title in the front matter, the first heading is the title', () => {
  const [proposal] = read(
    file(`difficulty: hard\nmentors: [${ada}]\n`, '\n# Faster queries\n\nWhat to do.\n'),
  ).proposals;
  expect(proposal?.body.title.text).toBe('Faster queries');
  expect(proposal?.body.mentors).toHaveLength(1);
});

test('a key that is being typed hides no other', () => {
  const whole = file(`title: Faster queries\ndifficulty: medium\nmentors:\n  - name: ${ada}\n`);
  const fields = (text: string) => read(text).proposals[0]?.body.fields.map(({ label }) => label?.text);
  expect(fields(whole)).toEqual(['title', 'difficulty', 'mentors', 'Description', 'Requirements']);
  for (const typed of ['skills: [Go', 'skills: "Go', 'skills: {', 'skills: *x', 'skills: !!js/function "x"', 'skills'])
    expect(fields(whole.replace('mentors:', `${typed}\nmentors:`))).toEqual(
      expect.arrayContaining(['title', 'mentors']),
    );
});

test('an alias is no value, so a short file cannot mean a long one', () => {
  const lines = Array.from({ length: 20 }, (_, i) => `  - &a${i} [${'*a'.concat(String(i - 1), ', ').repeat(9)}x]`);
  const document = read(file(`title: Faster queries\ndifficulty: hard\nmentors:\n${lines.join('\n')}\n`));
  expect(document.proposals[0]?.body.mentors.length ?? 0).toBeLessThan(50);
});

test('an impossible address is found where it is written, and a valid one is not', () => {
  const front = `title: Faster queries\ndifficulty: hard\nmentors:\n  - name: ${ada}\n    email: ada@example\n`;
  const text = file(front);
  const findings = findingsOf(read(text), nothingKnown, {});
  expect(findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)])).toEqual([
    ['mentor-email', 'ada@example'],
  ]);
  expect(findingsOf(read(text.replace('ada@example', 'ada@example.org')), nothingKnown, {})).toEqual([]);
});

test('a person is a target in the front matter', () => {
  const text = file(`title: Faster queries\ndifficulty: hard\nmentors:\n  - name: ${ada}\n`);
  const document = read(text);
  expect(hoverNeedsAt({ document, offset: text.indexOf(ada) + 2, uri: 'file:///a.md' })).toEqual({
    workspace: true,
    issues: [],
  });
});

test('an edit keeps what it does not touch', () => {
  const text = file(`title: Faster queries\ndifficulty: hard\nmentors:\n  - name: ${ada}\n`);
  const at = text.indexOf('hard');
  const after = applyEdits(text, [{ span: { start: at, end: at + 4 }, text: 'easy' }]);
  const again = readDocument(after, 'ideas/a.md', { previous: readDocument(text, 'ideas/a.md') });
  expect(again.proposals).toEqual(readDocument(after, 'ideas/a.md').proposals);
});
