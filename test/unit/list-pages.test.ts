/** Pages that list ideas by their issues or files. */
import { describe, expect, test } from 'vitest';
import { hoverNeedsAt } from '../../server/src/core/features/hover/hover';
import { listedFile } from '../../server/src/core/features/list/list';
import { nothingKnown } from '../../server/src/core/known/known';
import { findingsOf } from '../../server/src/core/linter/run';
import { readDocument } from '../../server/src/core/model/document';
import { looksLikeProposals } from '../../server/src/recognize';
import { expectSound } from './sound';

const titles = ['Faster queries', 'Smaller images', 'Better docs', 'Less code'];
const issue = (i: number) => `https://github.com/example/ideas/issues/${i + 10}`;
const rows = (of: (title: string, i: number) => string) => titles.map(of).join('\n');
const read = (text: string, path = 'ideas.md') => readDocument(text, path);

const pages: Readonly<Record<string, [text: string, address: string]>> = {
  'rows with issues': [
    `# Project ideas\n\n| **Project Title** | **Link** | **Hours** |\n|--|--|--|\n${rows((title, i) => `| ${title} | [example/ideas#${i + 10}](${issue(i)}) | 175 |`)}\n`,
    issue(0),
  ],
  'rows whose titles are links': [
    `# Ideas\n\n| Project | Difficulty | Mentors |\n|--|--|--|\n${rows((title, i) => `| [${title}](${issue(i)}) | easy | Ada Example |`)}\n`,
    issue(0),
  ],
  'rows with files and no bars at the ends': [
    `# Ideas\n\nIdea | Mentor\n--|--\n${rows((title, i) => `[**${title}**](ideas/${i}.md) | Ada Example`)}\n`,
    'ideas/0.md',
  ],
  'rows with numbers': [
    `# Ideas\n\n| Nr | What | Where |\n|--|--|--|\n${rows((title, i) => `| ${i} | ${title} | [Issue](${issue(i)}) |`)}\n`,
    issue(0),
  ],
  'rows with a tracker of their own': [
    `# Ideas\n\n| Title | Details |\n|--|--|\n${rows((title, i) => `| ${title} | [here](https://gitlab.example.org/x/-/issues/${i}) |`)}\n`,
    'https://gitlab.example.org/x/-/issues/0',
  ],
  items: [`# Project ideas\n\n${rows((title, i) => `- [${title}](${issue(i)})`)}\n`, issue(0)],
  'items with an address behind the title': [
    `# Ideas for 2026\n\n## Projects\n\n${rows((title, i) => `* **${title}**: ${issue(i)}`)}\n`,
    issue(0),
  ],
  'items with short names of issues': [
    `# Ideas\n\n${rows((title, i) => `1. ${title} (example/ideas#${i + 10})`)}\n`,
    'example/ideas#10',
  ],
  'items with text': [
    `# Mentorship ideas\n\n${rows((title, i) => `- [${title}](2026/idea-${i}.md) – 175 hours, Mentors: Ada Example\n  - Difficulty: easy\n`)}\n`,
    '2026/idea-0.md',
  ],
  headings: [
    `Project ideas\n=============\n\n${rows((title, i) => `### [${title}](${issue(i)})\n\nWhat to do.\n`)}`,
    issue(0),
  ],
};

describe.each(Object.entries(pages))('a list page of %s', (_, [page, address]) => {
  const text = `${page}\nAsk our mentors.\n`;
  const document = read(text);

  test('has an entry for each, and none lacks a field', () => {
    expect(looksLikeProposals(text)).toBe(true);
    expectSound(document);
    expect(document.kind).toBe('index');
    expect(document.proposals.map(({ body }) => body.title.text)).toEqual(titles);
    expect(findingsOf(document, nothingKnown, {})).toEqual([]);
  });

  test('is listed with the addresses', () => {
    const listed = listedFile(document);
    expect(listed).toMatchObject({ kind: 'index', proposals: titles.map((title) => ({ title })) });
    expect(listed.proposals[0]?.address).toBe(address);
  });

  test('has an issue to hover, if the entry is one', () => {
    const [first] = document.proposals;
    const at = (first?.section.start ?? 0) + (first?.body.address?.span.start ?? 0);
    const { issues } = hoverNeedsAt({ document, offset: at, uri: 'file:///ideas.md' });
    expect(issues.map(({ number }) => number)).toEqual(/ideas(?:\/issues\/|#)10$/.test(address) ? [10] : []);
  });
});

test('what the columns and words of an entry say is listed', () => {
  const [rowsPage = ''] = pages['rows with issues'] ?? [];
  const [row] = listedFile(read(`${rowsPage}\nAsk our mentors.\n`)).proposals;
  expect(row?.fields.map(({ label, value }) => [label, value])).toEqual([
    ['Link', `[example/ideas#10](${issue(0)})`],
    ['Hours', '175'],
  ]);
  const [itemsPage = ''] = pages['items with text'] ?? [];
  const [item] = listedFile(read(itemsPage)).proposals;
  expect(item?.fields.map(({ label, value }) => [label, value])).toEqual([
    ['Mentors', 'Ada Example'],
    ['Difficulty', 'easy'],
  ]);
  expect(item?.mentors.map(({ name }) => name)).toEqual(['Ada Example']);
});

test('headings between the title and the entries are their projects', () => {
  const items = titles.map((title, i) => `- [${title}](${issue(i)})`);
  const text = `# Project ideas\n\nAsk our mentors.\n\n## Compiler\n\n${items.slice(0, 2).join('\n')}\n\n## Tools\n\n${items.slice(2).join('\n')}\n`;
  expect(read(text).proposals.map(({ project }) => project?.name)).toEqual(['Compiler', 'Compiler', 'Tools', 'Tools']);
});

test('rows that say everything are proposals, and their issue is a field', () => {
  const text = `# Project ideas\n\n| Title | Description | Mentors | Issue |\n|--|--|--|--|\n${rows((title, i) => `| ${title} | What to do. | Ada Example | ${issue(i)} |`)}\n`;
  const { kind, proposals } = read(text);
  expect(kind).toBe('proposed');
  expect(proposals.map(({ body }) => body.upstream[0]?.number)).toEqual([10, 11, 12, 13]);
});

test.each([
  [
    'a list of past years',
    `# Ideas\n\n${[2023, 2024, 2025].map((year) => `- [Ideas for ${year}](ideas/${year}.md)`).join('\n')}\n`,
  ],
  ['finished projects', `# Summer of Code\n\n## Past projects\n\n${rows((title, i) => `- [${title}](${issue(i)})`)}\n`],
  ['resources', `# Ideas\n\n## Resources\n\n${rows((title, i) => `- [${title}](docs/${i}.md)`)}\n`],
  ['a table of contents', `# Ideas\n\n${rows((title) => `- [${title}](#${title.toLowerCase().replace(' ', '-')})`)}\n`],
  ['files below "Projects"', `# Example\n\n## Projects\n\n${rows((title, i) => `- [${title}](src/${i}/README.md)`)}\n`],
  ['pull requests', `# GSoC\n\n## Ideas\n\n${rows((title, i) => `- [${title}](https://github.com/e/e/pull/${i})`)}\n`],
  [
    'prose with two links',
    `# Ideas\n\n- See [the first](${issue(0)})\n- We met.\n- We talked.\n- And [that](${issue(1)}).\n`,
  ],
  [
    'a table of students',
    `# Project ideas\n\n| Project | Student | Issue |\n|--|--|--|\n${rows((title, i) => `| ${title} | Cy | ${issue(i)} |`)}\n`,
  ],
  ['no list of ideas', `# Bugs\n\n${rows((title, i) => `- [${title}](${issue(i)})`)}\n`],
])('%s is no list page', (_, text) => {
  expect(read(`${text}\nThanks to all mentors.\n`, 'docs/page.md').kind).toBeNull();
});
