/** `--fix-dry-run` shows what `--fix` would do. Git reads what it prints. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run, runOn, runWith } from './program';

const mislabelled = (...titles: string[]) =>
  drafts(...titles).replaceAll('- Expected Outcome:', '- Expected Outcomes:');
const said = (line: string) => `mentorship-proposals: ${line}\n`;

test('the diff is what --fix does, nothing is written, and the exit code is that of a check after it', async () => {
  const text = `${mislabelled('One')}\n${proposal('Two', ['Recommended Skills'])}`;
  const folder = folderWith({ 'project_ideas.md': text });
  const { code, out, err } = await run(folder, 'check', '--fix-dry-run');
  expect(out).toBe(`--- a/project_ideas.md
+++ b/project_ideas.md
@@ -5,7 +5,7 @@
 #### One
${' '}
 - Description: What is to be done.
-- Expected Outcomes: What will be there.
+- Expected Outcome: What will be there.
 - Recommended Skills: Go
 - Mentor(s):
   - Ada Example (@ada-example, ada@example.org)
`);
  expect({ code, err }).toEqual({
    code: 1,
    err: said('--fix would fix 1 finding in 1 file; 1 finding would be left.'),
  });
  expect(readFileSync(join(folder, 'project_ideas.md'), 'utf8')).toBe(text);
  const left = await run(folder, 'check', '--fix-dry-run', '--rule', 'field-label');
  expect(left.code).toBe(0);
  const nothing = await run(folder, 'check', '--fix-dry-run', '--rule', 'missing-field');
  expect(nothing).toEqual({
    code: 1,
    out: '',
    err: said('--fix would fix 0 findings in 0 files; 1 finding would be left.'),
  });
});

/** By name, files for which Git has to come to the same as --fix. */
const shapes: Record<string, string> = {
  'many changes': mislabelled(...Array.from({ length: 30 }, (_, at) => `Title ${at}`)),
  'lines of Windows': mislabelled('One', 'Two').replaceAll('\n', '\r\n'),
  'a byte order mark': `\uFEFF${mislabelled('One')}`,
  'no line end at the end': mislabelled('One').replace(
    /- Upstream Issue:.*\n$/,
    '- Upstream Issues: https://github.com/a/b/issues/1',
  ),
  'fixes beside each other': mislabelled('One')
    .replace('- Recommended Skills', '- Recommended Skill')
    .replace('- Description', '* Description'),
  'tabs and letters of all kinds': mislabelled('开源 \u{1f680}').replace('be done.', 'be\tdone. ::warning::x'),
};

test.each(Object.keys(shapes))('what Git makes of the diff is what --fix makes: %s', async (name) => {
  const files = { 'a b/project_ideas.md': shapes[name] ?? '', 'ü"x/project_ideas.md': shapes[name] ?? '' };
  const [folder, fixed] = [folderWith(files), folderWith(files)];
  for (const output of [true, false]) {
    const { out } = await run(folder, 'check', '--fix-dry-run', ...(output ? ['--output', 'fix.diff'] : []), '.');
    if (!output) writeFileSync(join(folder, 'fix.diff'), out);
    expect(await git(folder, 'apply', '--check', 'fix.diff')).toMatchObject({ code: 0, err: '' });
  }
  await git(folder, 'apply', '--whitespace=nowarn', 'fix.diff');
  await run(fixed, 'check', '--fix', '.');
  for (const file of Object.keys(files)) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toBe(readFileSync(join(fixed, file), 'utf8'));
    expect(text).not.toBe(shapes[name]);
  }
});

test('standard input, and what a branch changes', async () => {
  const folder = folderWith({ 'project_ideas.md': mislabelled('Old') });
  await git(folder, 'init', '--quiet', '-b', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '-qm', 'First');
  writeFileSync(
    join(folder, 'project_ideas.md'),
    `${mislabelled('Old')}\n${mislabelled('New').slice(drafts().length)}`,
  );
  const { out } = await run(folder, 'check', '--fix-dry-run', '--changed-since', 'main');
  expect(out.match(/^[-+] ?- .*/gm)).toHaveLength(2);
  expect(out).toContain(' #### New');
  const piped = await runOn(
    mislabelled('One'),
    folder,
    '--fix-dry-run',
    '--stdin-filename',
    'ideas/project_ideas.md',
    '-',
  );
  expect(piped).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^--- a\/ideas\/project_ideas\.md\n\+\+\+ b\/ideas/),
  });
});

test('colors are there where they are asked for, and a document drives neither a terminal nor a runner', async () => {
  const text = mislabelled('One').replace('\n\n- Desc', '\n::error::One\x1b[2J ##[add-mask]x\x9b\u202e\n- Desc');
  const folder = folderWith({ 'project_ideas.md': text });
  const { out } = await runWith({ FORCE_COLOR: '' }, folder, 'check', '--fix-dry-run');
  expect(out).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]|^[\s+-]*::|##\[/mu);
  const painted = await run(folder, 'check', '--fix-dry-run', '--color=always');
  expect(painted.out).toContain(
    '\x1b[31m-- Expected Outcomes: What will be there.\x1b[39m\n\x1b[32m+- Expected Outcome:',
  );
  // A file is exact, so that Git can apply it.
  await run(folder, 'check', '--fix-dry-run', '-o', 'fix.diff');
  expect(readFileSync(join(folder, 'fix.diff'), 'utf8')).toContain('\n ::error::One\x1b[2J ##[add-mask]x\x9b');
});

test.each([['--fix'], ['--format=json'], ['--statistics']])('not together with %s', async (option) => {
  const { code, err } = await run(folderWith({ 'project_ideas.md': drafts('One') }), '--fix-dry-run', option);
  const see = 'See "mentorship-proposals --help".';
  expect({ code, err }).toEqual({
    code: 2,
    err: said(`--fix-dry-run prints a diff: leave out --fix, --format and --statistics. ${see}`),
  });
});
