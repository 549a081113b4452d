import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const mislabelled = drafts('One').replace('- Expected Outcome:', '- Expected Outcomes:');

const said = (line: string) => `mentorship-proposals: ${line}\n`;

test('a file that has nothing to fix is left alone', async () => {
  const folder = folderWith({ [file]: `\uFEFF${broken}` });
  const { ino } = statSync(join(folder, file));
  const { err } = await run(folder, 'check', '--fix', '.');
  expect(err).toBe(said('Fixed 0 findings in 0 files; 1 finding is left.'));
  expect(readFileSync(join(folder, file), 'utf8')).toBe(`\uFEFF${broken}`);
  expect(statSync(join(folder, file)).ino).toBe(ino);
});

test('the layout is repaired, everything else is kept, and there is nothing to do a second time', async () => {
  const folder = folderWith({ [file]: `\uFEFF${mislabelled.replaceAll('\n', '\r\n')}` });
  const fixed = `\uFEFF${drafts('One').replaceAll('\n', '\r\n')}`;
  for (const err of [
    'Fixed 1 finding in 1 file; 0 findings are left.',
    'Fixed 0 findings in 0 files; 0 findings are left.',
  ]) {
    expect(await run(folder, 'check', '--fix', '.')).toEqual({ code: 0, out: '', err: said(err) });
    expect(readFileSync(join(folder, file), 'utf8')).toBe(fixed);
  }
});

test('fixes are counted over all files, and a file that is given twice counts once', async () => {
  const two = drafts('One', 'Two').replaceAll('- Expected Outcome:', '- Expected Outcomes:');
  const folder = folderWith({
    'a/project_ideas.md': two,
    'b/project_ideas.md': broken.replace('Outcome:', 'Outcomes:'),
  });
  symlinkSync('project_ideas.md', join(folder, 'a/project_ideas-again.md'));
  const { err } = await run(folder, 'check', '--fix', 'a', 'a/project_ideas.md', 'b');
  expect(err).toBe(said('Fixed 3 findings in 2 files; 1 finding is left.'));
});

test('a file that is not written in UTF-8 is named and not touched', async () => {
  const bytes = Buffer.from(mislabelled.replace('What is to be done', 'Gr\xF6\xDFe'), 'latin1');
  const folder = folderWith({ [file]: bytes, 'other/project_ideas.md': mislabelled });
  const { code, out, err } = await run(folder, 'check', '--fix', '.');
  expect(err).toBe(
    said(`${file} was not fixed: it is not UTF-8 text.`) +
      said('Fixed 1 finding in 1 file; 1 finding is left.') +
      said('1 file failed.'),
  );
  expect(out).toContain(' field-label ');
  expect(code).toBe(2);
  expect(readFileSync(join(folder, file)).equals(bytes)).toBe(true);
});

test.skipIf(process.getuid?.() === 0)('a file in a folder that cannot be written to is named', async () => {
  const folder = folderWith({ [file]: mislabelled });
  chmodSync(join(folder, file), 0o444);
  chmodSync(join(folder, file, '..'), 0o555);
  const { code, err } = await run(folder, 'check', '--fix', '.');
  chmodSync(join(folder, file, '..'), 0o755);
  expect(err).toContain(`${file} could not be written: `);
  expect(code).toBe(2);
  expect(readFileSync(join(folder, file), 'utf8')).toBe(mislabelled);
});

test('with --changed-since, reported findings are fixed, and all else keeps its bytes', async () => {
  const badly = (title: string) => proposal(title).replace('- Expected Outcome:', '* **Expected Outcomes**:');
  const unchanged = `${badly('Old')}\n${badly('Old too').replaceAll('\n', '\r\n')}  \n`;
  const folder = folderWith({ [file]: `${drafts()}${unchanged}`, 'other/project_ideas.md': drafts() + badly('Other') });
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  const path = join(folder, file);
  writeFileSync(path, `${drafts()}${badly('First')}\n${unchanged}${badly('Last')}`);
  const { out } = await run(folder, 'check', '--changed-since', 'HEAD', '.');
  const reported = out.split('\n').length - 1;
  const { code, err } = await run(folder, 'check', '--fix', '--changed-since', 'HEAD', '.');
  expect(err).toBe(said(`Fixed ${reported} findings in 1 file; 0 findings are left.`));
  expect(code).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(`${drafts()}${proposal('First')}\n${unchanged}${proposal('Last')}`);
  expect(readFileSync(join(folder, 'other/project_ideas.md'), 'utf8')).toBe(drafts() + badly('Other'));
});
