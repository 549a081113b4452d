/** How the program ends, and why. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { built, drafts, proposal, run } from './program';

const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const cli = join(built, 'cli.js');

function shell(script: string, folder: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile('bash', ['-c', script, 'bash', process.execPath, cli], { cwd: folder }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test.skipIf(!existsSync('/dev/full'))('a disk that is full is one line, and the exit code is 2', async () => {
  const folder = folderWith({ 'project_ideas.md': broken });
  for (const args of ['check .', 'list --json .', '--help', 'rules'])
    expect(await shell(`"$1" "$2" ${args} >/dev/full`, folder)).toEqual({
      code: 2,
      out: '',
      err: 'mentorship-proposals: Standard output could not be written: no space left on device.\n',
    });
});

test('a reader that has read enough is no failure', async () => {
  const folder = folderWith({ 'project_ideas.md': drafts() + proposal('One', ['Mentor']).repeat(3_000) });
  const { out, err } = await shell('"$1" "$2" check . | head -n 1', folder);
  expect(out.split('\n')).toHaveLength(2);
  expect(err).toBe('');
});

test('a person who stops it gets 130 from the shell', async () => {
  const folder = folderWith({});
  // It waits for standard input, which never ends.
  const script = 'set -m; mkfifo never; "$1" "$2" check - <>never & kill -INT $!; wait $!; echo $?';
  expect((await shell(script, folder)).out).toBe('130\n');
});

test('too many warnings are named as the reason', async () => {
  const config = '{ "rules": { "missing-field": "warning" } }';
  const folder = folderWith({ '.mentorship-proposals.json': config, 'project_ideas.md': broken });
  expect(await run(folder, 'check', '.')).toMatchObject({ code: 0, err: '' });
  expect(await run(folder, 'check', '--max-warnings=1', '.')).toMatchObject({ code: 0, err: '' });
  const why = '1 warning, and --max-warnings allows 0: this is why the check fails.';
  for (const quiet of [[], ['--quiet'], ['--severity=error']])
    expect(await run(folder, 'check', '--max-warnings=0', ...quiet, '.')).toEqual({
      code: 1,
      out: quiet.length > 0 ? '' : expect.stringMatching(/ warning missing-field [^\n]+\n$/),
      err: `mentorship-proposals: ${why}\n`,
    });
});

test('what is asked for is printed, and everything counts', async () => {
  const folder = folderWith({ 'project_ideas.md': broken.replaceAll('- Expected Outcome:', '- Expected Outcomes:') });
  const rules = async (...options: string[]) => {
    const { out } = await run(folder, 'check', ...options, '.');
    return new Set([...out.matchAll(/\d (\w+) ([a-z-]+) /g)].map(([, , rule]) => rule));
  };
  expect(await rules()).toEqual(new Set(['field-label', 'missing-field']));
  expect(await rules('--quiet')).toEqual(new Set(['missing-field']));
  expect(await rules('--severity', 'warning')).toEqual(new Set(['missing-field']));
  expect(await rules('--rule', 'field-label')).toEqual(new Set(['field-label']));
  expect(await rules('--rule', 'field-label=off')).toEqual(new Set(['missing-field']));
  expect((await run(folder, 'check', '--rule', 'field-label=error', '.')).out).toContain(' error field-label ');
  expect((await run(folder, 'check', '--rule', 'missing-field=off', '.')).code).toBe(0);
  expect((await run(folder, 'check', '--statistics', '.')).out).toBe(
    '2 field-label (2 can be fixed with --fix)\n1 missing-field\n',
  );
});

test('--rule fixes only what it asks for', async () => {
  const text = broken.replaceAll('- Expected Outcome:', '- Expected Outcomes:');
  const folder = folderWith({ 'project_ideas.md': text });
  await run(folder, 'check', '--fix', '--rule', 'missing-field', '.');
  expect(readFileSync(join(folder, 'project_ideas.md'), 'utf8')).toBe(text);
  await run(folder, 'check', '--fix', '--rule', 'field-label', '.');
  expect(readFileSync(join(folder, 'project_ideas.md'), 'utf8')).toBe(broken);
});

test('--output writes the findings to a file, and nothing else is printed', async () => {
  const folder = folderWith({ 'project_ideas.md': broken });
  const { out: printed } = await run(folder, 'check', '.');
  expect(await run(folder, 'check', '--output', 'found.txt', '.')).toEqual({ code: 1, out: '', err: '' });
  expect(readFileSync(join(folder, 'found.txt'), 'utf8')).toBe(printed);
  expect(await run(folder, 'check', '--output', 'no/where.txt', '.')).toEqual({
    code: 2,
    out: '',
    err: 'mentorship-proposals: "no/where.txt" could not be written: no such file or directory.\n',
  });
});

test('rules lists them all, and explain tells of one', async () => {
  const folder = folderWith({});
  const { out } = await run(folder, 'rules');
  expect(out).toMatch(/^missing-field +error +\S.*\.$/m);
  const explained = await run(folder, 'explain', 'missing-field');
  expect(explained).toMatchObject({ code: 0, err: '' });
  expect(explained.out).toMatch(
    /^missing-field \(error; warning if [^\n]+\)\n\n[\s\S]+\nReported:\n[\s\S]+\nMore: https:.*missing-field\.md\n$/,
  );
});
