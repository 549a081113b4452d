/** Names of files, people and keys from strangers stay on one line of the output. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { drafts, git, proposal, run } from './program';

const evil = 'a\n::set-output name=b::c\r\x1b]0;title\x07\x9b31m\u2028\u202e\u2066';
const shown = 'a\\n::set-output name=b::c\\r\\x1b]0;title\\x07\\x9b31m\\u2028\\u202e\\u2066';
const driving = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const broken = drafts('One') + proposal('Two', ['Description']);

/** Every line is one of ours, without control characters. */
function expectTame(text: string, line: RegExp): void {
  expect(text).not.toMatch(driving);
  for (const each of text.split('\n').slice(0, -1)) expect(each).toMatch(line);
}

const ours = /^mentorship-proposals: /;

test.each([
  [[evil]],
  [['check', evil]],
  [['check', '--format', evil, '.']],
  [['check', '--max-warnings', evil, '.']],
  [['check', '--changed-since', evil, '.']],
  [['check', `--${evil}`, '.']],
  [['list', '--csv', evil]],
])('an argument of %j', async (args) => {
  const folder = folderWith({ 'project_ideas.md': broken });
  await git(folder, 'init', '--quiet');
  const { code, out, err } = await run(folder, ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')).toHaveLength(2);
  expectTame(err, ours);
});

test('the name of a folder, in text', async () => {
  const { out, err } = await run(folderWith({ [`${evil}/project_ideas.md`]: broken }), 'check', '.');
  expect(out.startsWith(`${shown}/project_ideas.md:`)).toBe(true);
  expectTame(out + err, /^a\\n::set-output/);
});

test('in the annotations of a workflow it is the name of the file still, as far as the runner can read it', async () => {
  const { out } = await run(folderWith({ [`${evil}/project_ideas.md`]: broken }), 'check', '--format=github', '.');
  expectTame(out, /^::(error|warning|notice) file=a%0A%3A%3Aset-output name=b%3A%3Ac%0D\\x1b[^:]*::/);
});

test('in JSON and SARIF it is exact', async () => {
  const folder = folderWith({ [`${evil}/project_ideas.md`]: broken });
  const json = await run(folder, 'check', '--format=json', '.');
  expect(JSON.parse(json.out).findings[0].path).toBe(`${evil}/project_ideas.md`);
  const sarif = await run(folder, 'check', '--format=sarif', '.');
  const { uri } = JSON.parse(sarif.out).runs[0].results[0].locations[0].physicalLocation.artifactLocation;
  expect(decodeURIComponent(uri)).toBe(`${evil}/project_ideas.md`);
  const list = await run(folder, 'list', '--json', '.');
  expect(JSON.parse(list.out).files[0].path).toBe(`${evil}/project_ideas.md`);
});

test('a table has its rows and no other lines', async () => {
  const folder = folderWith({ [`${evil}/project_ideas.md`]: drafts('One\x1b[2J', 'Two') });
  const { out } = await run(folder, 'list', '--csv', '.');
  const rows = out.split('\r\n');
  expect(rows).toHaveLength(4);
  expect(rows.join('')).not.toMatch(/[\n\r]|(?![\n\r])\p{Cc}/u);
  expect(rows[1]?.startsWith(`${shown}/project_ideas.md,`)).toBe(true);
});

test.each([
  ['=1+1', "'=1+1"],
  ['  @SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['a;=1+1', "a;'=1+1"],
  ['a; -1', "a; '-1"],
  ['a = 1; b + c', 'a = 1; b + c'],
])('a title %j is no formula, and stands in the table as %j', async (title, cell) => {
  const { out } = await run(folderWith({ 'project_ideas.md': drafts(title) }), 'list', '--csv', '.');
  expect(out).toContain(`,Jaeger,,${cell},`);
});

test('what a document says, in text and in annotations', async () => {
  const text = broken
    .replaceAll('Ada Example', 'Ada\x1b[31m \u202eExample\x9b')
    .replaceAll('#### Two', '#### Two\x1bc');
  const folder = folderWith({
    'project_ideas.md': text.replaceAll('ada@example.org', 'ada@other\x07.example.org'),
    'other/project_ideas.md': drafts('Other').replaceAll('@ada-example', '@ada\x1b-example'),
  });
  for (const format of ['text', 'github']) {
    const { out, err } = await run(folder, 'check', '--format', format, '.');
    expect(out).not.toBe('');
    expectTame(out + err, /^(::|other\/|project_ideas)/);
  }
});

test('the keys of a configuration, and a file that cannot be repaired', async () => {
  const key = JSON.stringify({ [evil]: 1, rules: { [evil]: 7 } });
  const config = await run(folderWith({ '.mentorship-proposals.json': key, 'project_ideas.md': broken }), 'check', '.');
  expect(config.code).toBe(2);
  expectTame(config.err, ours);
  const bytes = Buffer.from(broken.replace('Outcome:', 'Outcomes: \xF6'), 'latin1');
  const { code, err } = await run(folderWith({ [`${evil}/project_ideas.md`]: bytes }), 'check', '--fix', '.');
  expect(code).toBe(2);
  expect(err).toContain(`${join(shown, 'project_ideas.md')} was not fixed`);
  expectTame(err, ours);
});

test.each(['::set-output name=x::y', ' ::error::x', '##[error]x', '##vso[task.complete result=Failed;]x'])(
  'a folder called %j gives the runner of a workflow no command, in any format',
  async (name) => {
    const folder = folderWith({ [`${name}/project_ideas.md`]: broken + proposal(name, ['Description']) });
    const path = `${name}/project_ideas.md`;
    const texts = new Map<string, string>();
    for (const args of [
      ...['text', 'json', 'sarif', 'github'].map((format) => ['check', `--format=${format}`]),
      ...['--json', '--csv'].map((format) => ['list', format]),
    ]) {
      const { out, err } = await run(folder, ...args, '.');
      texts.set(args.join(' '), out);
      expect(out + err).not.toMatch(/##(vso)?\[/i);
      expect(out.includes('project_ideas.md')).toBe(true);
      for (const line of (out + err).split('\n'))
        expect(line).not.toMatch(/^[\s\ufeff]*::(?!(error|warning|notice) file=[^:]*::)/);
    }
    expect(JSON.parse(texts.get('check --format=json') ?? '').findings[0].path).toBe(path);
    expect(JSON.parse(texts.get('list --json') ?? '').files[0].path).toBe(path);
    if (name.includes('::')) expect(texts.get('check --format=text')).toMatch(/^\.\/ ?::/);
  },
);
