/** `list` for people: a table, and only what somebody asks for. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts, proposal, run, runWith } from './program';

const third = 'programs/lfx-mentorship/2026/03-Sep-Nov';
const files = {
  [`${third}/README.md`]: `# Term 03 - 2026 September - November\n\nStatus: Planning\n\n## Projects\n\n### Jaeger\n\n${proposal('Accepted work')}`,
  [`${third}/project_ideas.md`]: `${drafts('追踪 dashboards for everybody who waits')}\n### Harbor\n\n${proposal('Alone', ['Mentor', 'Upstream'])}`,
  'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md': drafts('Older')
    .replaceAll('ada', 'eve')
    .replaceAll('Ada', 'Ève'),
};

const table = `2026 Term 3 (Sep-Nov) · Planning
  Title                       Status    Mentors            Issue
Jaeger
  Accepted work               accepted  Ada Example, Max…  …cing/jaeger#NUM
  追踪 dashboards for every…  draft     Ada Example, Max…  …cing/jaeger#NUM
Harbor
  Alone                       draft     none               none

2026 Term 1 (Mar-May)
  Title                       Status    Mentors            Issue
Jaeger
  Older                       draft     Ève Example, Max…  …cing/jaeger#NUM

4 proposals of 2 projects.
`;

/** Issues have numbers by their titles. */
function tidy(text: string): string {
  return text.replace(/#\d+/g, '#NUM');
}

const titlesIn = (out: string): string[] =>
  JSON.parse(out).files.flatMap((file: { proposals: { title: string }[] }) => file.proposals.map(({ title }) => title));

test('a table by term and project, the newest term first, as wide as the screen', async () => {
  const folder = folderWith(files);
  const { code, out, err } = await runWith({ COLUMNS: '76' }, folder, 'list', '--format', 'pretty');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(tidy(out)).toBe(table);
  const wide = await runWith({ COLUMNS: '200' }, folder, 'list', '--format', 'pretty');
  expect(wide.out).toContain(
    '  追踪 dashboards for everybody who waits  draft     Ada Example, Max Sample  jaegertracing/jaeger#',
  );
  // The status of a term stands in a file with none of these proposals.
  const one = await runWith({ COLUMNS: '200' }, folder, 'list', '--format', 'pretty', '--project', 'harbor');
  expect(one.out).toMatch(/^2026 Term 3 \(Sep-Nov\) · Planning\n/);
  const narrow = await runWith({ COLUMNS: '20' }, folder, 'list', '--format', 'pretty');
  expect(narrow.out).toContain('  追踪 dash…  draft');
});

/** A real terminal, by the program that records one: of util-linux, with other options elsewhere. */
test.skipIf(!existsSync('/usr/bin/script') || process.platform !== 'linux')(
  'on a terminal it is what list prints, with colors and nothing else in it',
  async () => {
    const command = `stty cols 76; '${process.execPath}' '${join(built, 'cli.js')}' list`;
    const { NO_COLOR, FORCE_COLOR, COLUMNS, ...others } = process.env;
    const env = { ...others, CI: '', TERM: 'xterm' };
    const out = await new Promise<string>((done) => {
      execFile('script', ['-qec', command, '/dev/null'], { cwd: folderWith(files), env }, (_, text) => done(text));
    });
    expect(out).toContain('\x1b[33mnone');
    // An address from a document is no link.
    expect(out).not.toContain('\x1b]8');
    expect(tidy(stripVTControlCharacters(out).replaceAll('\r\n', '\n'))).toBe(table);
  },
);

test.each([
  [
    ['--mentor', 'ada-example'],
    ['Accepted work', '追踪 dashboards for everybody who waits'],
  ],
  [
    ['--mentor', '@ADA-example'],
    ['Accepted work', '追踪 dashboards for everybody who waits'],
  ],
  [['--mentor', 'eve'], ['Older']],
  [['--mentor', '@eve'], []],
  [['--mentor', 'eve@example.org'], ['Older']],
  [['--mentor', 'eve', '--mentor', 'nobody'], ['Older']],
  [['--project', 'harb'], ['Alone']],
  [['--term', '2026 Term 1'], ['Older']],
  [['--term', 'term 1'], ['Older']],
  [['--term', '2026-01'], ['Older']],
  [['--term', 'mar'], ['Older']],
  [['--term', 'gsoc'], []],
  [['--term', '2026', '--project', 'Harbor'], ['Alone']],
  [['--missing', 'Mentor(s)'], ['Alone']],
  [['--missing', 'mentors'], ['Alone']],
  [['--missing', 'upstream issue', '--project', 'jaeger'], []],
  [['--missing', 'recommended-skills'], []],
  [['--missing', 'mentor'], ['Alone']],
  [['--missing', 'Outcome'], []],
])('%j lists %j, as JSON, too', async (options, titles) => {
  const { code, out } = await run(folderWith(files), 'list', '--json', ...options);
  expect({ code, titles: titlesIn(out) }).toEqual({ code: 0, titles: expect.arrayContaining(titles) });
  expect(titlesIn(out)).toHaveLength(titles.length);
});

test('a field with a label of its own is missing where it is empty', async () => {
  const folder = folderWith({
    'project_ideas.md': `${drafts('With')}- Difficulty: hard\n\n${proposal('Without')}`,
  });
  expect(titlesIn((await run(folder, 'list', '--json', '--missing', 'difficulty')).out)).toEqual(['Without']);
});

test('a word of a label names the field, and a label that is that word counts as well', async () => {
  const [own, none] = ['Own', 'None'].map((title) => proposal(title, ['Recommended Skills']));
  const folder = folderWith({ 'project_ideas.md': `${drafts('Usual')}\n${own}- Skills: Go\n\n${none}` });
  expect(titlesIn((await run(folder, 'list', '--json', '--missing', 'skills')).out)).toEqual(['None']);
});

test.each([
  [['--mentor', 'ada-exampel'], 0, 'No proposals match --mentor "ada-exampel". Did you mean "ada-example"?'],
  [['--project', 'Jager'], 0, 'No proposals match --project "Jager". Did you mean "Jaeger"?'],
  [['--project', 'Jaeger', '--missing', 'mentors'], 0, 'No proposals match --project "Jaeger" --missing "mentors".'],
  [
    ['--term', '2026 Term 4'],
    0,
    'No proposals match --term "2026 Term 4". The newest terms are 2026 Term 3, 2026 Term 1.',
  ],
  [['--missing', 'mentorz'], 2, 'There is no field "mentorz". Did you mean "Mentors"?'],
  [
    ['--missing', 'handle'],
    2,
    'There is no field "handle". Use "Description", "Expected Outcome", "Recommended Skills", "Mentor(s)", ' +
      '"Upstream Issue", "LFX URL", or a label that your files have.',
  ],
  [['--format', 'tabel'], 2, 'There is no format "tabel". Use pretty, json, csv. See "mentorship-proposals --help".'],
])('%j: said in one line', async (options, code, message) => {
  const run = await runWith({}, folderWith(files), 'list', '--format', 'pretty', ...options);
  expect(run).toEqual({ code, out: '', err: `mentorship-proposals: ${message}\n` });
});

test('a document moves no cursor and begins no line of its own', async () => {
  const evil = 'Work\x1b[2J\u202e\u2028## Other\tword';
  const text = drafts(evil)
    .replaceAll('Ada Example', `Ada\x07 ${'x'.repeat(400)}`)
    .replace('### Jaeger', `### Jae\x9bger`);
  const folder = folderWith({ [`${third}/project_ideas.md`]: text.replace(/^/, 'Status: Open\x1b]0;title\x07\n\n') });
  const { out } = await runWith({ COLUMNS: '100' }, folder, 'list', '--format', 'pretty');
  expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  expect(out.split('\n')).toHaveLength(7);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});
