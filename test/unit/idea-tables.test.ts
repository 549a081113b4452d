/** Ideas in tables: their rows or columns are fields, several below one heading are several ideas. */
import { describe, expect, test } from 'vitest';
import { actionsFor } from '../../server/src/core/features/actions/code-actions';
import { insertTemplate } from '../../server/src/core/features/new-proposal/template';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { applyEdits } from '../../server/src/core/text/edit';
import { looksLikeProposals } from '../../server/src/recognize';
import { expectSound } from './sound';

const titles = ['Faster queries', 'Smaller images', 'Better docs'];
const people = ['[Ada Example](https://github.com/ada-example)', 'Bo Sample', 'Cy Probe (@cy-probe, cy@example.org)'];
const names = ['Ada Example', 'Bo Sample', 'Cy Probe'];

const list = (of: (title: string, person: string) => string) =>
  `# Project ideas\n\n${titles.map((title, i) => of(title, people[i] ?? '')).join('\n')}`;
const read = (text: string) => readDocument(text, 'gsoc/ideas.md');

const pairs = (title: string, person: string) =>
  `| Title | ${title} |\n| --- | --- |\n| Mentor | ${person} |\n| Difficulty | easy |\n`;

describe.each<[string, string]>([
  ['titles in the header', list(pairs)],
  [
    'an empty header',
    list(
      (title, person) =>
        `| | |\n|-|-|\n| **Title** | ${title} |\n| **Mentors:** | ${person} |\n| **Size:** | 175 h |\n`,
    ),
  ],
  [
    'a name of the project',
    list(
      (title, person) =>
        `| Project name | ${title} |\n| :-- | :-: |\n| Project description | What to do. |\n| Potential mentors | ${person} |\n| Skills | Go |\n`,
    ),
  ],
  [
    'no bars at the ends',
    list((title, person) => `Title | ${title}\n--- | ---\nMentor | ${person}\nDifficulty | hard\n`),
  ],
  [
    'a title in bold above',
    list((title, person) => `**${title}**\n\n| Mentor | ${person} |\n|--|--|\n| Size | 90 h |\n`),
  ],
  ['headings', list((title, person) => `## ${title}\n\n| Mentor | ${person} |\n|--|--|\n| Size | 90 h |\n`)],
  [
    'two pairs in a row',
    list(
      (title, person) =>
        `## ${title}\n\n| Difficulty | easy | Size | 90 h |\n|--|--|--|--|\n| Mentors | ${person} | Skills | Go |\n`,
    ),
  ],
  [
    'columns, with the title among them',
    list((title, person) => `| Title | Size | Mentors |\n|--|--|--|\n| ${title} | 90 h | ${person} |\n\nWhat to do.\n`),
  ],
  [
    'columns without bars at the ends',
    list((title, person) => `## ${title}\n\nDifficulty | Size | Mentors\n:-: | :-: | :-:\neasy | 90 h | ${person}\n`),
  ],
  [
    'one row each and no bars at the ends',
    `# Project ideas\n\nIdea | Skills | Difficulty | Mentors\n--|--|--|--\n${titles.map((title, i) => `${title} | Go | hard | ${people[i]}`).join('\n')}\n`,
  ],
])('a list of tables with %s', (_, text) => {
  test('has its ideas with their mentors, and no finding', () => {
    expect(looksLikeProposals(text)).toBe(true);
    const document = read(text);
    expectSound(document);
    expect(document.kind).toBe('proposed');
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(titles);
    expect(document.proposals.map(({ body }) => body.mentors.map(({ name }) => name?.text))).toEqual(
      names.map((name) => [name]),
    );
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });
});

test('tables below headings that group them are ideas, and the headings their projects', () => {
  const [a = '', b = '', c = ''] = titles.map((title, i) => pairs(title, people[i] ?? ''));
  const { proposals } = read(`# Project ideas\n\n## Compiler\n\nAbout it.\n\n${a}\n${b}\n## Tools\n\n${c}`);
  expect(proposals.map(({ body, project }) => [project?.name, body.title.text])).toEqual([
    ['Compiler', 'Faster queries'],
    ['Compiler', 'Smaller images'],
    ['Tools', 'Better docs'],
  ]);
});

test('a heading that repeats the title in its table is no project', () => {
  const [a = '', b = '', c = ''] = titles.map((title, i) => pairs(title, people[i] ?? ''));
  const { proposals } = read(`# Project ideas\n\n## Compiler\n\n${a}\n${b}\n## ${titles[2]}\n\n${c}`);
  expect(proposals.map(({ project }) => project?.name ?? null)).toEqual(['Compiler', 'Compiler', null]);
});

test.each([
  [
    '| Mentor | GitHub | E-mail |\n|--|--|--|\n| Ada Example | @ada | ada@example.org |\n| Bo Sample | @bo | bo@example.org |\n',
  ],
  ['### Mentors\n\n| Name | E-mail |\n|--|--|\n| Ada Example | ada@example.org |\n| Bo Sample | bo@example.org |\n'],
  ['| Role | Who |\n|--|--|\n| Mentors | Ada Example (@ada)<br>Bo Sample (@bo) |\n| Skills | Go |\n'],
])('each row or line of %j is a mentor', (table) => {
  const idea = (title: string) => `## ${title}\n\n**Difficulty:** hard\n\n**Skills:** Go\n\n${table}`;
  const { proposals } = read(`# Project ideas\n\n${titles.map(idea).join('\n')}`);
  expect(proposals.map(({ body }) => body.mentors.map(({ name }) => name?.text))).toEqual(
    titles.map(() => ['Ada Example', 'Bo Sample']),
  );
});

test('the heading above a table of columns has no value, and each column is read once', () => {
  const idea = (title: string) =>
    `## ${title}\n\n### Description\n\n| **Intensity** | **Involves** | **Mentors** |\n|--|--|--|\n| Hard | Go | Ada Example |\n`;
  const [first] = read(`# Ideas\n\n${titles.map(idea).join('\n')}`).proposals;
  expect(first?.body.fields.map(({ label, empty }) => [label?.text, empty])).toEqual([
    ['Description', true],
    ['Intensity', false],
    ['Involves', false],
    ['Mentors', false],
  ]);
});

describe('an empty table below "Template"', () => {
  const empty = '## Template\n\n| Title | |\n|--|--|\n| Mentor | Name and e-mail |\n| Difficulty | |\n| Notes | |\n\n';
  const tables = titles.map((title, i) => `## ${title}\n\n${pairs(title, people[i] ?? '')}`).join('\n');
  const document = read(`# Project ideas\n\n${empty}${tables}`);

  test('is the template, and nobody is asked for what is missing', () => {
    expect(document.template.source).toBe('document');
    expect(document.template.fields.map(({ label, hint, count }) => [label, hint, count])).toEqual([
      ['Title', '', 3],
      ['Mentor', 'Name and e-mail', 3],
      ['Difficulty', '', 3],
      ['Notes', '', 0],
    ]);
    expect(document.proposals).toHaveLength(3);
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });

  test('is what a new proposal looks like', () => {
    const inserted = insertTemplate(document, document.text.length);
    if (inserted?.is !== 'inserted') throw new Error('refused');
    const after = applyEdits(document.text, [inserted.edit]);
    expect(after.slice(document.text.length)).toBe(
      '\n## Title\n\n| Title | Title |\n| --- | --- |\n| Mentor |  |\n| Difficulty |  |\n| Notes |  |\n',
    );
    const titled = after.replace('## Title', '## Less code');
    expect(read(titled).proposals.map(({ body }) => body.title.text)).toEqual([...titles, 'Less code']);
  });

  test('of other ideas is none', () => {
    const other = read(`# Project ideas\n\n${empty.replace('Title', 'Kind').replace('Mentor', 'Tutor')}${tables}`);
    expect(other.template.source).toBe('habit');
  });
});

describe('a row that nearly all tables have', () => {
  const table = (i: number) =>
    `## Idea of part ${i}\n\n| Title | Part ${i} |\n| ----- | ---- |\n${i === 2 ? '' : '| Mentor | Ada Example |\n'}| Difficulty | easy |\n| Size | 90 h |\n`;
  const document = read(`# Project ideas\n\n${Array.from({ length: 6 }, (_, i) => table(i)).join('\n')}`);
  const findings = findingsOf(document, nothingKnown, {});

  test('is said once, as information', () => {
    expect(findings.map(({ message, severity }) => [severity, message])).toEqual([
      ['information', '5 of 6 proposals here have "Mentor".'],
    ]);
  });

  test('is put in as a row below the header', () => {
    const actions = actionsFor(findings, document, nothingKnown, { kinds: new Set(['choice']) });
    const action = actions.find(({ title }) => title === 'Insert "Mentor"');
    const after = applyEdits(document.text, action?.edits ?? []);
    expect(after).toContain('| Title | Part 2 |\n| ----- | ---- |\n| Mentor |  |\n| Difficulty | easy |\n');
    expect(after.slice(0, action?.caret ?? 0)).toMatch(/\| Mentor \| $/);
  });
});

test('the title is read where it stands now: in the heading, or in the table that became an idea', () => {
  const rows = '| Mentor | Ada Example |\n| Difficulty | easy |\n| Size | 90 h |\n';
  const table = (title: string) => `| Title | ${title} |\n| --- | --- |\n${rows}\n`;
  const idea = (title: string) => `## ${title}\n\n${table(title)}`;
  const before = `${idea('One')}${idea('Two')}`;
  const after = `${before}${table('Three')}`;
  const previous = read(before);
  expect(readDocument(after, previous.path, { previous }).proposals).toEqual(read(after).proposals);
  expect(previous.proposals[0]?.body.title.span).not.toEqual(read(after).proposals[0]?.body.title.span);
});

test('the names of columns are read where they stand now: in the header', () => {
  const page = (name: string) =>
    `# Project ideas\n\n| Idea | ${name} | Mentors | Hours |\n|--|--|--|--|\n| One | Slow | Ada Example | 90 |\n| Two | Big | Bo Sample | 175 |\n`;
  const previous = read(page('Description'));
  expect(previous.proposals).toHaveLength(2);
  const after = page('DESCRIPTION');
  expect(readDocument(after, previous.path, { previous }).proposals).toEqual(read(after).proposals);
});
