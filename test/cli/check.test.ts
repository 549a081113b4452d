import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const file = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md';
const readme = 'programs/lfx-mentorship/2026/01-Mar-May/README.md';
const broken = `${drafts('Whole')}\n${proposal('Without skills', ['Recommended Skills'])}`;
const published = `# Term 1\n\nStatus: Completed\n\n### Jaeger\n\n${proposal('Old', ['Upstream Issue'])}`;

test('what is wrong is one line each, with its place, and the exit code is 1', async () => {
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

test('a term README is checked when it is asked for, or named', async () => {
  const folder = folderWith({ [readme]: published });
  expect(await run(folder, 'check', '.')).toEqual({ code: 0, out: '', err: '' });
  expect((await run(folder, 'check', '--published', '.')).out).toContain('"Upstream Issue" is missing');
  expect((await run(folder, 'check', readme)).out).toContain('"Upstream Issue" is missing');
});

test('--changed-since keeps the findings of proposals that are new or different', async () => {
  const folder = folderWith({ [file]: `${drafts()}${proposal('Old', ['Mentor'])}` });
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  const now = folderWith({});
  await git(now, 'clone', '--quiet', folder, 'clone');
  const clone = join(now, 'clone');
  const path = join(clone, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n${proposal('New', ['Description'])}`.replaceAll('\n', '\r\n'));
  const { code, out } = await run(clone, 'check', '--changed-since', 'HEAD', '.');
  expect(out).toContain('"Description" is missing');
  expect(out).not.toContain('Mentor');
  expect(code).toBe(1);
});

test('a file that is new has all its findings', async () => {
  const folder = folderWith({ 'other.md': 'Nothing.' });
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '-m', 'before');
  writeFileSync(join(folder, 'project_ideas.md'), broken);
  expect((await run(folder, 'check', '--changed-since=HEAD', '.')).code).toBe(1);
});

test('a revision that git does not know is wrong use', async () => {
  const folder = folderWith({ [file]: broken });
  const { code, err } = await run(folder, 'check', '--changed-since', 'nowhere', '.');
  expect(code).toBe(2);
  expect(err).toMatch(/^mentorship-proposals: Git knows no revision "nowhere" .*\n$/);
});

test('warnings fail only where there are too many', async () => {
  const folder = folderWith({ [file]: drafts('Whole') });
  expect((await run(folder, 'check', '--max-warnings', '0', '.')).code).toBe(0);
});

test('--fix leaves a file alone that has nothing to fix', async () => {
  const folder = folderWith({ [file]: `\uFEFF${broken}` });
  await run(folder, 'check', '--fix', '.');
  expect(readFileSync(join(folder, file), 'utf8')).toBe(`\uFEFF${broken}`);
});
