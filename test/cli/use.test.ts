import { expect, test } from 'vitest';
import manifest from '../../package.json';
import { meant } from '../../server/src/entry/cli/options';
import { folderWith } from '../folder';
import { drafts, run } from './program';

const see = ' See "mentorship-proposals --help".';

test.each([
  [['lint', '.'], `There is no command or file "lint". Did you mean "list"?${see}`],
  [['lsit', '.'], `There is no command or file "lsit". Did you mean "list"?${see}`],
  [
    ['frobnicate'],
    `There is no command or file "frobnicate". Use check, list, submission, draft, rules, explain, init or completion.${see}`,
  ],
  [['list', '.'], `In a pipe, say --json, --csv, or "--format pretty" for the table.${see}`],
  [['list', '--json', '--csv', '.'], `Use only one of --format, --json and --csv.${see}`],
  [['--missing', 'mentors'], `Unknown option '--missing'. It is an option of "list".${see}`],
  [['list', '--json', '--rule', 'toc'], `Unknown option '--rule'. It is an option of "check".${see}`],
  [['check', '--quite', '.'], `Unknown option '--quite'. Did you mean "--quiet"?${see}`],
  [['check', '--formt', 'json', '.'], `Unknown option '--formt'. Did you mean "--format"?${see}`],
  [['check', '-x'], `Unknown option '-x'.${see}`],
  [
    ['check', '--format', 'xml', '.'],
    `There is no format "xml". Use pretty, text, json, github, sarif, gitlab, junit, rdjson, markdown.${see}`,
  ],
  [['check', '--format', 'jason', '.'], `There is no format "jason". Did you mean "json"?${see}`],
  [['check', '--severity', 'warn', '.'], `There is no severity "warn". Did you mean "warning"?${see}`],
  [['check', '--rule', 'mising-field', '.'], 'There is no rule "mising-field". Did you mean "missing-field"?'],
  [['explain', 'missing'], 'There is no rule "missing". Did you mean "missing-field"?'],
  [['explain'], `Use "explain RULE". "rules" lists all of them.${see}`],
  [['check', '--fix', '-'], `--fix cannot write to standard input ("-"). Use --fix-dry-run.${see}`],
  [['check', '--max-warnings', 'few', '.'], `--max-warnings needs a number, not "few".${see}`],
  ...['soon', '', '0', '1.5', '3601'].map((seconds): [string[], string] => [
    ['check', `--upstream-timeout=${seconds}`, '.'],
    `--upstream-timeout needs a number of seconds from 1 to 3600, not "${seconds}".${see}`,
  ]),
  [['check', 'nowhere'], '"nowhere" does not exist.'],
  [['programs/nowhere'], '"programs/nowhere" does not exist.'],
  [['submission', 'send'], `Use one of submission body, url, check and verdict.${see}`],
  [['submission', 'body'], `Use "submission body FILE" with one file.${see}`],
  [['submission', 'url', 'README.md'], '"README.md" does not exist.'],
  [['draft', 'a.json'], `Use "draft --from-issue FILE" or "draft --from-issue URL" with one of them.${see}`],
  [['draft', '--from-issue', 'nowhere.json'], '"nowhere.json" cannot be read.'],
  [['draft', '--from-issue', 'https://example.org/a'], '"https://example.org/a" is no address of an issue on GitHub.'],
  [['submission', 'verdict', 'a.json'], `Use "submission verdict --json FILE" with one file.${see}`],
  [['submission', 'verdict', '--json', 'nowhere.json'], '"nowhere.json" cannot be read.'],
  [
    ['submission', 'verdict', '--json', 'project_ideas.md'],
    '"project_ideas.md" is not a JSON list of issues with "title" and "body".',
  ],
])('%j is wrong use: one line, exit code 2', async (args, message) => {
  const folder = folderWith({ 'project_ideas.md': drafts('One') });
  expect(await run(folder, ...args)).toEqual({ code: 2, out: '', err: `mentorship-proposals: ${message}\n` });
});

test('without a command and a path, the current folder is checked', async () => {
  const folder = folderWith({ 'project_ideas.md': drafts('One').replace('- Recommended Skills: Go\n', '') });
  const whole = await run(folder, 'check', '.');
  expect(whole).toMatchObject({ code: 1, out: expect.stringMatching(/^project_ideas\.md:/) });
  for (const args of [[], ['check'], ['.'], ['project_ideas.md'], ['--quiet']])
    expect(await run(folder, ...args)).toEqual(whole);
  expect(JSON.parse((await run(folder, 'list', '--json')).out).files).toHaveLength(1);
});

test('--help explains, --version tells the version', async () => {
  const folder = folderWith({});
  expect(await run(folder, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--changed-since') });
  for (const command of ['check', 'list', 'submission', 'rules', 'explain'])
    expect(await run(folder, command, '--help')).toEqual({
      code: 0,
      out: expect.stringMatching(new RegExp(`^Usage: mentorship-proposals \\[?${command}\\b`)),
      err: '',
    });
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

test.each([
  ['jager', ' Did you mean "Jaeger"?'],
  ['Jager', ' Did you mean "Jaeger"?'],
  ['aeger', ' Did you mean "Jaeger"?'],
  ['email', ''],
  ['x'.repeat(100), ''],
])('what "%s" may mean', (written, answer) => {
  expect(meant(written, ['Small', 'Jaeger'])).toBe(answer);
});
