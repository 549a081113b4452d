/** Quoted globs mean the same in every shell. */
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const broken = (title: string) => `${drafts()}${proposal(title, ['Recommended Skills'])}`;
const files = {
  'programs/a/project_ideas.md': broken('A'),
  'programs/b/project_ideas.md': broken('B'),
  'programs/b/more/ideas-1.md': broken('More'),
  'programs/[new]/project_ideas.md': broken('New'),
  'programs/README.md': '# Nothing\n',
  'other/project_ideas.md': broken('Other'),
};

/** The files in which something was found. */
async function found(folder: string, ...args: string[]) {
  const { code, out, err } = await run(folder, 'check', '--format', 'json', ...args);
  const paths = JSON.parse(out).findings.map(({ path }: { path: string }) => path);
  return { code, err, paths: [...new Set(paths)].sort() };
}

const [a, b, more, fresh, other] = [
  'programs/a/project_ideas.md',
  'programs/b/project_ideas.md',
  'programs/b/more/ideas-1.md',
  'programs/[new]/project_ideas.md',
  'other/project_ideas.md',
];

test.each([
  [['programs/**/*.md'], [fresh, a, more, b]],
  [['**/project_ideas.md'], [other, fresh, a, b]],
  [['programs/{a,b}/*.md'], [a, b]],
  [
    ['programs/b/*/ideas-?.md', 'programs/b/*.md'],
    [more, b],
  ],
  [['./programs/[ab]/project_ideas.md'], [a, b]],
  // What exists is no glob.
  [['programs/[new]/project_ideas.md'], [fresh]],
  [['programs/a/*.md', 'programs/a', 'programs/a/project_ideas.md'], [a]],
])('%j', async (globs, paths) => {
  expect(await found(folderWith(files), ...globs)).toEqual({ code: 1, err: '', paths });
});

test('without a command, they are checked', async () => {
  const folder = folderWith(files);
  expect(await run(folder, 'programs/{a,b}/*.md')).toEqual(await run(folder, 'check', 'programs/{a,b}/*.md'));
});

test('list understands them, too', async () => {
  const { out } = await run(folderWith(files), 'list', '--json', 'programs/{a,b}/*.md');
  expect(JSON.parse(out).files.map(({ file }: { file: string }) => file)).toEqual([a, b]);
});

test('a published term is checked, as a file that is named; what .gitignore names is not', async () => {
  const term = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
  const folder = folderWith({
    [term]: `# Term 01 - 2026 March - May\n\n## Projects\n\n### Jaeger\n\n${proposal('P', ['Recommended'])}`,
    'programs/ignored/project_ideas.md': broken('I'),
    '.gitignore': 'ignored\n',
  });
  await git(folder, 'init', '--quiet');
  for (const paths of [['programs/**/*.md'], ['.', 'programs/**/README.md'], ['programs', 'programs/**/README.md']])
    expect(await found(folder, ...paths)).toEqual({ code: 1, err: '', paths: [term] });
  expect((await found(folder, '.', 'programs/*.md')).paths).toEqual([]);
});

const say = (line: string) => `mentorship-proposals: ${line}\n`;

test.each([
  ['nowhere/*.md', '"nowhere/*.md" does not exist.'],
  [
    'programs/**/*.txt',
    'There are no proposals in "programs/**/*.txt". Name a file or folder that has some. Or add --allow-empty.',
  ],
  [`${'{a,b}'.repeat(30)}*`, `"${'{a,b}'.repeat(20)}" holds more alternatives than anybody could mean.`],
])('%s matches nothing, and a line says so', async (glob, line) => {
  expect(await run(folderWith(files), 'check', glob)).toEqual({ code: 2, out: '', err: say(line) });
});
