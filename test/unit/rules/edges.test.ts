/** Rules at the ends of files, at unusual levels and in texts that are too large to repair. */
import { describe, expect, test } from 'vitest';
import { sortedProjects } from '../../../server/src/core/features/actions/arrange';
import { actionsAt } from '../../../server/src/core/features/actions/code-actions';
import { type Known, nothingKnown } from '../../../server/src/core/known/known';
import { findingsOf } from '../../../server/src/core/linter/run';
import { readDocument } from '../../../server/src/core/model/document';
import { applyEdits } from '../../../server/src/core/text/edit';
import { only } from '../../good';
import { findingsOfRule } from '../findings-of-rule';
import { issueIs, knownFrom } from './known-from';

const drafts = 'programs/lfx-mentorship/2025/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';
const idea = (title: string) => `#### ${title}\n\n- Description: ${title}\n- Mentor(s): Ada Example (@ada-example)\n`;

/** The texts that the help of a rule makes, by their titles. */
function helped(rule: string, text: string, { known = nothingKnown as Known, path = drafts } = {}) {
  const all = { start: 0, end: text.length };
  const help = actionsAt(readDocument(text, path), all, known, only(rule)).filter((each) => each.rule === rule);
  return Object.fromEntries(
    help.filter(({ title }) => !title.startsWith('Ignore')).map(({ title, edits }) => [title, applyEdits(text, edits)]),
  );
}

describe('upstream-form', () => {
  test('an address without a scheme gets one', () => {
    const text = '#### T\n- Upstream Issue: github.com/example/example/issues/1\n';
    expect(Object.values(helped('upstream-form', text))).toEqual([text.replace('github.com', 'https://github.com')]);
  });
});

describe('upstream-kind', () => {
  test.each(['8441', '#8441'])('"%s" can become the issue of the project', (number) => {
    const text = `### Jaeger\n\n#### T\n- Mentor(s): Ada (@ada)\n- Upstream Issue: ${number}\n`;
    const issue = 'https://github.com/jaegertracing/jaeger/issues/8441';
    expect(helped('upstream-kind', text)).toEqual({ [`Link ${issue}`]: text.replace(number, issue) });
  });

  test('a number below a project without a repository stays', () => {
    expect(
      helped('upstream-kind', '### Nobody knows\n\n#### T\n- Mentor(s): Ada (@ada)\n- Upstream Issue: 8441\n'),
    ).toEqual({});
  });
});

describe('program-name', () => {
  const title = 'Faster queries over everything that all of the storage backends of the project have in them';
  test.each(['\n', '\r\n'])('too long a title gets a shorter name below it, which is right (%j)', (lineEnd) => {
    const text = `### Jaeger\n\n#### ${title}\n\n- Description: d\n- Mentor(s): Ada (@ada)\n`.replaceAll('\n', lineEnd);
    const [[told, after] = ['', '']] = Object.entries(helped('program-name', text));
    const name = 'CNCF - Jaeger: Faster queries over everything that all of the storage backends of the (2025 Term 1)';
    expect(told).toBe(`Write a shorter program name below the title: "${name}"`);
    expect(after).toBe(text.replace(`${title}${lineEnd}`, `${title}${lineEnd}${lineEnd}${name}${lineEnd}`));
    expect(findingsOfRule('program-name', after)).toEqual([]);
  });

  test('a single word that is too long cannot be made shorter', () => {
    const text = `### Jaeger\n\n#### ${'x'.repeat(120)}\n\n- Description: d\n- Mentor(s): Ada (@ada)\n`;
    expect(helped('program-name', text)).toEqual({});
  });
});

describe('upstream-count', () => {
  test('with a higher limit says how many may stay', () => {
    const links = [1, 2, 3].map((n) => `https://github.com/example/example/issues/${n}`).join(', ');
    const document = readDocument(`#### T\n- Upstream Issue: ${links}\n`, drafts);
    const found = findingsOf(document, nothingKnown, { 'upstream-count': { max: 2 } });
    expect(found.find(({ rule }) => rule === 'upstream-count')?.message).toBe(
      'Keep at most 2 of these 3 links: the issues that track the work.',
    );
  });
});

describe('upstream-moved', () => {
  test('of two links only the one that has moved is changed', () => {
    const [one, two] = [1, 2].map((n) => `https://github.com/example/example/issues/${n}`);
    const moved = 'https://github.com/example/other/issues/9';
    const known = knownFrom({}, { 'example/example#1': issueIs({}), 'example/example#2': issueIs({ url: moved }) });
    const text = `#### T\n- Upstream Issue: ${one}, ${two}\n`;
    expect(Object.values(helped('upstream-moved', text, { known }))).toEqual([text.replace(two ?? '', moved)]);
  });
});

describe('term-date', () => {
  const timeline = (row: string) =>
    `# Term 01 - 2025 March - May\n\n### Timeline\n\n| Activity | Dates |\n|---|---|\n| ${row} |\n\n### Jaeger\n\n${idea('T')}`;

  test.each([
    ['Proposals | Mon, February 4, 2025', 'Tue'],
    ['Proposals | Monday, February 4, 2025', 'Tuesday'],
    ['Proposals | Mon, Feb 6, 2025', 'Thu'],
  ])('a wrong weekday in "%s" is replaced by %s', (row, day) => {
    const texts = Object.values(helped('term-date', timeline(row), { path: readme }));
    expect(texts).toEqual([timeline(row.replace(/Mon(?:day)?/, day))]);
  });

  test('a heading of another term is found; a folder of no numbered term is called by its name', () => {
    const heading = `# Term 02 - 2024 June - August\n\n### Jaeger\n\n${idea('T')}`;
    expect(findingsOfRule('term-date', heading, { path: readme })[0]?.[1]).toBe(
      'The heading says Term 2 of 2024, the folder Term 1 of 2025.',
    );
    const folder = 'programs/lfx-mentorship/2021/Spring/README.md';
    expect(findingsOfRule('term-date', heading, { path: folder })[0]?.[1]).toBe(
      'The heading says Term 2 of 2024, the folder 2021, "Spring".',
    );
  });

  test.each([
    ['programs/lfx-mentorship/2025/03-Sep-Nov/README.md', 'Last Day | January 15, 2026', []],
    ['programs/lfx-mentorship/2025/01-Mar-May/README.md', 'Proposals | December 3, 2024', []],
  ])('in %s "%s" may lie in the year beside it', (path, row, expected) => {
    const text = timeline(row).replace(/^# .*/, '# Mentorship');
    expect(findingsOfRule('term-date', text, { path })).toEqual(expected);
  });
});

describe('project-level and proposal-level', () => {
  test('a heading at another level than its neighbors is found', () => {
    const text = `### Jaeger\n\n${idea('A')}\n${idea('B')}\n### Harbor\n\n${idea('C')}\n## Zot\n\n${idea('D')}`;
    expect(findingsOfRule('project-level', text).map(([at]) => at)).toEqual(['Zot']);
    const deep = `### Jaeger\n\n${idea('A')}\n${idea('B')}\n${idea('C')}\n#${idea('D')}`;
    expect(findingsOfRule('proposal-level', deep).map(([at]) => at)).toEqual(['D']);
  });
});

describe('"Sort Projects"', () => {
  test('is not done where a fence between two projects is not closed', () => {
    const document = readDocument(`### Jaeger\n\n${idea('A')}\n### Harbor\n\n${idea('B')}\n\`\`\`\nopen\n`, drafts);
    const answer = sortedProjects(document);
    expect(answer).toMatchObject({ is: 'nothing' });
  });
});

test('inside-template: a proposal in the fence of the template moves out of it, also at the end of a file', () => {
  const own = `### Jaeger\n\n${idea('Real')}- Upstream Issue: https://github.com/example/example/issues/1`;
  const template = '### CNCF Project Name\n\n#### Project Title\n\n- Description:\n- Mentor(s):\n- Upstream Issue:\n';
  const text = `## Template\n\n\`\`\`\n${template}\n${own}\n\`\`\``;
  const [moved] = Object.values(helped('inside-template', text));
  expect(moved).toBe(`## Template\n\n\`\`\`\n${template}\n\`\`\`\n\n${own}\n`);
});
