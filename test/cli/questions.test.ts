/** The answers in the table "Before a deadline" of docs/command-line.md, given for the sample. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { git, run } from './program';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
const section = page.split('## Before a deadline\n')[1]?.split('\n## ')[0] ?? '';
/** The commands of each row. */
const answers = [...section.matchAll(/^\| .+\? \| (.+) \|$/gm)].map(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, command = '']) => command.split(' ')),
);
const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';

/** The sample on a branch that has given a field another label. */
async function branch() {
  const folder = folderWith({});
  cpSync(join(root, 'test/sample'), folder, { recursive: true });
  await git(folder, 'init', '--quiet', '--initial-branch', 'main');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  await git(folder, 'switch', '--quiet', '--create', 'change');
  const before = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), before.replace(/^- Expected Outcome: /m, '- Expected Outcomes: '));
  return { folder, before };
}

test('each question has an answer', () => {
  expect(answers.length).toBeGreaterThan(5);
  for (const [command] of answers) expect(command?.[0]).toMatch(/^(check|list)$/);
});

test.each(answers.map(([command = [], ...next]) => ({ command, next })))('$command', async ({ command, next }) => {
  const { folder, before } = await branch();
  // Nobody is asked over the network, and nothing here is a terminal.
  const asked = command.filter((word) => word !== '--upstream');
  const { code, out, err } = await run(folder, ...asked, ...(command[0] === 'list' ? ['--format', 'pretty'] : []));
  expect({ command, code, err }).toEqual({ command, code: expect.toSatisfy((is) => is < 2), err: expect.anything() });
  if (command[0] === 'list') expect({ out, err }).toEqual({ out: expect.stringContaining('Jaeger'), err: '' });
  for (const [program, ...args] of next) {
    expect(program).toBe('git');
    expect(await git(folder, ...args)).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, file), 'utf8')).toBe(before);
  }
});
