import { expect, test } from 'vitest';
import { folderWith } from '../folder';
import { run } from './program';

const file = 'programs/lfx-mentorship/2026/03-Sep-Nov/drafts.md';
const proposal = (title: string, lfid = ', LFID: adaex') => `#### ${title}

- Description: They are slow & "old".
- Expected Outcome: They are fast.
- Recommended Skills: Go
- Technologies: C++, C#
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org${lfid})
- Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;
const draft = `### Jaeger\n\n${proposal('Faster queries')}`;

test('body prints the issue of a draft', async () => {
  const { code, out } = await run(folderWith({ [file]: draft }), 'submission', 'body', file);
  expect(code).toBe(0);
  expect(out).toContain(
    '### Program Name\n\nFaster queries\n\n### Program Description\n\n## Description\n\nThey are slow',
  );
  expect(out).toContain('### Mentors\n\nAda Example | @ada-example | ada@example.org | adaex\n');
});

test('url prints the address of the form, and what is left to do', async () => {
  const { code, out, err } = await run(folderWith({ [file]: draft }), 'submission', 'url', file);
  expect(code).toBe(0);
  const url = new URL(out.trim());
  expect(url.origin + url.pathname).toBe('https://github.com/cncf/mentoring/issues/new');
  expect(url.searchParams.get('template')).toBe('lfx-program-proposal.yml');
  expect(url.searchParams.get('technologies')).toBe('C++, C#');
  expect(url.searchParams.get('program_description')).toContain('slow & "old"');
  expect(err.trim().split('\n')).toEqual([
    'mentorship-proposals: Choose in the form: CNCF Project: Jaeger',
    'mentorship-proposals: Choose in the form: Term: 2026 Term 3 (Sep-Nov)',
  ]);
});

test('check prints what the bot would refuse, and fails', async () => {
  const two = `${draft}\n${proposal('Smaller traces', '')}`;
  const folder = folderWith({ [file]: two });
  expect(await run(folder, 'submission', 'check', file)).toMatchObject({
    code: 2,
    err: `mentorship-proposals: "${file}" has 2 such proposals. Name one with --proposal TITLE.\n`,
  });
  expect((await run(folder, 'submission', 'check', file, '--proposal', 'faster queries')).code).toBe(0);
  const { code, out } = await run(folder, 'submission', 'check', file, '--proposal', 'Smaller traces');
  expect(code).toBe(1);
  expect(out).toBe(`${file}:20:5 error Mentors: Add the LFID of Ada Example: "LFID: user-name" in the brackets.\n`);
});

test('the form of the repository counts, for check, too', async () => {
  const field = (id: string) =>
    `- {type: input, id: ${id}, attributes: {label: ${id}}, validations: {required: true}}\n`;
  const ids = ['cncf_project', 'term', 'program_name', 'program_description', 'technologies', 'mentors', 'budget'];
  const folder = folderWith({
    '.git/HEAD': '',
    '.github/ISSUE_TEMPLATE/lfx-program-proposal.yml': `body:\n${ids.map(field).join('')}`,
    [file]: draft,
  });
  const { out } = await run(folder, 'submission', 'check', file);
  expect(out).toContain('error budget: The form requires "budget".\n');
  expect((await run(folder, 'check', '.')).out).toContain('error proposal-form The form requires "budget".\n');
});
