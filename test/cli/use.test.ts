import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { folderWith } from '../folder';
import { drafts, run } from './program';

test.each([
  [[], 'Use one of the commands list, check, submission and draft.'],
  [['lint', '.'], 'There is no command "lint". Use list, check, submission or draft.'],
  [['list', '.'], 'Use either --json or --csv.'],
  [['list', '--json', '--csv', '.'], 'Use either --json or --csv.'],
  [['list', '--json'], 'Give at least one folder or file.'],
  [['check'], 'Give at least one folder or file.'],
  [['check', '--quiet', '.'], "Unknown option '--quiet'."],
  [['check', '--format', 'xml', '.'], 'There is no format "xml". Use text, json, github, sarif.'],
  [['check', '--max-warnings', 'few', '.'], '--max-warnings needs a number, not "few".'],
  ...['soon', '', '0', '1.5', '3601'].map((seconds): [string[], string] => [
    ['check', `--upstream-timeout=${seconds}`, '.'],
    `--upstream-timeout needs a number of seconds from 1 to 3600, not "${seconds}".`,
  ]),
  [['check', 'nowhere'], '"nowhere" does not exist.'],
  [['submission', 'send'], 'Use one of submission body, url, check and verdict.'],
  [['submission', 'body'], 'Use "submission body FILE" with one file.'],
  [['submission', 'url', 'README.md'], '"README.md" does not exist.'],
  [['draft', 'a.json'], 'Use "draft --from-issue FILE" or "draft --from-issue URL" with one of them.'],
  [['draft', '--from-issue', 'nowhere.json'], '"nowhere.json" cannot be read.'],
  [['draft', '--from-issue', 'https://example.org/a'], '"https://example.org/a" is no address of an issue on GitHub.'],
  [['submission', 'verdict', 'a.json'], 'Use "submission verdict --json FILE" with one file.'],
  [['submission', 'verdict', '--json', 'nowhere.json'], '"nowhere.json" cannot be read.'],
  [
    ['submission', 'verdict', '--json', 'project_ideas.md'],
    '"project_ideas.md" is not a JSON list of issues with "title" and "body".',
  ],
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

const optionNames = ['--help', '--version', '--fix', '--json', '--max-warnings=9'];

test.each(optionNames)('behind "--" a file called %s is a file, and hides no other', async (name) => {
  const incomplete = drafts('One').replace('- Recommended Skills: Go\n', '');
  const folder = folderWith({ [name]: drafts('Two'), 'project_ideas.md': incomplete });
  for (const names of [
    [name, 'project_ideas.md'],
    ['project_ideas.md', name],
  ]) {
    const { code, out, err } = await run(folder, 'check', '--', ...names);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('project_ideas.md:');
    const list = await run(folder, 'list', '--json', '--', ...names);
    expect(JSON.parse(list.out).files).toHaveLength(2);
  }
});

test.each(['--help', '--version'])('a list of files with %s in it never passes a check', async (name) => {
  const folder = folderWith({ [name]: '', 'project_ideas.md': drafts('One') });
  const message = `Say ${name} without a path; write "--" before the names of files.`;
  for (const args of [
    ['check', name, 'project_ideas.md'],
    ['check', 'project_ideas.md', name],
    ['list', '--json', 'project_ideas.md', name],
    [name, 'project_ideas.md'],
  ])
    expect(await run(folder, ...args)).toEqual({ code: 2, out: '', err: `mentorship-proposals: ${message}\n` });
  expect(await run(folder, '--', name)).toMatchObject({ code: 2, out: '' });
  expect(await run(folder, 'check', `--changed-since`, name, '.')).toMatchObject({ code: 2, out: '' });
});

test('the verdict on issues in a file is printed as JSON, in their order', async () => {
  const folder = folderWith({
    'issues.json': JSON.stringify([
      { id: 1, title: 'Something else', body: '' },
      {
        id: 2,
        title: '[CNCF LFX Proposal] x',
        body: '### CNCF Project\n\nJaeger\n',
        labels: ['lfx mentorship', 'Proposal'],
      },
    ]),
  });
  const { code, out } = await run(folder, 'submission', 'verdict', '--json', 'issues.json');
  const [first, second] = JSON.parse(out);
  expect([code, first]).toEqual([0, { id: 1, ignored: true, title: null, errors: [], warnings: [] }]);
  expect(second.errors).toContainEqual({ kind: 'section-missing', field: 'Term' });
});
