/** `--scope` means what it means in the editor: what does not concern the person is a hint. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const mislabelled = (title: string) => proposal(title).replace('- Expected Outcome:', '- Expected Outcomes:');
const old = (name: string) =>
  `${name}\n\n${drafts()}${proposal('Old error', ['Recommended Skills'])}\n${mislabelled('Old note')}`;
const over = 'over/project_ideas.md';
const open = 'open/project_ideas.md';

/** A branch that has added two proposals to each file. */
async function branch(): Promise<string> {
  const files = { [over]: old('Status: Completed'), [open]: old('Status: Planning') };
  const folder = folderWith(files);
  await git(folder, 'init', '--quiet', '-b', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '-qm', 'First');
  await git(folder, 'switch', '--quiet', '-c', 'work');
  const added = `\n${proposal('New error', ['Recommended Skills'])}\n${mislabelled('New note')}`;
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text + added);
  await git(folder, 'commit', '-qam', 'Second');
  return folder;
}

/** The severities, by file in the order of the proposals. */
async function severities(folder: string, ...options: string[]) {
  const { code, out, err } = await run(folder, 'check', '--format', 'json', ...options);
  const { findings } = JSON.parse(out) as { findings: { path: string; severity: string }[] };
  const of = (file: string) => findings.filter(({ path }) => path === file).map(({ severity }) => severity);
  return { code, err, over: of(over), open: of(open) };
}

const [whole, mine] = [
  ['error', 'information', 'error', 'information'],
  ['hint', 'hint', 'error', 'information'],
];

test.each([
  [[], whole, whole],
  [['--scope', 'all'], whole, whole],
  [['--scope', 'mine'], mine, mine],
  [['--scope', 'auto'], mine, ['error', 'hint', 'error', 'information']],
  [['--scope', 'mine', '--changed-since', 'HEAD'], [], []],
])('%j', async (options, inOver, inOpen) => {
  const code = inOver.includes('error') ? 1 : 0;
  expect(await severities(await branch(), ...options)).toEqual({ code, err: '', over: inOver, open: inOpen });
});

test('on main, nothing is mine; the exit code is that of what is shown', async () => {
  const folder = await branch();
  await git(folder, 'switch', '--quiet', 'main');
  expect(await severities(folder, '--scope', 'mine')).toEqual({
    code: 0,
    err: '',
    over: ['hint', 'hint'],
    open: ['hint', 'hint'],
  });
  expect(await severities(folder, '--scope', 'auto')).toMatchObject({
    code: 1,
    over: ['hint', 'hint'],
    open: ['error', 'hint'],
  });
});

test('where nobody knows what is mine, a line says so', async () => {
  const said = 'mentorship-proposals: Nobody knows what you have changed in ".".';
  const elsewhere = folderWith({ 'project_ideas.md': old('Status: Planning') });
  const check = () => run(elsewhere, 'check', '--quiet', '--scope', 'mine');
  expect(await check()).toEqual({ code: 0, out: '', err: `${said.replace(/\.$/, ':')} it is not in a repository.\n` });
  await git(elsewhere, 'init', '--quiet', '-b', 'other');
  expect(await check()).toEqual({ code: 0, out: '', err: `${said} Name a revision with --changed-since.\n` });
});

test.each([
  { options: ['--scope', 'mine'], isOldFixed: false, said: 'Fixed 2 findings in 2 files; 6 findings are left.' },
  { options: ['--scope', 'auto'], isOldFixed: false, said: 'Fixed 2 findings in 2 files; 6 findings are left.' },
  {
    // The errors of an open term concern everybody.
    options: ['--scope', 'auto', '--rule', 'field-label=error'],
    isOldFixed: true,
    said: 'Fixed 3 findings in 2 files; 5 findings are left.',
  },
])('--fix $options fixes what is more than a hint, and nothing else', async ({ options, isOldFixed, said }) => {
  const folder = await branch();
  const { err } = await run(folder, 'check', '--fix', ...options);
  expect(err).toBe(`mentorship-proposals: ${said}\n`);
  const added = `\n${proposal('New error', ['Recommended Skills'])}\n${proposal('New note')}`;
  expect(readFileSync(join(folder, over), 'utf8')).toBe(`${old('Status: Completed')}${added}`);
  const before = old('Status: Planning');
  const fixed = isOldFixed ? before.replace(mislabelled('Old note'), proposal('Old note')) : before;
  expect(readFileSync(join(folder, open), 'utf8')).toBe(fixed + added);
});

test('a hint that is asked for is fixed in what is mine only', async () => {
  const folder = await branch();
  const { err } = await run(folder, 'check', '--fix', '--scope', 'mine', '--rule', 'field-label=hint', open);
  expect(err).toBe('mentorship-proposals: Fixed 1 finding in 1 file; 3 findings are left.\n');
  expect(readFileSync(join(folder, open), 'utf8')).toContain(mislabelled('Old note'));
});
