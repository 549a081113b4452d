import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const mislabelled = drafts('One').replace('- Expected Outcome:', '- Expected Outcomes:');
const published = `# Term 1\n\nStatus: Completed\n\n### Jaeger\n\n${proposal('Old', ['Upstream Issue'])}`;

test('each finding is one line with its place, and the exit code is 1', async () => {
  const { code, out, err } = await run(folderWith({ [file]: broken }), 'check', '.');
  const line = broken.split('\n').indexOf('#### Without skills') + 1;
  expect(out).toBe(`${file}:${line}:6 error missing-field "Recommended Skills" is missing.\n`);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test('a folder without errors is silent, and the exit code is 0', async () => {
  const folder = folderWith({ [file]: drafts('Whole'), 'README.md': '# Something else\n' });
  expect(await run(folder, 'check', '.')).toEqual({ code: 0, out: '', err: '' });
});

test('JSON has every finding with its range', async () => {
  const { out } = await run(folderWith({ [file]: broken }), 'check', '--format', 'json', '.');
  const line = broken.split('\n').indexOf('#### Without skills') + 1;
  expect(JSON.parse(out)).toEqual({
    version: 1,
    findings: [
      {
        path: file,
        line,
        column: 6,
        endLine: line,
        endColumn: 6 + 'Without skills'.length,
        severity: 'error',
        rule: 'missing-field',
        message: '"Recommended Skills" is missing.',
        fixable: false,
        fix: null,
        url: expect.stringMatching(/^https:.*rules\/missing-field\.md$/),
      },
    ],
  });
});

test('a workflow run is given annotations', async () => {
  const { out } = await run(folderWith({ 'a,b%/project_ideas.md': broken }), 'check', '--format=github', '.');
  expect(out).toMatch(
    /^::error file=a%2Cb%25\/project_ideas\.md,line=\d+,endLine=\d+,col=6,endColumn=\d+,title=missing-field::/,
  );
});

test('SARIF names the rule and the place', async () => {
  const { out } = await run(folderWith({ 'with blank/project_ideas.md': broken }), 'check', '--format=sarif', '.');
  const [{ tool, results }] = JSON.parse(out).runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('missing-field');
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({ ruleId: 'missing-field', level: 'error' });
  const { physicalLocation } = results[0].locations[0];
  expect(physicalLocation.artifactLocation.uri).toBe('with%20blank/project_ideas.md');
});

test('a term README is checked with an option, or when it is named', async () => {
  const folder = folderWith({ [readme]: published });
  const err = 'mentorship-proposals: There are only published terms in ".". Add --published to check them.\n';
  expect(await run(folder, 'check', '.')).toEqual({ code: 0, out: '', err });
  expect((await run(folder, 'check', '--published', '.')).out).toContain('"Upstream Issue" is missing');
  expect((await run(folder, 'check', readme)).out).toContain('"Upstream Issue" is missing');
});

test('warnings fail only where there are too many', async () => {
  const folder = folderWith({ [file]: drafts('Whole') });
  expect((await run(folder, 'check', '--max-warnings', '0', '.')).code).toBe(0);
});

test('--fix writes nothing into a file with a merge conflict, even if the rule is turned off', async () => {
  const conflicted = `${mislabelled}<<<<<<< HEAD\n- Notes: a\n=======\n- Notes: b\n>>>>>>> other\n`;
  const folder = folderWith({ [file]: conflicted, 'other/project_ideas.md': mislabelled });
  const { code, out } = await run(folder, 'check', '--fix', '.');
  const line = conflicted.split('\n').indexOf('<<<<<<< HEAD') + 1;
  expect(out).toBe(`${file}:${line}:1 error merge-conflict Resolve this merge conflict before anything else.\n`);
  expect(code).toBe(1);
  expect(readFileSync(join(folder, file), 'utf8')).toBe(conflicted);
  expect(readFileSync(join(folder, 'other/project_ideas.md'), 'utf8')).toBe(drafts('One'));
  writeFileSync(join(folder, '.mentorship-proposals.json'), '{ "rules": { "merge-conflict": "off" } }');
  expect(await run(folder, 'check', '--fix', '.')).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(join(folder, file), 'utf8')).toBe(conflicted);
});

test('the nearest configuration upwards applies, wherever the program is started', async () => {
  const folder = folderWith({
    '.mentorship-proposals.json': '{ "rules": { "missing-field": "off" } }',
    [file]: broken,
    'other/.mentorship-proposals.json': '{ "rules": { "missing-field": "hint" } }',
    'other/project_ideas.md': broken,
  });
  const { out, code } = await run(join(folder, 'programs'), 'check', '..');
  expect(out).toMatch(/^\.\.\/other\/project_ideas\.md:\d+:6 hint missing-field [^\n]+\n$/);
  expect(code).toBe(0);
});

test('files that the repository does not want looked at are passed over', async () => {
  const config = '{ "files": { "exclude": ["programs/**/2026/**"] } }';
  const folder = folderWith({
    '.mentorship-proposals.json': config,
    [file]: broken,
    'programs/project_ideas.md': drafts('One'),
  });
  expect(await run(folder, 'check', '.')).toEqual({ code: 0, out: '', err: '' });
  await git(folder, 'init', '--quiet');
  expect(await run(join(folder, 'programs'), 'check', '.')).toEqual({ code: 0, out: '', err: '' });
});

test('a configuration with mistakes is named, and nothing is checked', async () => {
  const config = '{ "ruls": {},\n"rules": { "missing-field": "hint", "toc": 7 } }';
  const { code, out, err } = await run(
    folderWith({ '.mentorship-proposals.json': config, [file]: broken }),
    'check',
    '.',
  );
  expect(out).toBe('');
  expect(err).toBe(
    'mentorship-proposals: .mentorship-proposals.json:1:3: "ruls" is not allowed here. Use rules, files or programs.\n' +
      'mentorship-proposals: .mentorship-proposals.json:2:44: "rules.toc" must be error, warning, information, hint or off.\n',
  );
  expect(code).toBe(2);
});

test.each([
  ['a key that is not known', '{ "ruls": {} }'],
  ['a severity that is none', '{ "rules": { "toc": 7 } }'],
  ['a trailing comma', '{ "rules": {}, }'],
  ['nothing in it', ''],
])('a configuration with %s is one line, and nothing is checked or written', async (_, config) => {
  const folder = folderWith({ '.mentorship-proposals.json': config, [file]: mislabelled });
  const { code, out, err } = await run(folder, 'check', '--fix', '.');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /^mentorship-proposals: (?:\.mentorship-proposals\.json:\d+:\d+: |cannot use \.mentorship-proposals\.json: ).+\.\n$/,
  );
  expect(readFileSync(join(folder, file), 'utf8')).toBe(mislabelled);
});

test('a broken configuration is an error even if no file is checked', async () => {
  const folder = folderWith({ '.mentorship-proposals.json': '[' });
  expect((await run(folder, 'check', '.')).code).toBe(2);
});

test('a configuration above the repository, or above the folder given, has no say', async () => {
  const config = '{ "files": { "exclude": ["**"] } }';
  const folder = folderWith({ '.mentorship-proposals.json': config, [`repo/${file}`]: broken });
  const repository = join(folder, 'repo');
  expect((await run(repository, 'check', '.')).code).toBe(1);
  await git(repository, 'init', '--quiet');
  expect((await run(repository, 'check', 'programs')).code).toBe(1);
  expect((await run(repository, 'check', file)).code).toBe(1);
});

test('what one file says of a mentor or an issue is known in another', async () => {
  const other = drafts('Other').replace('ada@example.org', 'ada@other.example.org');
  const folder = folderWith({
    [file]: drafts('One'),
    'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md': other,
  });
  expect((await run(folder, 'check', '.')).out).toContain(' mentor-conflict ');
  expect((await run(folder, 'check', file)).out).toBe('');
});

test('a comment in the text has its say', async () => {
  const folder = folderWith({ [file]: `<!-- proposals-disable-file missing-field -->\n${broken}` });
  expect(await run(folder, 'check', '.')).toEqual({ code: 0, out: '', err: '' });
});

test('headings are compared with the projects that the repository lists', async () => {
  const list = 'programs/lfx-mentorship/automation/projects.yml';
  const files = { [file]: drafts('Whole').replaceAll('Jaeger', 'Jager'), '.git/HEAD': '' };
  const withList = (text: string) => run(folderWith({ ...files, [list]: text }), 'check', '.');
  const unknown = await run(folderWith(files), 'check', '.');
  expect(unknown.out).toContain('Jager');
  expect(await withList('- name: Jager\n')).toEqual({ code: 0, out: '', err: '' });
  const broken = await withList('- name: [');
  expect(broken.out).toBe(unknown.out);
  expect(broken.err).toMatch(/^mentorship-proposals: cannot use programs\/.*projects\.yml: line \d+ is not YAML\.\n$/);
});
