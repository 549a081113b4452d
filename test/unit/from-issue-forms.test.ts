/** What the form of a repository tells about the issues that were made with it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftFrom, draftJson, restText, type TextFieldId, textOf } from '../../server/src/core/from-issue/draft';
import { readIssue } from '../../server/src/core/from-issue/reading';
import { issueFormIn } from '../../server/src/host/workspace/issue-forms';
import { address, shown } from './from-issue';

const form = `name: Mentorship
title: '[Mentorship]: '
body:
  - type: markdown
    attributes: { value: Thanks! }
  - type: input
    id: title
    attributes: { label: What do we call it? }
  - type: textarea
    id: project-description
    attributes:
      label: Tell us the story
      placeholder: Once upon a time
      value: |
        Say who needs it.

        ## What is wrong

        ## What is better
  - type: textarea
    id: expected_outcome
    attributes: { label: In the end there is }
  - type: input
    id: skills
    attributes: { label: Besoins, placeholder: Go and SQL }
  - type: textarea
    id: mentors
    attributes:
      label: Ask these people
      value: |
        - Name:
        - GitHub handle:
  - type: checkboxes
    id: outcomes-agreed
    attributes: { label: Results we promise, options: [{ label: A talk }, { label: A post }] }
  - type: dropdown
    id: size
    attributes: { label: How long, options: [Short, Long] }
`;
const labels = issueFormIn(form, 'mentorship.yml') ?? expect.fail();

const answers = (values: readonly string[]) =>
  [
    'What do we call it?',
    'Tell us the story',
    'In the end there is',
    'Besoins',
    'Ask these people',
    'Results we promise',
    'How long',
  ]
    .map((label, i) => `### ${label}\n\n${values[i] ?? '_No response_'}\n`)
    .join('\n');

const whole = answers([
  'Faster queries',
  'Say who needs it.\n\n## What is wrong\n\nEach block is read twice.\n\n### Mentors\n\nNobody so far.\n\n## What is better\n',
  '- A patch\n- Numbers',
  'Go, SQL',
  '- Name: Ada Example\n- GitHub handle: ada-example',
  '- [x] A talk\n- [ ] A post',
  'Long',
]);

function read(body: string, forms = [labels]) {
  const reading = readIssue({ url: address, title: '[Mentorship]: ', body }, forms);
  return { reading, json: draftJson(reading) };
}

describe('an issue that was made with a form of its repository', () => {
  test('has its fields by the ids of the form, whatever the labels say', () => {
    const { json } = read(whole);
    expect(json).toMatchObject({
      title: 'Faster queries',
      outcome: ['A patch', 'Numbers'],
      skills: ['Go', 'SQL'],
    });
    expect(shown(json)).toEqual(['Ada Example | ada-example | - | -']);
  });

  test('keeps headings in an answer there, and drops what only the form says', () => {
    expect(read(whole).json.description).toBe(
      '## What is wrong\n\nEach block is read twice.\n\n### Mentors\n\nNobody so far.',
    );
  });

  test('says nothing where the form still has its own text, and boxes are not ticked', () => {
    const { json } = read(
      answers(['_No response_', 'Once upon a time', '', 'Go and SQL', '- Name:\n- GitHub handle:', '- [ ] A talk']),
    );
    expect(json).toMatchObject({ description: null, outcome: [], skills: [], mentors: [], rest: null });
  });

  test('keeps boxes that are ticked, and fields that no draft has, beside the draft', () => {
    expect(read(whole).json.rest).toBe('### Results we promise\n\n- [x] A talk\n\n### How long\n\nLong');
  });

  test('has a title without what the form writes before it', () => {
    const titled = (title: string) => readIssue({ url: address, title, body: whole }, [labels]);
    expect(titled('[Mentorship]: [LFX] Quick')).toMatchObject({ title: 'Quick', prefix: '[Mentorship]: [LFX]' });
    expect(titled('[Mentorship]:')).toMatchObject({ title: '', prefix: '[Mentorship]:' });
    expect(titled('Quick')).toMatchObject({ title: 'Quick', prefix: '' });
  });

  test('may be written below other headings by a person: then the form tells nothing', () => {
    const { json } = read('## Tell us the story\n\nSay who needs it.\n\n## Mentors\n\n@ada-example');
    expect(json.description).toBe('Say who needs it.');
    expect(shown(json)).toEqual(['- | ada-example | - | -']);
  });

  test('is one about one project, whatever headings its answers have', () => {
    const section = (name: string) => `#### ${name}\n\nMentors: @ada-example\n\nSkills: Go\n`;
    const { reading } = read(answers(['A', `${section('One')}\n${section('Two')}`, 'B']));
    expect(reading.projects).toEqual([]);
  });
});

test('of several forms, the one with the most of its labels in the issue counts', () => {
  const other = issueFormIn(
    'body:\n  - { type: input, id: mentors, attributes: { label: In the end there is } }\n  - { type: input, id: a, attributes: { label: How long } }\n  - { type: input, id: b, attributes: { label: Elsewhere } }\n',
    'other.yml',
  );
  expect(read(whole, [other ?? expect.fail(), labels]).json.outcome).toEqual(['A patch', 'Numbers']);
});

test.each([
  ['no YAML', 'body: ['],
  ['no form', 'name: A\n'],
  ['an alias', 'body: &a\n  - *a\n'],
  ['one label', 'body:\n  - { type: input, attributes: { label: A } }\n'],
])('%s is no form', (_, text) => {
  expect(issueFormIn(text, 'a.yml')).toBeNull();
});

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const word = fc.constantFrom('alpha', 'beta', 'gamma', '## Delta', '- epsilon', '**Zeta**', '> eta', 'theta:');
const answer = fc.array(word, { maxLength: 6 }).map((words) => words.join('\n\n'));

test('every word of an answer is in the draft or beside it, and no other is', () => {
  const wanted: ReadonlySet<TextFieldId> = new Set(['description', 'expected-outcome', 'recommended-skills']);
  fc.assert(
    fc.property(fc.array(answer, { minLength: 7, maxLength: 7 }), (values) => {
      const draft = draftFrom(readIssue({ url: null, title: '', body: answers(values) }, [labels]), wanted);
      const said = [
        draft.title,
        ...[...draft.values.values()].map(textOf),
        ...draft.mentors.flatMap((person) => Object.values(person)),
        restText(draft.rest),
      ].join('\n');
      const [there, asked] = [new Set(wordsIn(said)), new Set(wordsIn(values.join('\n')))];
      expect([...asked].filter((each) => !there.has(each))).toEqual([]);
      const own = new Set(wordsIn(answers(values)));
      expect([...there].filter((each) => !own.has(each) && !['title', 'of', 'issue'].includes(each))).toEqual([]);
    }),
  );
});
