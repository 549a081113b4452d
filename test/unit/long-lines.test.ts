import { expect, test } from 'vitest';
import { issueMarkdown } from '../../server/src/core/features/issue-preview/issue-preview';
import { nameAt, renameIn } from '../../server/src/core/features/rename/rename';
import { issueIs } from '../../server/src/core/linter/upstream-answers';
import { readDocument } from '../../server/src/core/model/document';
import { sectionsOf, titleOf } from '../../server/src/core/model/section';
import { tailStart, withoutTail } from '../../server/src/core/text/tail';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const proposal = '\n\n- Description: d\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n';

test('a heading is a heading however long it is, and its title ends after 1,000 letters', () => {
  const text = `### Jaeger\n\n#### ${'a'.repeat(5_000)}${proposal}`;
  const { proposals } = readDocument(text, drafts);
  expect(proposals.map(({ body }) => body.title.text.length)).toEqual([1_000]);
  expect(proposals[0]?.body.fields.map(({ id }) => id)).toEqual(['description', 'mentors']);
});

test('a title is not cut in the middle of a letter', () => {
  const text = `#### a${'😀'.repeat(1_000)}\n`;
  const [, section] = sectionsOf(text);
  expect(section && titleOf(text, section)).toBe(`a${'😀'.repeat(499)}`);
});

test('a line is the name of a program as long as it can be a title', () => {
  const named = (length: number) =>
    readDocument(`### J\n\n#### T\n\nCNCF - J: ${'a'.repeat(length)}${proposal}`, drafts).proposals[0]?.body
      .programName;
  expect(named(900)?.text).toHaveLength(900 + 'CNCF - J: '.length);
  expect(named(1_100)).toBeNull();
});

test('of a thousand mentors and more a thousand are read', () => {
  const text = `### J\n\n#### T${proposal}${'  - Bo Sample (@bo, bo@example.org)\n'.repeat(1_500)}`;
  expect(readDocument(text, drafts).proposals[0]?.body.mentors).toHaveLength(1_000);
});

test('a mentor whose entry is longer than any is not renamed by half', () => {
  const text = `### J\n\n#### T\n\n- Description: d\n- Mentor(s):\n  - Ada Example (${'@ada '.repeat(2_000)})\n`;
  const document = readDocument(text, drafts);
  const named = nameAt(document, text.indexOf('@ada') + 2);
  expect(named && named.is !== 'refused' && renameIn(document, named, 'bo').is).toBe('refused');
});

test('a table of nothing but bars is no reason to look at it again and again', () => {
  const answer = issueIs({ body: `--${'|  '.repeat(600)}x` });
  const key = { owner: 'example', repo: 'example', number: 1 };
  expect(issueMarkdown(key, 'https://github.com/example/example/issues/1', answer, 0)).toContain('x');
});

test.each([
  ['a...', 'a'],
  ['...', ''],
  ['a.b', 'a.b'],
  ['', ''],
])('"%s" without the dots at its end is "%s"', (text, expected) => {
  expect(withoutTail(text, /\./)).toBe(expected);
  expect(tailStart(text, /\./)).toBe(expected.length);
});
