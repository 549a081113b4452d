import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { run } from './program';

const path = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';
const draft = (title: string, mentor = 'Ada Example (@ada-example, ada@example.org, LFID: adaex)') => `#### ${title}

- Description: They are slow & old.
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: Go, C#
- Mentor(s):
  - ${mentor}
  - Bo Sample (@bo-sample, bo@example.org, LFID: bosam)
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;
const two = `### Jaeger\n\n${draft('Faster queries')}\n${draft('Smaller index', 'Ada Example (@ada-example, ada@example.org)').replace('issues/1', 'issues/2')}`;
const one = { [path]: `### Jaeger\n\n${draft('Faster queries')}` };

test('body prints the issue, url the form that is filled in', async () => {
  const folder = folderWith(one);
  const { code, out, err } = await run(folder, 'submission', 'body', path);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^### CNCF Project\n\nJaeger\n\n### Term\n\n2026 Term 3 \(Sep-Nov\)\n/);
  const url = await run(folder, 'submission', 'url', path);
  const address = new URL(url.out.trim());
  expect(address.pathname).toBe('/cncf/mentoring/issues/new');
  expect(address.searchParams.get('title')).toBe('[CNCF LFX Proposal] Jaeger Faster queries');
  expect(address.searchParams.get('technologies')).toBe('Go, C#');
  expect(address.searchParams.get('program_description')).toContain('slow & old');
  expect(address.searchParams.has('term')).toBe(false);
  const long = { [path]: one[path]?.replace('slow', `slow ${'é'.repeat(1_400)}`) ?? '' };
  expect((await run(folderWith(long), 'submission', 'url', path)).err).toMatch(/GitHub may not accept it/);
});

test('of several drafts one is named, and what the bot would refuse is an error', async () => {
  const folder = folderWith({ [path]: two });
  const titles = 'Use --proposal with one of these titles: "Faster queries", "Smaller index".';
  expect((await run(folder, 'submission', 'body', path)).err).toContain(titles);
  expect((await run(folder, 'submission', 'body', path, '--proposal', 'Else')).err).toContain(titles);
  const body = await run(folder, 'submission', 'body', path, '--proposal', 'smaller index');
  expect(body.out).toContain('\nSmaller index\n');
  expect(await run(folder, 'submission', 'check', path, '--proposal', 'Faster queries')).toEqual({
    code: 0,
    out: '',
    err: '',
  });
  const all = await run(folder, 'submission', 'check', path);
  expect({ code: all.code, err: all.err }).toEqual({ code: 1, err: '' });
  expect(all.out).toMatch(/drafts\.md:\d+:5 error proposal-form Add the LFID of Ada Example/);
  expect((await run(folder, 'check', path)).out).toBe(all.out);
});

test('the form of the repository around the file counts', async () => {
  const files = {
    '.git/HEAD': '',
    'programs/lfx-mentorship/automation/quotas.yml': 'default_per_project_per_term: 0\n',
    ...one,
  };
  const folder = folderWith(files);
  const message = 'warning proposal-form CNCF\'s bot would refuse "CNCF Project" (over-quota).';
  expect((await run(folder, 'submission', 'check', path)).out).toContain(message);
  const above = folder.slice(0, folder.lastIndexOf('/'));
  expect((await run(above, 'check', `${folder}/${path}`)).out).toContain(message);
  const issue = { title: '[CNCF LFX Proposal] x', body: (await run(folder, 'submission', 'body', path)).out };
  const issues = folderWith({ ...files, 'issues.json': JSON.stringify([issue]) });
  const [verdict] = JSON.parse((await run(issues, 'submission', 'verdict', '--json', 'issues.json')).out);
  expect(verdict.warnings).toContainEqual({ kind: 'over-quota', field: 'CNCF Project' });
});

test.each([
  [['submission', 'body'], 'Use "submission body DRAFT" with one file.'],
  [['submission', 'send'], 'Use "submission body", "url", "check" or "verdict".'],
  [['submission', 'url', 'README.md'], '"README.md" is not a file with proposals.'],
  [['submission', 'url', 'gsoc/2026.md'], 'The proposals of "gsoc/2026.md" are not filed with a form.'],
])('%j is wrong use', async (args, message) => {
  const folder = folderWith({ 'README.md': '# Hello\n', 'gsoc/2026.md': two });
  const { code, err } = await run(folder, ...args);
  expect({ code, err: err.split('\n')[0] }).toEqual({ code: 2, err: `mentorship-proposals: ${message}` });
});
