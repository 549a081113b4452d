import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { folderWith } from '../folder';
import { drafts, run } from './program';

test.each([
  [[], 'Use one of the commands list and check.'],
  [['lint', '.'], 'There is no command "lint": say list or check.'],
  [['list', '.'], 'Use either --json or --csv.'],
  [['list', '--json', '--csv', '.'], 'Use either --json or --csv.'],
  [['list', '--json'], 'Give at least one folder or file.'],
  [['check'], 'Give at least one folder or file.'],
  [['check', '--quiet', '.'], "Unknown option '--quiet'."],
  [['check', '--format', 'xml', '.'], 'There is no format "xml": say text, json, github, sarif.'],
  [['check', '--max-warnings', 'few', '.'], '--max-warnings takes a number, not "few".'],
  [['check', 'nowhere'], '"nowhere" does not exist.'],
])('%j is wrong use: one line, exit code 2', async (args, message) => {
  const folder = folderWith({ 'project_ideas.md': drafts('One') });
  expect(await run(folder, ...args)).toEqual({ code: 2, out: '', err: `mentorship-proposals: ${message}\n` });
});

test('--help explains, --version tells the version', async () => {
  const folder = folderWith({});
  expect(await run(folder, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--changed-since REV') });
  expect(await run(folder, 'check', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage') });
  expect(await run(folder, '--version')).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' });
});
