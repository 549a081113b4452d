/** The drafts that issues make in the shape of the document that they go into. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restText } from '../../server/src/core/from-issue/draft';
import { readIssue } from '../../server/src/core/from-issue/reading';
import { draftPlaceIn, shapedDraft } from '../../server/src/core/from-issue/shaped-draft';
import { readDocument } from '../../server/src/core/model/document';
import { readTemplate } from '../../server/src/host/workspace/template-file';
import { address } from './from-issue';
import { shapes } from './idea-shapes';

const body = `### Description

Queries read every block twice, see #12.

### Expected Outcome

- A merged change
- Benchmarks

### Skills

- Go
- SQL

### Expected project size

175 hours

### Difficulty

Hard

### Mentors

Ada Example, @ada-example

### Budget

Ours
`;

function shaped(text: string, path = 'ideas.md', issue = body) {
  const reading = readIssue({ url: address, title: 'Quicker start', body: issue });
  return shapedDraft(reading, draftPlaceIn(readDocument(text, path)));
}

describe.each(shapes.map((shape) => [shape.name, shape.text] as const))('in a list with %s', (_, text) => {
  test('it is one proposal more, with its people', () => {
    const draft = shaped(text);
    const { proposals } = readDocument(`${text}\n${draft.text}`, 'ideas.md');
    expect(proposals.map(({ body }) => body.title.text).slice(3)).toEqual(['Quicker start']);
    expect(proposals[3]?.body.mentors.map(({ handle }) => handle?.text)).toEqual(['ada-example']);
    const labels = (i: number) =>
      proposals[i]?.body.fields.flatMap(({ label }) => label?.text ?? []).filter((label) => label !== 'Title');
    expect(labels(3)).toEqual(labels(2));
  });

  test('no word of the issue is lost', () => {
    const { text: draft, rest } = shaped(text);
    const said = new Set(wordsIn(`${draft}\n${restText(rest)}`));
    const labels: readonly string[] = wordsIn(
      'Description Expected Outcome Skills Expected project size Difficulty Mentors',
    );
    expect(wordsIn(body).filter((word) => !said.has(word) && !labels.includes(word))).toEqual([]);
  });
});

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

test('labels, their order and how they are written are those of the list', () => {
  const list = shapes.find(({ name }) => name === 'italic labels')?.text ?? '';
  expect(shaped(list)).toEqual({
    text: `### Quicker start

Queries read every block twice, see example/store#12.

_Expected Project Size_: 175 hours

_Difficulty_: Hard

_Possible mentors_: Ada Example (@ada-example)
`,
    rest: [
      { label: 'Expected Outcome', text: '- A merged change\n- Benchmarks' },
      { label: 'Skills', text: '- Go\n- SQL' },
      { label: 'Budget', text: 'Ours' },
    ],
  });
});

test('a cell holds lines and bars, and paragraphs stand above the table', () => {
  const list = shapes.find(({ name }) => name === 'a table of pairs')?.text ?? '';
  const { text } = shaped(
    list,
    'ideas.md',
    `Slow.\n\nVery.\n\n### Difficulty\n\n- a | b\n- c\n\n### Mentors\n\n@ada-example`,
  );
  expect(text).toContain('## Quicker start\n\n### Abstract\n\nSlow.\n\nVery.\n\n| Category |  |\n');
  expect(text).toContain('| Difficulty | a \\| b, c |\n');
});

test('paragraphs of a description stand above a table with a row for it', () => {
  const idea = (title: string) =>
    `## ${title}\n\n| Description | a |\n| --- | --- |\n| Difficulty | easy |\n| Mentors | @bo-sample |\n`;
  const text = ['Faster queries', 'Smaller images', 'Better docs'].map(idea).join('\n');
  expect(shaped(text, 'ideas.md', 'Slow.\n\nVery.').text).toContain(
    '## Quicker start\n\nSlow.\n\nVery.\n\n| Description |  |\n',
  );
});

test("in CNCF's file it has the fields of CNCF's draft", () => {
  const file =
    '# 2026 Term 3 (Sep-Nov)\n\n### Jaeger\n\n#### A\n\n- Description: x\n- Upstream Issue: https://github.com/a/b/issues/1\n';
  expect(shaped(file, 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md').text).toBe(`#### Quicker start

- Description: Queries read every block twice, see example/store#12.
- Expected Outcome:
  - A merged change
  - Benchmarks
- Recommended Skills: Go, SQL
- Technologies:
- Mentor(s):
  - Ada Example (@ada-example)
- Upstream Issue: https://github.com/example/store/issues/7
`);
});

test("in an empty file of a program it has that program's template", () => {
  expect(shaped('', 'outreachy/ideas.md').text).toBe(`### Quicker start

**Description:** Queries read every block twice, see example/store#12.

**Required skills:** Go, SQL

**Mentors:** Ada Example (@ada-example)
`);
});

test('for an issue form it has the labels as headings, and the title once', () => {
  const read = readTemplate(
    'body:\n  - { type: input, id: title, attributes: { label: Project Title } }\n  - { type: textarea, id: summary, attributes: { label: Summary } }\n  - { type: input, id: mentors, attributes: { label: Who mentors? } }\n',
    'idea.yml',
  );
  const template = 'template' in read ? read.template : expect.fail();
  const reading = readIssue({ url: address, title: 'Quicker start', body });
  expect(shapedDraft(reading, { template, level: template.proposalLevel, document: null }).text).toBe(`## Quicker start

### Summary

Queries read every block twice, see example/store#12.

### Who mentors?

- Ada Example (@ada-example)
`);
});

test('of two labels that ask for the same, each gets what stands below its own words', () => {
  const idea = (title: string) =>
    `## ${title}\n\n**Description:** a\n\n**Motivation:** b\n\n**Difficulty:** easy\n\n**Mentors:** @bo-sample\n`;
  const text = ['Faster queries', 'Smaller images', 'Better docs'].map(idea).join('\n');
  expect(shaped(text, 'ideas.md', '### Motivation\n\nSlow.\n\n### Description\n\nFast.').text).toContain(
    '**Description:** Fast.\n\n**Motivation:** Slow.\n',
  );
});

const value = fc
  .array(
    fc.constantFrom(
      'alpha',
      '# beta',
      '## gamma',
      '### delta',
      '- epsilon',
      '**Mentors:** zeta',
      '| eta |',
      'Title: theta',
      '```\n# iota',
      '<!-- kappa',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => lines.join('\n\n'));

test('whatever an answer says, it is one proposal more, and the others stay', () => {
  fc.assert(
    fc.property(fc.constantFrom(...shapes), value, ({ text }, said) => {
      const draft = shaped(text, 'ideas.md', `### Description\n\n${said}\n\n### Mentors\n\n@ada-example`);
      const { proposals } = readDocument(`${text.trimEnd()}\n\n${draft.text}`, 'ideas.md');
      expect(proposals.length, draft.text).toBe(4);
    }),
    { numRuns: 60 },
  );
});
