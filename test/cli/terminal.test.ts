/** What a person at a terminal sees. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts, proposal, run, runWith } from './program';

const text = `${drafts('Whole')}\n${proposal('开源 Without skills', ['Recommended Skills'])}`;
const line = text.split('\n').indexOf('#### 开源 Without skills') + 1;
const seen = `project_ideas.md
  ${line}:6  error  "Recommended Skills" is missing.  missing-field
    #### 开源 Without skills
         ^^^^^^^^^^^^^^^^^^^

1 finding in 1 file: 1 error.
`;

test('findings stand below their file, each with its line, and a summary at the end', async () => {
  const folder = folderWith({ 'project_ideas.md': text, 'whole/project_ideas.md': drafts('Fine') });
  expect((await run(folder, 'check', '--format', 'pretty', '.')).out).toBe(seen);
  expect((await run(folder, 'check', '--format', 'pretty', 'whole')).out).toBe('No findings in 1 file.\n');
});

test.each(['', 'true'])('colors are used where they are asked for, with CI=%o', async (CI) => {
  const folder = folderWith({ 'project_ideas.md': text });
  const isColored = async (environment: Record<string, string>, ...options: string[]) =>
    (
      await runWith({ CI, NO_COLOR: '', FORCE_COLOR: '', ...environment }, folder, 'check', '-f', 'pretty', ...options)
    ).out.includes('\x1b[31merror');
  expect(await isColored({})).toBe(false);
  expect(await isColored({}, '--color=always')).toBe(true);
  expect(await isColored({ FORCE_COLOR: '1' })).toBe(true);
  expect(await isColored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  expect(await isColored({ FORCE_COLOR: '1' }, '--color=never')).toBe(false);
  // A pipe stays one finding a line.
  expect((await runWith({ FORCE_COLOR: '1' }, folder, 'check')).out).toMatch(
    /^project_ideas\.md:\d+:6 error [^\n]*\n$/,
  );
});

/** A real terminal, by the program that records one: of util-linux, with other options elsewhere. */
test.skipIf(!existsSync('/usr/bin/script') || process.platform !== 'linux').each(['', 'true'])(
  'a terminal is recognized, with CI=%o',
  async (CI) => {
    const folder = folderWith({ 'project_ideas.md': text });
    const command = `'${process.execPath}' '${join(built, 'cli.js')}' check`;
    // Node tells of both variables if both are there, even empty.
    const { NO_COLOR, FORCE_COLOR, ...others } = process.env;
    const env = { ...others, CI, TERM: 'xterm' };
    const out = await new Promise<string>((done) => {
      execFile('script', ['-qec', command, '/dev/null'], { cwd: folder, env }, (_, printed) => done(printed));
    });
    expect(out).toContain('\x1b[31merror');
    expect(out).toContain('\x1b]8;;https:');
    expect(stripVTControlCharacters(out).replaceAll('\r\n', '\n')).toBe(seen);
  },
);

test('a document moves no cursor, and a long line is cut', async () => {
  const evil = `${'x'.repeat(500)}\x1b[2J\u202e`;
  const hostile = text.replace('- Mentor(s):', `- ${evil}Mentor(s): ${evil}`).replace('开源', evil);
  const { out } = await run(folderWith({ 'project_ideas.md': hostile }), 'check', '--format', 'pretty', '.');
  expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  for (const each of out.split('\n').filter((each) => each.startsWith('    '))) expect(each.length).toBeLessThan(200);
});
