/** `init` shows the configuration that fits a folder, and writes it where somebody wants that. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts, run } from './program';

const name = '.mentorship-proposals.json';
const said = (line: string) => `mentorship-proposals: ${line}\n`;

const idea = (title: string) =>
  `## ${title}\n\n**Mentors:** Ada Example\n\n**Difficulty:** hard\n\n**Skills:** Go\n\n**Expected outcomes:** Code.\n\n`;
const ideas = `# Ideas\n\n${idea('One')}${idea('Two')}`;
const template = '## Title\n\n**Mentors:**\n\n**Difficulty:**\n\n**Skills:**\n';

const configIn = (folder: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

test('without a terminal it is shown and not written', async () => {
  const folder = folderWith({ 'ideas/2025.md': ideas, 'ideas/2026/list.md': ideas, 'README.md': '# Welcome\n' });
  const { code, out, err } = await run(folder, 'init', '--name', 'Summer');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toEqual({ programs: [{ name: 'Summer', files: ['ideas/**'] }] });
  expect(existsSync(join(folder, name))).toBe(false);
});

test('--write writes it with the only template, check uses it, and a second time nothing is overwritten', async () => {
  const folder = folderWith({
    'docs/[new] ideas.md': ideas,
    'TEMPLATE.md': template,
    '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug\nbody:\n  - type: input\n    attributes:\n      label: What\n',
  });
  const first = await run(folder, 'init', '--name', 'Summer', '--write');
  expect(first).toMatchObject({ code: 0, err: said(`Wrote ${name}. 2 proposals in 1 file fit it.`) });
  const config = { programs: [{ name: 'Summer', files: ['docs/\\[new\\] ideas.md'], template: 'TEMPLATE.md' }] };
  expect(configIn(folder)).toEqual(config);
  const list = JSON.parse((await run(folder, 'list', '--json')).out);
  expect(list.files[0].program).toMatchObject({ name: 'Summer', path: 'TEMPLATE.md' });
  const err = said(`${name} is there already, and was not changed. Edit it, or remove it first.`);
  expect(await run(folder, 'init', '--write')).toEqual({ code: 2, out: '', err });
  expect(configIn(folder)).toEqual(config);
});

test('several templates are named, and one of them can be chosen', async () => {
  const folder = folderWith({ 'ideas.md': ideas, 'a/template.md': template, 'b/template.md': template });
  const { out, err } = await run(folder, 'init');
  expect(err).toBe(said('These may be templates: a/template.md, b/template.md. Choose one with --template.'));
  expect(JSON.parse(out).programs[0]).toMatchObject({ files: ['ideas.md'] });
  const chosen = await run(folder, 'init', '--template', 'b/template.md', '--files', '*.md');
  expect(JSON.parse(chosen.out).programs[0]).toMatchObject({ files: ['*.md'], template: 'b/template.md' });
});

test.each([
  [
    { 'README.md': '# Nothing\n' },
    [],
    2,
    'There are no proposals in the current folder. Name their files with --files.',
  ],
  [
    { 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md': drafts('One') },
    [],
    0,
    'LFX Mentorship needs no configuration.',
  ],
  [{ 'ideas.md': ideas }, ['--template', 'no.md'], 2, '"no.md" is no template: it does not exist.'],
  [
    { 'ideas.md': ideas, 'a.md': 'No.\n' },
    ['--template', 'a.md'],
    2,
    '"a.md" is no template: it shows no labels such as "Mentors:".',
  ],
  [
    { 'ideas.md': ideas },
    ['--files', 'x'.repeat(1001)],
    2,
    'This makes no valid configuration: "programs.files" has a pattern longer than 1000 characters.',
  ],
] as const)('%j with %j', async (files, options, code, line) => {
  expect(await run(folderWith(files), 'init', ...options)).toEqual({ code, out: '', err: said(line) });
});

test('nothing is written through a link', async () => {
  const folder = folderWith({ 'ideas.md': ideas });
  symlinkSync('elsewhere.json', join(folder, name));
  expect(await run(folder, 'init', '--write')).toMatchObject({ code: 2 });
  expect(existsSync(join(folder, 'elsewhere.json'))).toBe(false);
});

/** A real terminal, by the program that records one: of util-linux, with other options elsewhere. */
test.skipIf(!existsSync('/usr/bin/script') || process.platform !== 'linux').each([
  ['y', true],
  ['', false],
])('on a terminal a person is asked: %j', async (answer, isWritten) => {
  const folder = folderWith({ 'ideas.md': ideas });
  const command = `'${process.execPath}' '${join(built, 'cli.js')}' init`;
  const out = await new Promise<string>((done) => {
    const child = execFile('script', ['-qec', command, '/dev/null'], { cwd: folder }, (_, text) => done(text));
    child.stdout?.on('data', (text: string) => {
      if (text.includes('[y/N]')) child.stdin?.end(`${answer}\n`);
    });
  });
  expect(out).toContain(`Write ${name}? [y/N] `);
  expect(existsSync(join(folder, name))).toBe(isWritten);
});
